#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// A cell by its name and place, so that the next run's trace has it too.
struct NamedCell {
    std::string name;
    Quantity quantity = Quantity::Value;
    std::vector<std::int64_t> place;

    bool operator==(const NamedCell&) const = default;
};

NamedCell named(const Trace& trace, const Cell& cell);
/// None where the trace has no such cell.
std::optional<Cell> found(const Trace& trace, const NamedCell& cell);

/// The way from a cell to one of its sources and on, with the way back, and forward again.
class Trail {
  public:
    bool isEmpty() const { return m_cells.empty(); }
    /// From the cell that the walk began with to the furthest.
    std::span<const NamedCell> cells() const { return m_cells; }
    /// Where the walk stands; only of a trail that is not empty.
    int at() const { return m_at; }
    const NamedCell& current() const { return m_cells[static_cast<std::size_t>(m_at)]; }
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < static_cast<int>(m_cells.size()); }

    void clear();
    void begin(NamedCell cell);
    /// On to a source of the current cell; what lay ahead is given up.
    void walkTo(NamedCell cell);
    /// Another look at the same place.
    void replace(NamedCell cell);
    void goTo(int place);

  private:
    std::vector<NamedCell> m_cells;
    int m_at = 0;
};

}  // namespace attentarium
