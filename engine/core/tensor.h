#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>

#include "engine/core/shape.h"

namespace attentarium {

/// Sums change with alignment, so every buffer starts on the same boundary.
inline constexpr std::size_t kAlignment = 64;

/// A borrowed tensor: a shape over row-major memory that something else owns.
template <typename Scalar>
struct TensorView {
    Scalar* data = nullptr;
    Shape shape;

    std::int64_t count() const { return data ? shape.count() : 0; }
    std::int64_t rows() const { return shape.rows(); }
    std::int64_t columns() const { return shape.columns(); }
    Scalar* row(std::int64_t index) const { return data + index * columns(); }
    std::span<Scalar> span() const { return {data, static_cast<std::size_t>(count())}; }
    explicit operator bool() const { return data != nullptr; }
    operator TensorView<const Scalar>() const requires(!std::is_const_v<Scalar>) { return {data, shape}; }
};

/// An owned tensor, row-major, 64-byte aligned. Copies share their memory until one of them is written to,
/// so a trace can keep the parameters it saw for nothing.
template <typename Scalar>
class Tensor {
  public:
    Tensor() = default;
    /// Zeros.
    explicit Tensor(const Shape& shape) : m_shape(shape), m_data(allocate(shape.count())) {
        std::memset(m_data.get(), 0, sizeof(Scalar) * static_cast<std::size_t>(shape.count()));
    }

    const Shape& shape() const { return m_shape; }
    std::int64_t count() const { return m_data ? m_shape.count() : 0; }
    std::span<const Scalar> values() const { return {m_data.get(), static_cast<std::size_t>(count())}; }
    TensorView<const Scalar> view() const { return {m_data.get(), m_shape}; }

    /// Writable memory; copied first where another tensor shares it.
    TensorView<Scalar> mutableView() {
        if (m_data.use_count() > 1) {
            std::shared_ptr<Scalar[]> own = allocate(count());
            std::memcpy(own.get(), m_data.get(), sizeof(Scalar) * static_cast<std::size_t>(count()));
            m_data = std::move(own);
        } else {
            // The last to share it may have been another thread: taking a share, unlike counting them, waits for
            // its reads to be over before the writes that follow.
            const std::shared_ptr<Scalar[]> share = m_data;
        }
        return {m_data.get(), m_shape};
    }

  private:
    static std::shared_ptr<Scalar[]> allocate(std::int64_t count) {
        auto* memory = static_cast<Scalar*>(
            ::operator new (sizeof(Scalar) * static_cast<std::size_t>(count), std::align_val_t{kAlignment}));
        return {memory, [](Scalar* p) { ::operator delete (p, std::align_val_t{kAlignment}); }};
    }

    Shape m_shape;
    std::shared_ptr<Scalar[]> m_data;
};

}  // namespace attentarium
