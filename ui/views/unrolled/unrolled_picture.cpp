#include "ui/views/unrolled/unrolled_picture.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "ui/explain/site_words.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

constexpr double kLeastCell = 3, kMostCell = 14, kFittingCell = 12, kRowGap = 7, kPadding = 6;
struct UnrolledPictureWords {
    Q_DECLARE_TR_FUNCTIONS(UnrolledPictureWords)
};

constexpr double kLeastLine = 96, kMostLine = 300;

/// What a gate or a state is squeezed from.
bool isSum(Site site) {
    constexpr Site kSums[]{Site::HiddenSum,    Site::InputGateSum,  Site::ForgetGateSum, Site::OutputGateSum,
                           Site::ResetGateSum, Site::UpdateGateSum, Site::CandidateSum};
    return std::ranges::find(kSums, site) != std::end(kSums);
}

}  // namespace

std::span<const float> UnrolledPicture::numbers(int row, int time) const {
    const Var node = rows[static_cast<std::size_t>(row)].nodes[static_cast<std::size_t>(time)];
    return backward ? trace->gradients(node) : trace->values(node);
}

double UnrolledPicture::limitOf(int row) const {
    double most = 0;
    for (int time = 0; time < steps(); ++time) {
        for (const float number : numbers(row, time)) {
            if (std::isfinite(number)) most = std::max(most, std::abs(static_cast<double>(number)));
        }
    }
    return most;
}

int UnrolledPicture::widthOf(int row) const {
    return static_cast<int>(trace->values(rows[static_cast<std::size_t>(row)].nodes.front()).size());
}

QString titleOfRow(const UnrolledPicture& picture, int row) {
    const Site site = picture.rows[static_cast<std::size_t>(row)].site;
    const char* const symbol = row == 0 ? "x" : wordsOf(site).symbol;
    const QString letter = QString::fromUtf8(symbol);
    //: what a time step reads: the word's vector, or what the layer below shows
    const QString title = row == 0      ? UnrolledPictureWords::tr("input")
                          : isSum(site) ? UnrolledPictureWords::tr("sum")
                                        : titleOf(site);
    return picture.backward ? QStringLiteral("%1  dL/d%2").arg(title, letter)
                            : QStringLiteral("%1  %2").arg(title, letter);
}

UnrolledPlan::UnrolledPlan(const UnrolledPicture& picture, const QFont& base, QSizeF room, double wanted)
    : font(base), small(base) {
    small.setPointSizeF(base.pointSizeF() * 0.85);
    if (picture.isEmpty()) return;
    const QFontMetricsF type(font), smallType(small);
    const int rows = static_cast<int>(picture.rows.size()), steps = picture.steps();
    const int units = picture.widthOf(rows - 1);
    double widest = 0;
    for (int row = 0; row < rows; ++row) {
        widest = std::max(widest, smallType.horizontalAdvance(titleOfRow(picture, row)));
    }
    side = widest + 16;
    gap = std::max(16.0, type.height());
    const auto linesOf = [&](int row) { return std::ceil(picture.widthOf(row) / static_cast<double>(across)); };
    top = type.height() + 10;
    const double belowHeight = picture.below.isEmpty() ? 0 : smallType.height() * 2 + 6;
    // Of all shapes between a square and a band three times as wide as high, that with the largest numbers.
    const double wide = room.width() - side - steps * gap - 2 * kPadding;
    const double high = room.height() - top - belowHeight - kRowGap - kLeastLine - smallType.height() - 18;
    const auto fits = [&](double each) {
        double height = 0;
        for (int row = 0; row < rows; ++row) {
            height += std::max(linesOf(row) * each, smallType.height()) + kRowGap;
        }
        return height <= high && steps * across * each <= wide;
    };
    // Many words are moved sideways rather than made too small to see.
    cell = 0;
    int best = 1;
    for (const double ratio : {3.0, 2.5, 2.0, 1.5, 1.0}) {
        across = std::clamp(static_cast<int>(std::ceil(std::sqrt(ratio * units))), 1, units);
        double each = kFittingCell;
        // Small ones differ by half a pixel, large ones are whole.
        while (each > kLeastCell && !fits(each)) each -= each > 6 ? 1 : 0.5;
        if (each <= cell) continue;
        cell = each;
        best = across;
    }
    across = best;
    if (wanted > 0) cell = wanted;
    cell = std::clamp(cell, kLeastCell, kMostCell);
    column = std::max(across * cell, smallType.horizontalAdvance(QStringLiteral("100 %")));
    for (const QString& word : picture.words) {
        column = std::max(column, std::min(type.horizontalAdvance(word), 120.0));
    }
    double y = top + kRowGap;
    for (int row = 0; row < rows; ++row) {
        const double height = std::max(linesOf(row) * cell, smallType.height());
        rowTops.push_back(y);
        rowHeights.push_back(height);
        y += height + kRowGap;
    }
    belowTop = y;
    y += belowHeight + smallType.height() + 10;
    const double right = side + steps * (column + gap);
    const double height = std::clamp(room.height() - y - 8, kLeastLine, kMostLine);
    line = QRectF(side, y, right - side, height);
    size = QSizeF(right + kPadding, y + height + 8);
}

QRectF UnrolledPlan::columnRect(int time) const {
    return {side + gap / 2 + time * (column + gap), 0, column, belowTop};
}

QRectF UnrolledPlan::tile(int row, int time) const {
    const auto r = static_cast<std::size_t>(row);
    const QRectF whole = columnRect(time);
    const double width = across * cell;
    return {whole.center().x() - width / 2, rowTops[r], width, rowHeights[r]};
}

QRectF UnrolledPlan::square(int row, int time, int unit) const {
    const QRectF whole = tile(row, time);
    return {whole.left() + unit % across * cell, whole.top() + unit / across * cell, cell, cell};
}

std::optional<UnrolledPlace> UnrolledPlan::placeAt(const UnrolledPicture& picture, QPointF at) const {
    for (int time = 0; time < picture.steps(); ++time) {
        const QRectF whole = columnRect(time);
        if (at.x() < whole.left() - gap / 2 || at.x() >= whole.right() + gap / 2) continue;
        if (at.y() >= line.top() && at.y() < line.bottom()) return UnrolledPlace{-1, time, picture.unit};
        for (int row = 0; row < static_cast<int>(rowTops.size()); ++row) {
            const QRectF area = tile(row, time);
            if (!area.contains(at)) continue;
            const int unit = static_cast<int>((at.y() - area.top()) / cell) * across +
                             static_cast<int>((at.x() - area.left()) / cell);
            if (unit < picture.widthOf(row)) return UnrolledPlace{row, time, unit};
        }
    }
    return std::nullopt;
}

}  // namespace attentarium
