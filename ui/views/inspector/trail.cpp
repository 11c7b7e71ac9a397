#include "ui/views/inspector/trail.h"

#include <algorithm>
#include <utility>

#include "ui/session/changed_cell.h"

namespace attentarium {

NamedCell named(const Trace& trace, const Cell& cell) {
    SetCell place = setCell(trace, cell.node, cell.index, 0);
    return {std::move(place.name), cell.quantity, std::move(place.place)};
}

std::optional<Cell> found(const Trace& trace, const NamedCell& cell) {
    std::optional<Cell> there = changedCell(trace, SetCell{cell.name, cell.place, 0});
    if (!there || (cell.quantity == Quantity::Gradient && trace.gradients(there->node).empty())) return std::nullopt;
    there->quantity = cell.quantity;
    return there;
}

void Trail::clear() {
    m_cells.clear();
    m_at = 0;
}

void Trail::begin(NamedCell cell) {
    clear();
    m_cells.push_back(std::move(cell));
}

void Trail::walkTo(NamedCell cell) {
    if (m_cells.empty()) {
        begin(std::move(cell));
        return;
    }
    m_cells.resize(static_cast<std::size_t>(m_at) + 1);
    m_cells.push_back(std::move(cell));
    ++m_at;
}

void Trail::replace(NamedCell cell) {
    if (m_cells.empty()) {
        begin(std::move(cell));
    } else {
        m_cells[static_cast<std::size_t>(m_at)] = std::move(cell);
    }
}

void Trail::goTo(int place) {
    m_at = std::clamp(place, 0, std::max(0, static_cast<int>(m_cells.size()) - 1));
}

}  // namespace attentarium
