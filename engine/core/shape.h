#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>

namespace attentarium {

/// The sizes of a tensor's axes, outermost first; rank 0 (a scalar) to rank 4.
class Shape {
  public:
    static constexpr int kMaximumRank = 4;

    Shape() = default;
    /// Throws `LogicError` on more than four axes or a size below one.
    Shape(std::initializer_list<std::int64_t> sizes);

    int rank() const { return m_rank; }
    /// The size of `axis`; negative axes count from the end.
    std::int64_t operator[](int axis) const {
        return m_sizes[static_cast<std::size_t>(axis < 0 ? axis + m_rank : axis)];
    }
    /// The number of elements; 1 for a scalar.
    std::int64_t count() const {
        std::int64_t product = 1;
        for (int axis = 0; axis < m_rank; ++axis) product *= (*this)[axis];
        return product;
    }
    /// The number of rows when all axes but the last are folded into one; 1 for a scalar.
    std::int64_t rows() const { return m_rank == 0 ? 1 : count() / (*this)[-1]; }
    /// The size of the last axis; 1 for a scalar.
    std::int64_t columns() const { return m_rank == 0 ? 1 : (*this)[-1]; }
    /// The same shape with another axis appended.
    Shape appended(std::int64_t size) const;
    /// The same shape with another size for its first axis.
    Shape withFirst(std::int64_t size) const;
    /// The same shape with another size for its last axis.
    Shape withLast(std::int64_t size) const;

    bool operator==(const Shape&) const = default;

    /// For people: "9 × 16"; "scalar" for rank 0.
    std::string text() const;

  private:
    std::array<std::int64_t, kMaximumRank> m_sizes{};
    int m_rank = 0;
};

}  // namespace attentarium
