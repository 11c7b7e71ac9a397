#include "ui/views/stage/matrix_content.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace attentarium {

bool MatrixContent::paintsLike(const MatrixContent& other) const {
    const auto asTuple = [](const MatrixContent& content) {
        const CellWindow& cells = content.window;
        return std::tie(content.node.index, content.quantity, content.presence, content.isSource, content.limit,
                        content.scale, content.title, content.symbol, content.shape, content.subtitle, content.formula,
                        content.rowLabels, content.columnLabels, content.titleColour, content.scaleColour,
                        content.frameColour, content.boldRow, content.boldColumn, content.outlinedRow, content.selected,
                        content.own, content.pendingText, content.isChange, content.rowNodes, content.pendingRows,
                        cells.rows, cells.columns, cells.first, cells.rowStride, cells.chosen);
    };
    const auto secondOf = [](const MatrixContent& content) {
        const SecondQuantity none;
        const SecondQuantity& lower = content.second ? *content.second : none;
        return std::tuple(content.second.has_value(), lower.numbers.data(), lower.limit, lower.pending,
                          lower.pendingRows);
    };
    return numbers.data() == other.numbers.data() && asTuple(*this) == asTuple(other) &&
           secondOf(*this) == secondOf(other);
}

Cell MatrixContent::cellAt(CellPlace place) const {
    const std::int64_t index = window.indexAt(place.row, place.column);
    if (rowNodes.empty()) return {node, chosenQuantity, index};
    return {rowNodes[static_cast<std::size_t>(place.row)], chosenQuantity, index - place.row * window.rowStride};
}

std::optional<CellPlace> MatrixContent::placeOf(const Cell& cell) const {
    if (cell.quantity != quantity && !second) return {};
    if (rowNodes.empty()) return cell.node == node ? window.find(cell.index) : std::nullopt;
    const auto row = std::ranges::find(rowNodes, cell.node) - rowNodes.begin();
    if (row == static_cast<std::ptrdiff_t>(rowNodes.size())) return {};
    return window.find(row * window.rowStride + cell.index);
}

bool MatrixContent::isHidden(int row, int column) const {
    if (mask.empty()) return false;
    const auto index = static_cast<std::size_t>(window.indexAt(row, column));
    return index < mask.size() && std::isinf(mask[index]) && mask[index] < 0;
}

double MatrixContent::numberAt(int row, int column) const {
    const auto index = static_cast<std::size_t>(window.indexAt(row, column));
    return index < numbers.size() ? static_cast<double>(numbers[index]) : 0;
}

std::optional<double> MatrixContent::secondAt(int row, int column) const {
    if (!second || second->pending) return {};
    if (!second->pendingRows.empty() && second->pendingRows[static_cast<std::size_t>(row)]) return {};
    const auto index = static_cast<std::size_t>(window.indexAt(row, column));
    return index < second->numbers.size() ? std::optional(static_cast<double>(second->numbers[index])) : std::nullopt;
}

}  // namespace attentarium
