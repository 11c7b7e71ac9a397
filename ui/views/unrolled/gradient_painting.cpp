#include <QPainter>
#include <QPainterPath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/unrolled/cell_colours.h"
#include "ui/views/unrolled/gradient_plan.h"

namespace attentarium {
namespace {

struct CurveLook {
    QColor colour;
    Qt::PenStyle line;
};

CurveLook lookOf(Family family) {
    switch (family) {
        case Family::Rnn:
            return {shownColour(), Qt::SolidLine};
        case Family::Lstm:
            return {writtenColour(), Qt::DashLine};
        default:
            return {theme().isDark() ? QColor(0xe3d44a) : QColor(0x7a6a00), Qt::DashDotLine};
    }
}

/// A mark for each kind, so that the curves are not told apart by colour alone.
void paintMark(QPainter& painter, Family family, QPointF at) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(lookOf(family).colour);
    const double r = 4.5;
    if (family == Family::Rnn) {
        painter.drawEllipse(at, r, r);
    } else if (family == Family::Lstm) {
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
    } else {
        painter.drawPolygon(QPolygonF{at + QPointF(0, -r - 1), at + QPointF(r + 1, r), at + QPointF(-r - 1, r)});
    }
}

QString powerOfTen(int power) {
    if (power == 0) return QStringLiteral("1");
    static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = QStringLiteral("10");
    if (power < 0) text += QStringLiteral("⁻");
    for (const QChar digit : QString::number(std::abs(power))) text += kDigits[digit.digitValue()];
    return text;
}

}  // namespace

void GradientChart::paintAxes(QPainter& painter, const Plan& plan) const {
    painter.setFont(plan.font);
    const QFontMetricsF type(plan.font);
    const int decades = static_cast<int>(plan.most - plan.least);
    const int room = std::max(1, static_cast<int>(plan.plot.height() / (1.3 * plan.line)));
    const int apart = std::max(1, (decades + room - 1) / room);
    for (int power = static_cast<int>(plan.most); power >= static_cast<int>(plan.least); power -= apart) {
        const double y = plan.y(std::pow(10, power));
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y));
        painter.setPen(theme().mutedInk);
        painter.drawText(
            QRectF(plan.area.left(), y - plan.line / 2, plan.plot.left() - plan.area.left() - 6, plan.line),
            Qt::AlignRight | Qt::AlignVCenter, powerOfTen(power));
    }
    painter.setPen(theme().mutedInk);
    painter.drawText(QRectF(plan.plot.left(), plan.area.top() - 2, plan.plot.width(), plan.line),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("|dL/dh|: how much the loss depends on the hidden state"));
    const int wanted =
        std::max(1, static_cast<int>(plan.plot.width() / (type.horizontalAdvance(QStringLiteral("000")) * 2.5)));
    int each = 1;
    for (const int candidate : {1, 2, 5, 10, 20, 50}) {
        each = candidate;
        if ((plan.steps - 1) / candidate <= wanted) break;
    }
    for (int back = 0; back < plan.steps; back += each) {
        painter.drawText(QRectF(plan.x(back) - 30, plan.plot.bottom() + 4, 60, plan.line), Qt::AlignCenter,
                         QString::number(back));
    }
    const QRectF below(plan.plot.left(), plan.plot.bottom() + 4 + plan.line, plan.plot.width(), plan.line);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("steps back from the last word"));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("first word: “%1”").arg(m_answer->words.front()));
}

void GradientChart::paintCurves(QPainter& painter, const Plan& plan) const {
    double above = -1e9;
    // Labels stand beside the last step, the highest first, none on another.
    std::vector<const GradientCurve*> order;
    for (const GradientCurve& curve : m_answer->curves) order.push_back(&curve);
    std::ranges::stable_sort(order, {}, [&](const GradientCurve* curve) { return plan.y(curve->flow.hidden.back()); });
    for (const GradientCurve* const curve : order) {
        const CurveLook look = lookOf(curve->family);
        QPainterPath path;
        for (int back = 0; back < plan.steps; ++back) {
            const QPointF at(plan.x(back), plan.y(curve->flow.hidden[static_cast<std::size_t>(plan.steps - 1 - back)]));
            back == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.colour, 2.5, look.line, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
        const int apart = std::max(1, (plan.steps - 1) / 6);
        for (int back = 0; back < plan.steps; back += apart) {
            paintMark(painter, curve->family,
                      {plan.x(back), plan.y(curve->flow.hidden[static_cast<std::size_t>(plan.steps - 1 - back)])});
        }
        const double y = std::max(plan.y(curve->flow.hidden.back()), above + plan.line);
        above = y;
        QFont bold = plan.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(typeColour(look.colour));
        painter.drawText(
            QRectF(plan.plot.right() + 8, y - plan.line / 2, plan.area.right() - plan.plot.right() - 8, plan.line),
            Qt::AlignLeft | Qt::AlignVCenter, nameOfFamily(curve->family));
    }
    if (lookedAt() < 0 || lookedAt() >= plan.steps) return;
    painter.setPen(QPen(theme().accent, 1.5));
    painter.drawLine(QPointF(plan.x(lookedAt()), plan.plot.top()), QPointF(plan.x(lookedAt()), plan.plot.bottom()));
}

void GradientChart::paintTable(QPainter& painter, const Plan& plan) const {
    painter.setFont(plan.font);
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(plan.table.left(), plan.table.top() + 2 * plan.line),
                     QPointF(plan.table.right(), plan.table.top() + 2 * plan.line));
    for (int column = 0; column < tableColumns(); ++column) {
        painter.setPen(theme().mutedInk);
        const QRectF head = plan.cell(-1, column);
        painter.drawText(head.adjusted(2, 0, -6, 0), Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap,
                         columnName(column));
        painter.setPen(theme().ink);
        for (int row = 0; row < tableRows(); ++row) {
            painter.drawText(plan.cell(row, column).adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                             cellText(row, column));
        }
    }
    for (int row = 0; row < tableRows(); ++row) {
        const QRectF name = plan.cell(row, -1);
        const Family family = m_answer->curves[static_cast<std::size_t>(row)].family;
        paintMark(painter, family, {name.left() + 8, name.center().y()});
        painter.setPen(theme().ink);
        painter.drawText(name.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, rowName(row));
    }
}

void GradientChart::paint(QPainter& painter, const QRectF& area) const {
    if (!m_answer) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Plan plan = planIn(area);
    paintAxes(painter, plan);
    paintCurves(painter, plan);
    paintTable(painter, plan);
}

void GradientChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().stage);
    paint(painter, rect());
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

}  // namespace attentarium
