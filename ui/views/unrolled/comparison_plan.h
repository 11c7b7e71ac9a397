#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <algorithm>

#include "ui/views/unrolled/comparison_table.h"

namespace attentarium {

/// Where the parts of the table lie.
struct ComparisonTable::Plan {
    Plan(const Comparison& comparison, const QFont& type, QSizeF room, const QStringList& heads)
        : font(type), small(type) {
        small.setPointSizeF(type.pointSizeF() * 0.85);
        const QFontMetricsF usual(font), tiny(small);
        line = tiny.height();
        top = usual.height() + 10;
        side = 0;
        for (const QString& head : heads) side = std::max(side, tiny.horizontalAdvance(head));
        side += 22;
        const auto words = static_cast<double>(comparison.words.size());
        double widest = tiny.horizontalAdvance(QStringLiteral("garden 100 %"));
        for (const ComparedModel& model : comparison.models) {
            for (const ComparedStep& step : model.steps) {
                for (const auto& [word, share] : step.next) {
                    widest = std::max(widest, std::min(tiny.horizontalAdvance(word + QStringLiteral(" 100 %")), 130.0));
                }
            }
        }
        column = std::clamp((room.width() - side - 8) / std::max(1.0, words), widest + 12, 150.0);
        const auto rows = static_cast<double>(std::max<std::size_t>(1, comparison.models.size()));
        const double needed = (ComparisonStudy::kShown + 1) * line + 22;
        row = std::clamp((room.height() - top - 8) / rows, needed, needed + 70);
        size = {side + words * column + 8, top + rows * row + 8};
        for (const ComparedModel& model : comparison.models) {
            for (const ComparedStep& step : model.steps) mostLoss = std::max(mostLoss, step.loss);
        }
    }

    QRectF cell(int model, int word) const { return {side + word * column, top + model * row, column, row}; }
    QRectF head(int model) const { return {0, top + model * row, side, row}; }

    QFont font, small;
    QSizeF size;
    double line = 12, top = 20, side = 100, column = 80, row = 80, mostLoss = 1e-9;
};

}  // namespace attentarium
