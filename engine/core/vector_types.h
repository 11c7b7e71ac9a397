#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

namespace attentarium {

// What one vector register holds, and how many rows of a product stay in registers beside what they are made from.
#if defined(__AVX512F__)
inline constexpr int kVectorBytes = 64;
inline constexpr int kTileRows = 14;
#else
#if defined(__AVX__)
inline constexpr int kVectorBytes = 32;
#else
inline constexpr int kVectorBytes = 16;
#endif
inline constexpr int kTileRows = 6;
#endif

template <typename Scalar>
inline constexpr int kVectorLanes = kVectorBytes / static_cast<int>(sizeof(Scalar));

template <typename Scalar>
struct VectorTypes {
    using Aligned [[gnu::vector_size(kVectorBytes)]] = Scalar;
    // In memory a vector may lie anywhere.
    using Loose [[gnu::vector_size(kVectorBytes), gnu::aligned(sizeof(Scalar)), gnu::may_alias]] = Scalar;
};

/// As many numbers as one register holds; arithmetic on them is one instruction.
template <typename Scalar>
using Vector = typename VectorTypes<Scalar>::Aligned;

template <typename Scalar>
Vector<Scalar> loadVector(const Scalar* from) {
    return *reinterpret_cast<const typename VectorTypes<Scalar>::Loose*>(from);
}

template <typename Scalar>
void storeVector(Scalar* to, const Vector<Scalar>& vector) {
    *reinterpret_cast<typename VectorTypes<Scalar>::Loose*>(to) = vector;
}

namespace vector_transposition {

// One round: lanes whose number has bit `kStep` go over to the partner row, kStep rows further on.
template <int kStep, typename Vector, std::size_t... kLane>
void exchange(Vector& row, Vector& partner, std::index_sequence<kLane...>) {
    constexpr int kCount = static_cast<int>(sizeof...(kLane));
    const Vector first = __builtin_shufflevector(
        row, partner,
        ((static_cast<int>(kLane) & kStep) ? kCount + static_cast<int>(kLane) - kStep : static_cast<int>(kLane))...);
    const Vector second = __builtin_shufflevector(
        row, partner,
        ((static_cast<int>(kLane) & kStep) ? kCount + static_cast<int>(kLane) : static_cast<int>(kLane) + kStep)...);
    row = first;
    partner = second;
}

template <int kStep, typename Scalar>
void rounds(Vector<Scalar> (&rows)[kVectorLanes<Scalar>]) {
    constexpr int kLanes = kVectorLanes<Scalar>;
#pragma GCC unroll 16
    for (int i = 0; i < kLanes; ++i) {
        if (!(i & kStep)) exchange<kStep>(rows[i], rows[i + kStep], std::make_index_sequence<kLanes>());
    }
    if constexpr (kStep > 1) rounds<kStep / 2, Scalar>(rows);
}

}  // namespace vector_transposition

/// Turns a square of vectors about its diagonal (Eklundh, 1972): rows become columns.
template <typename Scalar>
void transposeVectors(Vector<Scalar> (&rows)[kVectorLanes<Scalar>]) {
    vector_transposition::rounds<kVectorLanes<Scalar> / 2, Scalar>(rows);
}

}  // namespace attentarium
