#include "engine/core/shape.h"

#include "engine/core/error.h"

namespace attentarium {

Shape::Shape(std::initializer_list<std::int64_t> sizes) {
    expects(sizes.size() <= kMaximumRank, "[shape] at most four axes");
    for (const std::int64_t size : sizes) {
        expects(size > 0, "[shape] every size must be positive");
        m_sizes[static_cast<std::size_t>(m_rank++)] = size;
    }
}

Shape Shape::appended(std::int64_t size) const {
    expects(m_rank < kMaximumRank && size > 0, "[shape] cannot append this axis");
    Shape longer = *this;
    longer.m_sizes[static_cast<std::size_t>(longer.m_rank++)] = size;
    return longer;
}

Shape Shape::withFirst(std::int64_t size) const {
    expects(m_rank > 0 && size > 0, "[shape] cannot change the first axis");
    Shape changed = *this;
    changed.m_sizes[0] = size;
    return changed;
}

Shape Shape::withLast(std::int64_t size) const {
    expects(m_rank > 0 && size > 0, "[shape] cannot change the last axis");
    Shape changed = *this;
    changed.m_sizes[static_cast<std::size_t>(m_rank - 1)] = size;
    return changed;
}

std::string Shape::text() const {
    if (m_rank == 0) return "scalar";
    std::string joined;
    for (int axis = 0; axis < m_rank; ++axis) {
        if (axis > 0) joined += " × ";
        joined += std::to_string((*this)[axis]);
    }
    return joined;
}

}  // namespace attentarium
