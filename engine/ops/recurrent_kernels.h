#pragma once

#include <cstdint>

/// The arithmetic of recurrent cells for one row of features. Training runs these from time step to time step on memory
/// of its own, looking runs the same ones from node to node: so both give the same bits.
namespace attentarium::kernels {

/// y = 1 / (1 + e^−x); `x` and `y` may be the same.
template <typename Scalar>
void sigmoidRow(const Scalar* x, std::int64_t count, Scalar* y);

/// y = tanh x; `x` and `y` may be the same.
template <typename Scalar>
void tanhRow(const Scalar* x, std::int64_t count, Scalar* y);

/// y = left ⊙ right
template <typename Scalar>
void multiplyRow(const Scalar* left, const Scalar* right, std::int64_t count, Scalar* y);

/// y += x
template <typename Scalar>
void addRow(const Scalar* x, std::int64_t count, Scalar* y);

/// y = (1 − share) ⊙ fresh + share ⊙ old
template <typename Scalar>
void blendRow(const Scalar* share, const Scalar* fresh, const Scalar* old, std::int64_t count, Scalar* y);

}  // namespace attentarium::kernels
