#include "ui/views/transport/step_ribbon.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

constexpr double kGap = 3;

/// To a screen reader the ribbon is a slider over the steps.
class RibbonAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
  public:
    explicit RibbonAccessible(StepRibbon* ribbon) : QAccessibleWidget(ribbon, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override {
        const Session& session = ribbon().session();
        const Step* step = session.currentStep();
        if (kind == QAccessible::Value && step) return titleOf(*session.trace(), *step);
        return QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override { return ribbon().session().step() + 1; }
    void setCurrentValue(const QVariant& value) override { ribbon().session().goToStep(value.toInt() - 1); }
    QVariant maximumValue() const override { return ribbon().session().stepCount(); }
    QVariant minimumValue() const override { return 1; }
    QVariant minimumStepSize() const override { return 1; }

  private:
    StepRibbon& ribbon() const { return *static_cast<StepRibbon*>(widget()); }
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
    if (auto* const ribbon = qobject_cast<StepRibbon*>(object)) return new RibbonAccessible(ribbon);
    return nullptr;
}

QColor faded(const QColor& colour) {
    const QColor& behind = theme().window;
    const auto mix = [](int a, int b) { return (a * 2 + b * 3) / 5; };
    return {mix(colour.red(), behind.red()), mix(colour.green(), behind.green()), mix(colour.blue(), behind.blue())};
}

}  // namespace

StepRibbon::StepRibbon(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("steps"));
    connect(&session, &Session::traceChanged, this, &StepRibbon::layOut);
    connect(&session, &Session::stepChanged, this, &StepRibbon::stepChanged);
    layOut();
}

QSize StepRibbon::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 60, minimumSizeHint().height()};
}

QSize StepRibbon::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 5 / 2};
}

double StepRibbon::barTop() const {
    return fontMetrics().height() * 1.35;
}

double StepRibbon::barHeight() const {
    return fontMetrics().height() * 0.7;
}

void StepRibbon::layOut() {
    m_segments.clear();
    for (int i = 0; i < m_session.stepCount(); ++i) {
        const Phase phase = m_session.trace()->steps()[static_cast<std::size_t>(i)].phase;
        if (m_segments.empty() || m_segments.back().phase != phase) m_segments.push_back({phase, i});
        ++m_segments.back().count;
    }
    // Widths follow the number of steps, but a name always fits; what that takes comes from the long phases.
    const double margin = barHeight() / 2;
    const double whole = width() - 2 * margin - kGap * (static_cast<double>(m_segments.size()) - 1);
    QFont bold = font();
    bold.setBold(true);
    std::vector<double> least;
    for (const Segment& segment : m_segments) {
        least.push_back(QFontMetricsF(bold).horizontalAdvance(nameOf(segment.phase)) + 8);
    }
    double rest = whole;
    int steps = m_session.stepCount();
    std::vector<bool> fixed(m_segments.size());
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            if (fixed[i] || rest * m_segments[i].count / steps >= least[i]) continue;
            fixed[i] = again = true;
            m_segments[i].width = least[i];
            rest -= least[i];
            steps -= m_segments[i].count;
        }
    }
    double left = margin;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        if (!fixed[i]) m_segments[i].width = rest * m_segments[i].count / steps;
        m_segments[i].left = left;
        left += m_segments[i].width + kGap;
    }
    update();
}

void StepRibbon::stepChanged() {
    update();
    QAccessibleValueChangeEvent event(this, m_session.step() + 1);
    QAccessible::updateAccessibility(&event);
}

int StepRibbon::stepAt(double x) const {
    if (m_segments.empty()) return 0;
    const Segment* at = &m_segments.front();
    for (const Segment& segment : m_segments) {
        if (x >= segment.left) at = &segment;
    }
    const int within = static_cast<int>((x - at->left) / at->width * at->count);
    return at->first + std::clamp(within, 0, at->count - 1);
}

double StepRibbon::centreOf(int step) const {
    for (const Segment& segment : m_segments) {
        if (step < segment.first + segment.count) {
            return segment.left + segment.width * (step - segment.first + 0.5) / segment.count;
        }
    }
    return 0;
}

QRectF StepRibbon::areaOf(Phase phase) const {
    for (const Segment& segment : m_segments) {
        if (segment.phase == phase) return {segment.left, barTop(), segment.width, barHeight()};
    }
    return {};
}

void StepRibbon::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& colours = theme();
    if (m_segments.empty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.line);
        painter.drawRoundedRect(QRectF(barHeight() / 2, barTop(), width() - barHeight(), barHeight()), 3, 3);
        return;
    }
    const double handle = centreOf(m_session.step());
    const Phase current = m_session.currentStep()->phase;
    for (const Segment& segment : m_segments) {
        const QRectF area = areaOf(segment.phase);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(colourOf(segment.phase)));
        painter.drawRoundedRect(area, 3, 3);
        if (handle > area.left()) {
            painter.save();
            painter.setClipRect(QRectF(0, 0, handle, height()));
            painter.setBrush(colourOf(segment.phase));
            painter.drawRoundedRect(area, 3, 3);
            painter.restore();
        }
        QFont named = font();
        named.setBold(segment.phase == current);
        painter.setFont(named);
        painter.setPen(segment.phase == current ? colours.ink : colours.mutedInk);
        painter.drawText(QRectF(area.left() + 1, 0, area.width(), barTop() - 2), Qt::AlignLeft | Qt::AlignVCenter,
                         nameOf(segment.phase));
    }
    const double thickness = std::max(6.0, barHeight() / 2);
    const QRectF knob(handle - thickness / 2, barTop() - barHeight() * 0.35, thickness, barHeight() * 1.7);
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.window, 2));
    painter.setBrush(colours.ink);
    painter.drawRoundedRect(knob.adjusted(-1, -1, 1, 1), 3, 3);
}

void StepRibbon::resizeEvent(QResizeEvent*) {
    layOut();
}

void StepRibbon::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) m_session.goToStep(stepAt(event->position().x()));
}

void StepRibbon::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) m_session.goToStep(stepAt(event->position().x()));
}

void StepRibbon::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            m_session.stepBack();
            return;
        case Qt::Key_Right:
        case Qt::Key_Up:
            m_session.stepForward();
            return;
        case Qt::Key_Home:
            m_session.goToFirst();
            return;
        case Qt::Key_End:
            m_session.goToLast();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void StepRibbon::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("steps"));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        layOut();
    }
    if (event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

bool StepRibbon::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || m_segments.empty()) return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const Trace& trace = *m_session.trace();
    const Step& step = trace.steps()[static_cast<std::size_t>(stepAt(help->pos().x()))];
    const QString place = placeOf(trace, step.node);
    const QString title = titleOf(trace, step);
    QToolTip::showText(help->globalPos(), place.isEmpty() ? title : place + QStringLiteral(" › ") + title, this);
    return true;
}

}  // namespace attentarium
