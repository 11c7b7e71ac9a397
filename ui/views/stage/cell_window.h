#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace attentarium {

struct CellPlace {
    int row = 0;
    int column = 0;

    bool operator==(const CellPlace&) const = default;
};

/// Which cells of a row-major tensor a matrix on the stage shows: all, one head's, or the columns that matter.
struct CellWindow {
    int rows = 0;
    int columns = 0;
    std::int64_t first = 0;
    std::int64_t rowStride = 0;
    std::vector<std::int64_t> chosen;  ///< the tensor's columns that are shown; empty for 0, 1, 2, …

    std::int64_t indexAt(int row, int column) const;
    /// Where `index` is shown; none when it is not.
    std::optional<CellPlace> find(std::int64_t index) const;
    bool isEmpty() const { return rows <= 0 || columns <= 0; }
};

}  // namespace attentarium
