#include "ui/views/units/unit_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/units/unit_words.h"

namespace attentarium {

UnitText::UnitText(UnitStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&study, &UnitStudy::changed, this, [this] {
        measure();
        updateGeometry();
        update();
        showFirst();
    });
    connect(&study, &UnitStudy::unitChanged, this, [this] {
        scale();
        update();
    });
}

/// Where what is known is so for the first time, when something else is watched.
void UnitText::showFirst() {
    const TruthLabels* const labels = m_study.labels();
    if (std::exchange(m_shownLabels, labels) == labels || !labels) return;
    const auto first = std::ranges::find(labels->labels, 1);
    if (first == labels->labels.end()) return;
    m_current = static_cast<int>(first - labels->labels.begin());
    // Later, when the frame around it knows its height.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_current < itemCount()) Q_EMIT reached(itemRect(m_current));
        },
        Qt::QueuedConnection);
}

void UnitText::scale() {
    m_limit = m_study.hasStates() ? limitOf(m_study.states(), m_study.unit()) : 1;
}

void UnitText::measure() {
    m_widths.clear();
    m_rects.clear();
    scale();
    if (!m_study.watched()) return;
    const QFontMetricsF metrics(font());
    const QStringList& words = m_study.watched()->words;
    // Letters stand close together, and words apart.
    const bool areLetters = std::ranges::all_of(words, [](const QString& word) { return word.size() <= 1; });
    m_gap = areLetters ? 0 : 3;
    const double padding = areLetters ? 7 : 5;
    for (const QString& word : words) m_widths.push_back(metrics.horizontalAdvance(word) + padding);
    m_current = std::clamp(m_current, 0, std::max(0, itemCount() - 1));
    m_framed.assign(m_widths.size(), 0);
    layOut(width(), &m_rects);
}

double UnitText::layOut(double width, std::vector<QRectF>* rects) const {
    if (rects) rects->clear();
    double x = 0, y = 0;
    const double line = lineHeight();
    const auto& begins = m_study.watched() ? m_study.watched()->labelled.begins : std::vector<std::size_t>();
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const bool isBegin = next < begins.size() && begins[next] == i;
        if (isBegin) ++next;
        if (x > 0 && (isBegin || x + m_widths[i] > width)) {
            x = 0;
            y += line;
        }
        if (rects) rects->emplace_back(x, y, m_widths[i], line - 3);
        x += m_widths[i] + m_gap;
    }
    return y + line;
}

int UnitText::heightForWidth(int width) const {
    return static_cast<int>(layOut(width, nullptr)) + 2;
}

void UnitText::resizeEvent(QResizeEvent*) {
    layOut(width(), &m_rects);
}

void UnitText::frame(std::vector<int> tokens) {
    m_framed.assign(m_widths.size(), 0);
    for (const int token : tokens) {
        if (token >= 0 && token < itemCount()) m_framed[static_cast<std::size_t>(token)] = 1;
    }
    update();
}

int UnitText::itemCount() const {
    return static_cast<int>(m_widths.size());
}

QRect UnitText::itemRect(int item) const {
    return m_rects.empty() ? QRect() : m_rects[static_cast<std::size_t>(item)].toAlignedRect();
}

QString UnitText::itemName(int item) const {
    const auto place = static_cast<std::size_t>(item);
    const QString& word = m_study.watched()->words[item];
    if (!m_study.hasStates()) return word;
    const StateTable& states = m_study.states();
    QString name = tr("“%1”, token %2: %3 of %4 is %5")
                       .arg(word)
                       .arg(item + 1)
                       .arg(titleOf(states.site), unitTitle(m_study.unit()),
                            fullNumber(static_cast<double>(states.at(place, m_study.unit()))));
    const TruthLabels* const labels = m_study.labels();
    if (!labels || labels->labels[place] < 0) return name;
    return name + QStringLiteral(" · ") +
           (labels->labels[place] == 1 ? tr("%1: yes") : tr("%1: no")).arg(titleOf(labels->truth));
}

void UnitText::pressItem(int item) {
    if (item < 0 || item >= itemCount()) return;
    moveTo(item);
    Q_EMIT pressed(item);
}

void UnitText::showToken(int token) {
    moveTo(token);
}

void UnitText::moveTo(int token) {
    if (itemCount() == 0) return;
    m_current = std::clamp(token, 0, itemCount() - 1);
    update();
    Q_EMIT reached(itemRect(m_current));
    Q_EMIT told(itemName(m_current));
}

int UnitText::tokenAt(const QPointF& place) const {
    const auto below = std::ranges::lower_bound(m_rects, place.y() - lineHeight(), {}, &QRectF::top);
    for (auto one = below; one != m_rects.end() && one->top() <= place.y(); ++one) {
        if (one->adjusted(0, 0, m_gap, 3).contains(place)) return static_cast<int>(one - m_rects.begin());
    }
    return -1;
}

int UnitText::beside(int direction) const {
    const QRectF& from = m_rects[static_cast<std::size_t>(m_current)];
    const int found = tokenAt({from.center().x(), from.center().y() + direction * lineHeight()});
    if (found >= 0) return found;
    // Where the next line is shorter its last token is nearest.
    const double y = from.top() + direction * lineHeight();
    int last = m_current;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (std::abs(m_rects[i].top() - y) < 1) last = static_cast<int>(i);
    }
    return last;
}

void UnitText::paintTokens(QPainter& painter, const std::vector<QRectF>& rects, const QRectF& shown,
                           bool isLive) const {
    if (!m_study.hasStates()) return;
    const Theme& colours = theme();
    const StateTable& states = m_study.states();
    const TruthLabels* const labels = m_study.labels();
    const QStringList& words = m_study.watched()->words;
    const bool gate = isGate(states.site);
    painter.setFont(font());
    const auto first = std::ranges::lower_bound(rects, shown.top() - lineHeight(), {}, &QRectF::top) - rects.begin();
    for (auto i = static_cast<std::size_t>(first); i < rects.size() && i < states.tokens(); ++i) {
        const QRectF& rect = rects[i];
        if (rect.bottom() > shown.bottom() && !isLive) break;
        if (rect.top() > shown.bottom()) break;
        const auto value = static_cast<double>(states.at(i, m_study.unit()));
        const QRgb colour = gate ? sequential(value, colours.accent) : diverging(value, m_limit);
        painter.fillRect(rect, QColor::fromRgb(colour));
        painter.setPen(inkOn(colour));
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, words[static_cast<int>(i)]);
        if (labels && labels->labels[i] == 1) {
            painter.fillRect(QRectF(rect.left(), rect.bottom() + 0.5, rect.width() + m_gap, 2), colours.ink);
        }
        painter.setBrush(Qt::NoBrush);
        if (m_framed[i] != 0) {
            painter.setPen(QPen(colours.ink, 2));
            painter.drawRect(rect.adjusted(1, 1, -1, -1));
        }
        if (isLive && static_cast<int>(i) == m_current && hasFocus()) {
            painter.setPen(QPen(colours.accent, 2.5));
            painter.drawRect(rect.adjusted(1, 1, -1, -1));
        }
    }
}

void UnitText::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    paintTokens(painter, m_rects, event->rect(), true);
}

void UnitText::paintInto(QPainter& painter, const QRectF& area) {
    std::vector<QRectF> rects;
    layOut(area.width(), &rects);
    painter.save();
    painter.translate(area.topLeft());
    paintTokens(painter, rects, {0, 0, area.width(), area.height()}, false);
    painter.restore();
}

void UnitText::paintScale(QPainter& painter, QPointF corner) const {
    if (!m_study.hasStates()) return;
    const bool gate = isGate(m_study.states().site);
    const QFontMetricsF metrics(font());
    painter.setFont(font());
    painter.setPen(theme().mutedInk);
    const QString low = gate ? QStringLiteral("0") : shortNumber(-m_limit);
    const QString high = gate ? QStringLiteral("1") : shortNumber(m_limit);
    painter.drawText(corner + QPointF(0, metrics.ascent()), low);
    const QRectF bar(corner.x() + metrics.horizontalAdvance(low) + 6, corner.y() + metrics.height() * 0.2,
                     metrics.height() * 6, metrics.height() * 0.6);
    for (int i = 0; i < 48; ++i) {
        const double share = i / 47.0;
        const QRgb colour = gate ? sequential(share, theme().accent) : diverging(2 * share - 1, 1);
        painter.fillRect(QRectF(bar.left() + bar.width() * i / 48, bar.top(), bar.width() / 48 + 0.6, bar.height()),
                         QColor::fromRgb(colour));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().line, 1));
    painter.drawRect(bar);
    painter.setPen(theme().mutedInk);
    QString behind = high;
    if (m_study.labels()) {
        //: behind the colour scale; %1 is for example "inside a bracket"
        behind += QStringLiteral("     ") + tr("underlined: %1").arg(titleOf(m_study.labels()->truth));
    }
    painter.drawText(QPointF(bar.right() + 6, corner.y() + metrics.ascent()), behind);
}

void UnitText::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pressItem(tokenAt(event->position()));
}

void UnitText::mouseMoveEvent(QMouseEvent* event) {
    const int token = tokenAt(event->position());
    Q_EMIT told(token >= 0 ? itemName(token) : QString());
}

void UnitText::leaveEvent(QEvent*) {
    Q_EMIT told(hasFocus() && itemCount() > 0 ? itemName(m_current) : QString());
}

void UnitText::keyPressEvent(QKeyEvent* event) {
    if (itemCount() == 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(m_current - 1);
        case Qt::Key_Right:
            return moveTo(m_current + 1);
        case Qt::Key_Up:
            return moveTo(beside(-1));
        case Qt::Key_Down:
            return moveTo(beside(+1));
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(itemCount() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return pressItem(m_current);
        default:
            QWidget::keyPressEvent(event);
    }
}

void UnitText::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) moveTo(m_current);
    update();
}

void UnitText::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void UnitText::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        measure();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

bool UnitText::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const int token = tokenAt(help->pos());
        if (token >= 0) {
            QToolTip::showText(help->globalPos(), itemName(token), this, itemRect(token));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    // The keys that walk through the steps move among tokens while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        switch (key->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Home:
            case Qt::Key_End:
                if (isPlain) event->accept();
                return isPlain;
            default:
                break;
        }
    }
    return QWidget::event(event);
}

}  // namespace attentarium
