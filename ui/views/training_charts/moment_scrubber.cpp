#include "ui/views/training_charts/moment_scrubber.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/session/training.h"

namespace attentarium {
namespace {

/// To a screen reader it is a slider over the moments.
class ScrubberAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit ScrubberAccessible(MomentScrubber* scrubber) : QAccessibleWidget(scrubber, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        const Session& session = scrubber().session();
        if (kind == QAccessible::Value) return placeText(session, session.training().shownStep());
        return QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return scrubber().shownPlace() + 1; }
    void setCurrentValue(const QVariant& value) override { scrubber().showPlace(value.toInt() - 1); }
    QVariant maximumValue() const override { return scrubber().placeCount(); }
    QVariant minimumValue() const override { return 1; }
    QVariant minimumStepSize() const override { return 1; }

  private:
    MomentScrubber& scrubber() const { return *static_cast<MomentScrubber*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    if (auto* const scrubber = qobject_cast<MomentScrubber*>(object)) return new ScrubberAccessible(scrubber);
    return nullptr;
}

QString timeText(double seconds) {
    //: %1: a number of seconds
    if (seconds < 90)
        return QCoreApplication::translate("MomentScrubber", "%1 s")
            .arg(seconds < 10 ? QString::number(seconds, 'g', 2) : QString::number(std::round(seconds)));
    //: %1: a number of minutes
    return QCoreApplication::translate("MomentScrubber", "%1 min").arg(QString::number(std::round(seconds / 6) / 10));
}

}  // namespace

QString placeText(const Session& session, std::int64_t step) {
    const RunEntry* const run = session.training().current();
    if (!run) return QCoreApplication::translate("MomentScrubber", "no run yet");
    const std::int64_t all = run->setup.settings.steps, done = std::max<std::int64_t>(1, run->history.stepsDone());
    const double seconds = run->history.seconds * static_cast<double>(step) / static_cast<double>(done);
    if (step == 0) return QCoreApplication::translate("MomentScrubber", "before the first of %1 steps").arg(all);
    //: a moment of training: its step, all steps, and the time that training had taken until then
    return QCoreApplication::translate("MomentScrubber", "step %1 of %2, about %3 after the start")
        .arg(QString::number(step), QString::number(all), timeText(seconds));
}

MomentScrubber::MomentScrubber(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Moments of training"));
    for (const auto signal : {&Training::currentChanged, &Training::progressed}) {
        connect(&session.training(), signal, this, &MomentScrubber::takeMoments);
    }
    connect(&session.training(), &Training::momentShown, this, &MomentScrubber::announce);
    takeMoments();
}

QSize MomentScrubber::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 50, minimumSizeHint().height()};
}

QSize MomentScrubber::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 16, fontMetrics().height() * 5 / 2};
}

void MomentScrubber::takeMoments() {
    m_steps.clear();
    if (const RunEntry* const run = m_session.training().current()) {
        for (const auto& moment : run->timeline.moments()) m_steps.push_back(moment->step);
        m_steps.push_back(std::max(run->history.stepsDone(), m_steps.empty() ? 0 : m_steps.back()));
    }
    update();
}

void MomentScrubber::announce() {
    update();
    QAccessibleValueChangeEvent event(this, shownPlace() + 1);
    QAccessible::updateAccessibility(&event);
}

int MomentScrubber::shownPlace() const {
    return std::min(m_session.training().shownMoment().value_or(placeCount() - 1), placeCount() - 1);
}

void MomentScrubber::showPlace(int place) {
    if (m_steps.empty()) return;
    place = std::clamp(place, 0, placeCount() - 1);
    Training& training = m_session.training();
    // Who goes through the moments wants to see them.
    training.setWatched(true);
    if (place == placeCount() - 1) {
        training.showLatest();
    } else {
        training.showMoment(place);
    }
}

double MomentScrubber::trackTop() const {
    return fontMetrics().height() * 0.6;
}

double MomentScrubber::centreOf(int place) const {
    const double margin = fontMetrics().height() / 2.0, room = width() - 2 * margin;
    if (m_steps.size() < 2) return margin + room;
    // The latest has a place of its own at the end, also when it is a moment as well.
    const double end = room - fontMetrics().height();
    if (place == placeCount() - 1) return margin + room;
    const double most = std::log1p(static_cast<double>(std::max<std::int64_t>(1, m_steps.back())));
    return margin + end * std::log1p(static_cast<double>(m_steps[static_cast<std::size_t>(place)])) / most;
}

int MomentScrubber::placeAt(double x) const {
    int nearest = 0;
    for (int place = 1; place < placeCount(); ++place) {
        if (std::abs(centreOf(place) - x) < std::abs(centreOf(nearest) - x)) nearest = place;
    }
    return nearest;
}

void MomentScrubber::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& colours = theme();
    const double line = fontMetrics().height(), top = trackTop(), thick = std::max(4.0, line * 0.3);
    const QRectF track(line / 2, top, width() - line, thick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRoundedRect(track, thick / 2, thick / 2);
    if (m_steps.empty()) return;
    const double handle = centreOf(shownPlace());
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(QRectF(track.left(), top, handle - track.left(), thick), thick / 2, thick / 2);
    painter.setPen(QPen(colours.mutedInk, 1));
    for (int place = 0; place + 1 < placeCount(); ++place) {
        const double x = centreOf(place);
        painter.drawLine(QPointF(x, top + thick + 2), QPointF(x, top + thick + 2 + line * 0.35));
    }
    // Numbers where there is room for them, and the latest always.
    const double under = top + thick + line * 0.4;
    const QString latest = tr("latest");
    const double latestLeft = width() - fontMetrics().horizontalAdvance(latest) - 2;
    painter.drawText(QRectF(latestLeft, under, width() - latestLeft, line), Qt::AlignRight | Qt::AlignTop, latest);
    double free = 0;
    for (int place = 0; place + 1 < placeCount(); ++place) {
        const QString step = QString::number(m_steps[static_cast<std::size_t>(place)]);
        const double wide = fontMetrics().horizontalAdvance(step), left = std::max(0.0, centreOf(place) - wide / 2);
        if (left < free || left + wide + line / 2 > latestLeft) continue;
        painter.drawText(QRectF(left, under, wide + 2, line), Qt::AlignLeft | Qt::AlignTop, step);
        free = left + wide + line * 0.7;
    }
    const double broad = std::max(6.0, line * 0.35);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.window, 2));
    painter.setBrush(colours.ink);
    painter.drawRoundedRect(QRectF(handle - broad / 2, top - thick * 0.8, broad, thick * 2.6), 3, 3);
}

void MomentScrubber::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) showPlace(placeAt(event->position().x()));
}

void MomentScrubber::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) showPlace(placeAt(event->position().x()));
}

void MomentScrubber::keyPressEvent(QKeyEvent* event) {
    const int many = std::max(1, placeCount() / 10);
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            return showPlace(shownPlace() - 1);
        case Qt::Key_Right:
        case Qt::Key_Up:
            return showPlace(shownPlace() + 1);
        case Qt::Key_PageUp:
            return showPlace(shownPlace() - many);
        case Qt::Key_PageDown:
            return showPlace(shownPlace() + many);
        case Qt::Key_Home:
            return showPlace(0);
        case Qt::Key_End:
            return showPlace(placeCount() - 1);
        default:
            QWidget::keyPressEvent(event);
    }
}

bool MomentScrubber::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Up:
            case Qt::Key_Down:
            case Qt::Key_PageUp:
            case Qt::Key_PageDown:
            case Qt::Key_Home:
            case Qt::Key_End:
                event->accept();
                return true;
            default:
                break;
        }
    }
    if (event->type() == QEvent::ToolTip && !m_steps.empty()) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const auto place = static_cast<std::size_t>(placeAt(help->pos().x()));
        QToolTip::showText(help->globalPos(), placeText(m_session, m_steps[place]), this);
        return true;
    }
    return QWidget::event(event);
}

void MomentScrubber::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Moments of training"));
    if (event->type() == QEvent::FontChange) updateGeometry();
    update();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
