#include "ui/views/word_map/label_layout.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace attentarium {
namespace {

/// Rectangles in a grid, so that only those nearby are looked at. A table of its own: a map of thousands of words is
/// laid out anew with each turn of the wheel.
class Occupied {
  public:
    explicit Occupied(std::size_t expected) : m_slots(std::bit_ceil(8 * expected + 16)) {
        m_entries.reserve(4 * expected);
    }

    bool meets(const QRectF& rect) const {
        return anyCell(rect, [&](std::int64_t cell) {
            for (int at = m_slots[slotOf(cell)].first; at >= 0; at = m_entries[static_cast<std::size_t>(at)].next) {
                if (m_entries[static_cast<std::size_t>(at)].rect.intersects(rect)) return true;
            }
            return false;
        });
    }
    void add(const QRectF& rect) {
        anyCell(rect, [&](std::int64_t cell) {
            if (2 * m_used >= m_slots.size()) grow();
            Slot& slot = m_slots[slotOf(cell)];
            if (slot.first < 0) ++m_used;
            slot.cell = cell;
            m_entries.push_back({rect, std::exchange(slot.first, static_cast<int>(m_entries.size()))});
            return false;
        });
    }

  private:
    static constexpr double kCellWidth = 64, kCellHeight = 24;

    struct Slot {
        std::int64_t cell = 0;
        int first = -1;  ///< of the entries of the cell; none: the slot is free
    };
    struct Entry {
        QRectF rect;
        int next = -1;
    };

    template <typename Act>
    static bool anyCell(const QRectF& rect, const Act& act) {
        const auto column = [](double x) { return static_cast<std::int64_t>(std::floor(x / kCellWidth)); };
        const auto row = [](double y) { return static_cast<std::int64_t>(std::floor(y / kCellHeight)); };
        const std::int64_t lastX = column(rect.right()), lastY = row(rect.bottom());
        for (std::int64_t y = row(rect.top()); y <= lastY; ++y) {
            for (std::int64_t x = column(rect.left()); x <= lastX; ++x) {
                if (act(y * (std::int64_t{1} << 32) + x)) return true;
            }
        }
        return false;
    }

    /// Where the cell is, or the free slot where it would be.
    std::size_t slotOf(std::int64_t cell) const {
        const std::uint64_t mixed = static_cast<std::uint64_t>(cell) * 0x9E3779B97F4A7C15u;
        std::size_t at = static_cast<std::size_t>(mixed >> 20) & (m_slots.size() - 1);
        while (m_slots[at].first >= 0 && m_slots[at].cell != cell) at = (at + 1) & (m_slots.size() - 1);
        return at;
    }
    void grow() {
        std::vector<Slot> before(2 * m_slots.size());
        before.swap(m_slots);
        for (const Slot& slot : before) {
            if (slot.first >= 0) m_slots[slotOf(slot.cell)] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::vector<Entry> m_entries;
    std::size_t m_used = 0;
};

}  // namespace

std::vector<QRectF> placesBeside(QPointF point, QSizeF label, double gap) {
    const double width = label.width(), height = label.height();
    const auto at = [&](double left, double top) { return QRectF(point + QPointF(left, top), label); };
    return {at(gap, -height / 2), at(-gap - width, -height / 2), at(-width / 2, -gap - height), at(-width / 2, gap)};
}

std::vector<PlacedLabel> placedLabels(const std::vector<QPointF>& points, const std::vector<QSizeF>& sizes,
                                      const std::vector<int>& order, double gap) {
    Occupied labels(points.size()), dots(points.size());
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
