#include "ui/views/stage/cell_window.h"

#include <algorithm>

namespace attentarium {

std::int64_t CellWindow::indexAt(int row, int column) const {
    const std::int64_t offset = chosen.empty() ? column : chosen[static_cast<std::size_t>(column)];
    return first + row * rowStride + offset;
}

std::optional<CellPlace> CellWindow::find(std::int64_t index) const {
    const std::int64_t offset = index - first;
    if (offset < 0 || rowStride <= 0) return {};
    const std::int64_t row = offset / rowStride;
    std::int64_t column = offset % rowStride;
    if (!chosen.empty()) {
        const auto found = std::ranges::find(chosen, column);
        if (found == chosen.end()) return {};
        column = found - chosen.begin();
    }
    if (row >= rows || column >= columns) return {};
    return CellPlace{static_cast<int>(row), static_cast<int>(column)};
}

}  // namespace attentarium
