#include "ui/views/word_map/label_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace attentarium {
namespace {

/// Rectangles in a grid, so that only those nearby are looked at.
class Occupied {
  public:
    bool meets(const QRectF& rect) const {
        bool met = false;
        forEachCell(rect, [&](std::int64_t cell) {
            const auto found = m_cells.find(cell);
            if (met || found == m_cells.end()) return;
            met = std::ranges::any_of(found->second, [&](const QRectF& other) { return other.intersects(rect); });
        });
        return met;
    }
    void add(const QRectF& rect) {
        forEachCell(rect, [&](std::int64_t cell) { m_cells[cell].push_back(rect); });
    }

  private:
    static constexpr double kCellWidth = 64, kCellHeight = 24;

    template <typename Act>
    static void forEachCell(const QRectF& rect, const Act& act) {
        const auto column = [](double x) { return static_cast<std::int64_t>(std::floor(x / kCellWidth)); };
        const auto row = [](double y) { return static_cast<std::int64_t>(std::floor(y / kCellHeight)); };
        for (std::int64_t y = row(rect.top()); y <= row(rect.bottom()); ++y) {
            for (std::int64_t x = column(rect.left()); x <= column(rect.right()); ++x) {
                act(y * (std::int64_t{1} << 32) + x);
            }
        }
    }

    std::unordered_map<std::int64_t, std::vector<QRectF>> m_cells;
};

}  // namespace

std::vector<QRectF> placesBeside(QPointF point, QSizeF label, double gap) {
    const double width = label.width(), height = label.height();
    const auto at = [&](double left, double top) { return QRectF(point + QPointF(left, top), label); };
    return {at(gap, -height / 2), at(-gap - width, -height / 2), at(-width / 2, -gap - height), at(-width / 2, gap)};
}

std::vector<PlacedLabel> placedLabels(const std::vector<QPointF>& points, const std::vector<QSizeF>& sizes,
                                      const std::vector<int>& order, double gap) {
    Occupied labels, dots;
    const QSizeF dot(2 * gap - 6, 2 * gap - 6);
    for (const QPointF& point : points) dots.add({point - QPointF(dot.width(), dot.height()) / 2, dot});
    std::vector<PlacedLabel> placed;
    std::vector<bool> isPlaced(points.size());
    // First those that cover nothing, then those that cover points only.
    for (const bool mayCoverDots : {false, true}) {
        for (const int point : order) {
            const auto at = static_cast<std::size_t>(point);
            if (isPlaced[at]) continue;
            for (const QRectF& rect : placesBeside(points[at], sizes[at], gap)) {
                if (labels.meets(rect) || (!mayCoverDots && dots.meets(rect))) continue;
                labels.add(rect);
                placed.push_back({point, rect});
                isPlaced[at] = true;
                break;
            }
        }
    }
    return placed;
}

}  // namespace attentarium
