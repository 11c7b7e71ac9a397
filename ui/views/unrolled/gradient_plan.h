#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <algorithm>
#include <cmath>

#include "ui/views/unrolled/gradient_chart.h"

namespace attentarium {

/// Where the parts of the chart lie.
struct GradientChart::Plan {
    Plan(const GradientAnswer& answer, const QFont& type, const QRectF& whole)
        : font(type), area(whole), steps(static_cast<int>(answer.words.size())) {
        const QFontMetricsF metrics(font);
        line = metrics.height() + 4;
        const double left = metrics.horizontalAdvance(QStringLiteral("10⁻⁰⁰")) + 14;
        const double right = metrics.horizontalAdvance(QStringLiteral("LSTM")) + 18;
        table = QRectF(area.left() + 12, area.bottom() - 5 * line - 6, area.width() - 24, 5 * line);
        plot = QRectF(area.left() + left, area.top() + line, area.width() - left - right,
                      table.top() - area.top() - 3 * line);
        for (const GradientCurve& curve : answer.curves) {
            for (const double norm : curve.flow.hidden) {
                if (!(norm > 0) || !std::isfinite(norm)) continue;
                least = std::min(least, std::log10(norm));
                most = std::max(most, std::log10(norm));
            }
        }
        if (least > most) least = -1, most = 0;
        least = std::floor(least);
        most = std::max(std::ceil(most), least + 1);
    }

    double x(int back) const { return steps < 2 ? plot.right() : plot.right() - plot.width() * back / (steps - 1.0); }
    double y(double norm) const {
        const double power = std::isfinite(norm) && norm > 0 ? std::log10(norm) : norm > 0 ? most : least;
        return plot.bottom() - (power - least) / (most - least) * plot.height();
    }
    QRectF cell(int row, int column) const {
        const double first = table.width() * 0.14, each = (table.width() - first) / 5;
        return {table.left() + (column < 0 ? 0 : first + column * each), table.top() + (row < 0 ? 0 : row + 2) * line,
                column < 0 ? first : each, row < 0 ? 2 * line : line};
    }

    QFont font;
    QRectF area, plot, table;
    double line = 16;
    int steps = 0;
    double least = 1e9, most = -1e9;  ///< powers of ten
};

}  // namespace attentarium
