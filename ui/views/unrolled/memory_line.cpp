#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/unrolled/cell_colours.h"
#include "ui/views/unrolled/unrolled_picture.h"

namespace attentarium {
namespace {

struct MemoryLine {
    Q_DECLARE_TR_FUNCTIONS(MemoryLine)
};

struct Scale {
    QRectF area;
    double least, most;

    double y(double value) const { return area.bottom() - (value - least) / (most - least) * area.height(); }
};

QRectF bar(const Scale& scale, double left, double width, double from, double to) {
    return QRectF(QPointF(left, scale.y(from)), QPointF(left + width, scale.y(to))).normalized();
}

void hatched(QPainter& painter, const QRectF& box) {
    painter.setPen(QPen(forgottenColour(), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    // Line by line: a file with vectors has no patterns.
    for (double y = box.top() - box.width() + 4; y < box.bottom(); y += 4) {
        const double left = std::max(0.0, box.top() - y), right = std::min(box.width(), box.bottom() - y);
        if (left >= right) continue;
        painter.drawLine(QPointF(box.right() - left, y + left), QPointF(box.right() - right, y + right));
    }
}

void filled(QPainter& painter, const QRectF& box) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(writtenColour());
    painter.drawRect(box);
}

void outlined(QPainter& painter, const QRectF& box) {
    painter.setPen(QPen(shownColour(), 1.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

/// Behind the title, from `x` on: what the patterns are.
void paintLegend(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, double x) {
    const QFontMetricsF small(plan.small);
    const double y = plan.line.top() - small.height() - 6, height = small.height() + 2;
    painter.setFont(plan.small);
    const auto entry = [&](const QString& text, void (*sample)(QPainter&, const QRectF&)) {
        if (sample) {
            sample(painter, QRectF(x, y + height / 2 - 5, 12, 10));
        } else {
            painter.setPen(QPen(theme().ink, 2));
            painter.drawLine(QPointF(x, y + height / 2), QPointF(x + 14, y + height / 2));
        }
        painter.setPen(theme().ink);
        const double width = small.horizontalAdvance(text);
        painter.drawText(QRectF(x + 18, y, width + 2, height), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width + 34;
    };
    const bool isLstm = picture.layer.cell == RecurrentCell::Lstm;
    if (picture.backward || picture.layer.cell == RecurrentCell::Rnn) return;
    const QString kept = isLstm ? QStringLiteral(" cₜ₋₁·(1−f)") : QStringLiteral(" hₜ₋₁·(1−z)");
    entry(isLstm ? QStringLiteral("c") : QStringLiteral("h"), nullptr);
    entry(MemoryLine::tr("forgotten") + kept, hatched);
    entry(MemoryLine::tr("written") + (isLstm ? QStringLiteral(" i·g") : QStringLiteral(" (1−z)·g")), filled);
    if (isLstm) entry(MemoryLine::tr("shown") + QStringLiteral(" o·tanh c"), outlined);
}

void paintAxis(QPainter& painter, const UnrolledPlan& plan, const Scale& scale) {
    for (const double value : {scale.least, 0.0, scale.most}) {
        const double y = scale.y(value);
        painter.setPen(QPen(theme().line, 1, value == 0 ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(plan.line.left(), y), QPointF(plan.line.right(), y));
    }
}

/// In front of what is scrolled under them.
void paintAxisNumbers(QPainter& painter, const UnrolledPlan& plan, const Scale& scale, double left) {
    const QFontMetricsF small(plan.small);
    if (left > 0)
        painter.fillRect(QRectF(left, plan.line.top() - 2, plan.side - 2, plan.line.height() + 6), theme().stage);
    painter.setFont(plan.small);
    painter.setPen(theme().mutedInk);
    for (const double value : {scale.least, 0.0, scale.most}) {
        const double y = scale.y(value);
        // Where two would lie on each other, the one at zero says enough.
        if (value != 0 && std::abs(y - scale.y(0)) < small.height()) continue;
        painter.drawText(QRectF(left, y - small.height() / 2, plan.side - 4, small.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shortNumber(value));
    }
}

Scale scaleOf(const std::vector<double>& numbers, const QRectF& area) {
    double least = 0, most = 0;
    for (const double number : numbers) {
        if (!std::isfinite(number)) continue;
        least = std::min(least, number);
        most = std::max(most, number);
    }
    if (least == most) most = 1;
    return {area.adjusted(0, 4, 0, -4), least, most};
}

Scale paintGradients(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan) {
    std::vector<double> numbers;
    for (const Var node : picture.layer.memory().nodes) {
        const std::span<const float> all = picture.trace->gradients(node);
        numbers.push_back(all.empty() ? 0 : static_cast<double>(all[static_cast<std::size_t>(picture.unit)]));
    }
    const Scale scale = scaleOf(numbers, plan.line);
    paintAxis(painter, plan, scale);
    for (int time = 0; time < picture.steps(); ++time) {
        if (!picture.isDone(time)) continue;
        const QRectF whole = plan.columnRect(time);
        const double number = numbers[static_cast<std::size_t>(time)];
        painter.fillRect(bar(scale, whole.center().x() - 9, 18, 0, number), theme().backward);
    }
    return scale;
}

Scale paintMemory(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan) {
    std::vector<MemoryStep> steps;
    std::vector<double> numbers;
    for (int time = 0; time < picture.steps(); ++time) {
        const MemoryStep step = memoryStep(*picture.trace, picture.layer, time, picture.unit);
        steps.push_back(step);
        numbers.insert(numbers.end(), {step.before, step.kept, step.now, step.shown});
    }
    const Scale scale = scaleOf(numbers, plan.line);
    paintAxis(painter, plan, scale);
    const bool isGated = picture.layer.cell != RecurrentCell::Rnn;
    const bool isLstm = picture.layer.cell == RecurrentCell::Lstm;
    for (int time = 0; time < picture.steps(); ++time) {
        if (!picture.isDone(time)) continue;
        const MemoryStep& step = steps[static_cast<std::size_t>(time)];
        const QRectF whole = plan.columnRect(time).adjusted(-plan.gap / 2, 0, plan.gap / 2, 0);
        const double width = std::clamp(whole.width() / 6, 6.0, 18.0), middle = whole.center().x();
        // From left to right: what was, less what is forgotten, and what is written.
        const double sign = picture.layer.reversed ? -1 : 1;
        const double in = middle - sign * whole.width() / 2, out = middle + sign * whole.width() / 2;
        const double first = middle - sign * 1.6 * width, second = middle, third = middle + sign * 1.6 * width;
        if (isGated) {
            hatched(painter, bar(scale, first - width / 2, width, step.before, step.kept));
            filled(painter, bar(scale, second - width / 2, width, step.kept, step.now));
        }
        if (isLstm) outlined(painter, bar(scale, third - width / 2, width, 0, step.shown));
        painter.setPen(QPen(theme().ink, 2));
        if (isGated) {
            painter.drawLine(QPointF(in, scale.y(step.before)), QPointF(first, scale.y(step.before)));
            painter.drawLine(QPointF(first, scale.y(step.kept)), QPointF(second, scale.y(step.kept)));
            painter.drawLine(QPointF(second, scale.y(step.now)), QPointF(out, scale.y(step.now)));
        } else {
            painter.drawLine(QPointF(in, scale.y(step.before)), QPointF(middle, scale.y(step.now)));
            painter.drawLine(QPointF(middle, scale.y(step.now)), QPointF(out, scale.y(step.now)));
            painter.setBrush(theme().ink);
            painter.drawEllipse(QPointF(middle, scale.y(step.now)), 3.5, 3.5);
        }
    }
    return scale;
}

}  // namespace

void paintMemoryLine(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, double left) {
    const QFontMetricsF small(plan.small);
    painter.save();
    QFont bold = plan.small;
    bold.setBold(true);
    for (int time = 0; time < picture.steps(); ++time) {
        const auto lit = [&](const std::optional<UnrolledPlace>& place) {
            return place && place->row < 0 && place->time == time;
        };
        if (!picture.isNow(time) && !lit(picture.hovered) && !lit(picture.chosen)) continue;
        const QRectF whole = plan.columnRect(time);
        painter.fillRect(
            QRectF(whole.left() - plan.gap / 2, plan.line.top(), whole.width() + plan.gap, plan.line.height()),
            theme().accentSoft);
    }
    const Scale scale = picture.backward ? paintGradients(painter, picture, plan) : paintMemory(painter, picture, plan);
    paintAxisNumbers(painter, plan, scale, left);
    painter.setFont(bold);
    painter.setPen(theme().ink);
    painter.drawText(
        QRectF(left + plan.side, plan.line.top() - small.height() - 6, plan.line.width(), small.height() + 2),
        Qt::AlignLeft | Qt::AlignVCenter, picture.lineTitle);
    paintLegend(painter, picture, plan,
                left + plan.side + QFontMetricsF(bold).horizontalAdvance(picture.lineTitle) + 20);
    painter.restore();
}

}  // namespace attentarium
