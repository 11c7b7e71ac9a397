#include "ui/views/units/unit_list.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/units/unit_words.h"

namespace attentarium {
namespace {

/// Tokens in a row's line: so many that ups and downs can be told apart.
constexpr std::size_t kShown = 90;

}  // namespace

UnitList::UnitList(UnitStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto refresh = [this] {
        updateGeometry();
        update();
    };
    connect(&study, &UnitStudy::changed, this, refresh);
    connect(&study, &UnitStudy::unitChanged, this, [this] {
        update();
        if (chosenRow() >= 0) Q_EMIT reached(itemRect(chosenRow()));
    });
}

int UnitList::rowHeight() const {
    return fontMetrics().height() * 2;
}

QSize UnitList::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 16, std::max(1, itemCount()) * rowHeight()};
}

int UnitList::itemCount() const {
    return static_cast<int>(m_study.ranking().size());
}

int UnitList::chosenRow() const {
    const auto& all = m_study.ranking();
    const auto found = std::ranges::find(all, m_study.unit());
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

bool UnitList::isItemChosen(int item) const {
    return item == chosenRow();
}

QRect UnitList::itemRect(int item) const {
    return {0, item * rowHeight(), width(), rowHeight()};
}

QString UnitList::itemName(int item) const {
    const int unit = m_study.ranking()[static_cast<std::size_t>(item)];
    const UnitScore* const score = m_study.scoreOf(unit);
    if (!score) return unitTitle(unit);
    return tr("%1 · AUC %2 · accuracy %3 %")
        .arg(unitTitle(unit), QString::number(score->area, 'f', 3))
        .arg(100 * score->accuracy, 0, 'f', 1);
}

void UnitList::pressItem(int item) {
    if (item >= 0 && item < itemCount()) m_study.chooseUnit(m_study.ranking()[static_cast<std::size_t>(item)]);
}

void UnitList::paintRow(QPainter& painter, int row, const QRectF& area) const {
    const Theme& colours = theme();
    const int unit = m_study.ranking()[static_cast<std::size_t>(row)];
    const QFontMetricsF metrics(font());
    if (isItemChosen(row)) {
        painter.setPen(QPen(colours.accent, hasFocus() ? 2.5 : 1.5));
        painter.setBrush(colours.accentSoft);
        painter.drawRoundedRect(area.adjusted(2, 1.5, -2, -1.5), 5, 5);
    }
    painter.setFont(font());
    painter.setPen(colours.ink);
    const double pad = metrics.averageCharWidth();
    const QString name = unitTitle(unit);
    painter.drawText(area.adjusted(pad, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    const UnitScore* const score = m_study.scoreOf(unit);
    const QString number = score ? QString::number(score->area, 'f', 3) : QString();
    painter.drawText(area.adjusted(0, 0, -pad, 0), Qt::AlignVCenter | Qt::AlignRight, number);
    const double left = area.left() + 2 * pad + metrics.horizontalAdvance(unitTitle(888));
    const double right = area.right() - 2 * pad - (score ? metrics.horizontalAdvance(QStringLiteral("0.888")) : 0);
    const QRectF line(left, area.top() + 4, right - left, area.height() - 8);
    if (line.width() < 20) return;
    const StateTable& states = m_study.states();
    const std::size_t shown = std::min(kShown, states.tokens());
    const bool gate = isGate(states.site);
    // As far as the shown tokens go: one deep place elsewhere would make a flat line of it.
    double limit = 1e-6;
    for (std::size_t token = 0; token < shown; ++token) {
        limit = std::max(limit, std::abs(static_cast<double>(states.at(token, unit))));
    }
    const auto y = [&](double value) {
        return gate ? line.bottom() - value * line.height() : line.center().y() - value / limit * line.height() / 2;
    };
    painter.setPen(QPen(colours.line, 1));
    painter.drawLine(QPointF(line.left(), y(0)), QPointF(line.right(), y(0)));
    QPolygonF curve;
    for (std::size_t token = 0; token < shown; ++token) {
        const double x = line.left() + line.width() * static_cast<double>(token) /
                                           static_cast<double>(std::max<std::size_t>(1, shown - 1));
        curve.append({x, y(static_cast<double>(states.at(token, unit)))});
    }
    painter.setPen(QPen(colours.accent, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);
}

void UnitList::paintInto(QPainter& painter, const QRectF& area) const {
    if (!m_study.hasStates()) return;
    const double height = rowHeight();
    for (int row = 0; row < itemCount() && (row + 1) * height <= area.height(); ++row) {
        paintRow(painter, row, {area.left(), area.top() + row * height, area.width(), height});
    }
}

void UnitList::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_study.hasStates()) return;
    for (int row = 0; row < itemCount(); ++row) {
        if (itemRect(row).intersects(event->rect())) paintRow(painter, row, itemRect(row));
    }
}

void UnitList::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pressItem(static_cast<int>(event->position().y()) / rowHeight());
}

void UnitList::keyPressEvent(QKeyEvent* event) {
    const int last = itemCount() - 1;
    const int row = chosenRow();
    switch (event->key()) {
        case Qt::Key_Up:
            return pressItem(std::max(0, row - 1));
        case Qt::Key_Down:
            return pressItem(std::min(last, row + 1));
        case Qt::Key_Home:
            return pressItem(0);
        case Qt::Key_End:
            return pressItem(last);
        default:
            QWidget::keyPressEvent(event);
    }
}

void UnitList::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (chosenRow() >= 0 && event->reason() != Qt::MouseFocusReason) Q_EMIT reached(itemRect(chosenRow()));
    update();
}

void UnitList::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool UnitList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const int row = help->pos().y() / rowHeight();
        if (row >= 0 && row < itemCount()) QToolTip::showText(help->globalPos(), itemName(row), this, itemRect(row));
        return true;
    }
    // Home and End belong to the list while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

}  // namespace attentarium
