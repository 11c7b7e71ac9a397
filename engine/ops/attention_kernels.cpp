#include "engine/ops/attention_kernels.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "engine/core/vector_math.h"

namespace attentarium::kernels {

template <typename Scalar>
void scale(const Scalar* x, std::int64_t count, Scalar factor, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = factor * x[i];
}

template <typename Scalar>
void addScaled(const Scalar* x, std::int64_t count, Scalar factor, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] += factor * x[i];
}

template <typename Scalar>
void lessByDistance(const Scalar* x, std::int64_t count, std::int64_t place, Scalar slope, Scalar* y) {
    for (std::int64_t j = 0; j < count; ++j) y[j] = x[j] - slope * static_cast<Scalar>(std::abs(place - j));
}

template <typename Scalar>
void hideAfter(const Scalar* x, std::int64_t visible, std::int64_t count, Scalar* y) {
    if (x != y) std::copy_n(x, visible, y);
    std::fill(y + visible, y + count, -std::numeric_limits<Scalar>::infinity());
}

template <typename Scalar>
void softmaxRow(const Scalar* x, std::int64_t count, Scalar* y) {
    const Scalar largest = largestOf(x, count);
    if (largest == -std::numeric_limits<Scalar>::infinity()) {
        std::fill_n(y, count, Scalar{0});
        return;
    }
    for (std::int64_t j = 0; j < count; ++j) y[j] = exponential(x[j] - largest);
    const Scalar inverse = 1 / sumOf(y, count);
    for (std::int64_t j = 0; j < count; ++j) y[j] *= inverse;
}

template <typename Scalar>
void softmaxRowBackward(const Scalar* y, const Scalar* dy, std::int64_t count, Scalar* dx) {
    const Scalar along = dotProduct(dy, y, count);
    for (std::int64_t j = 0; j < count; ++j) dx[j] += y[j] * (dy[j] - along);
}

template <typename Scalar>
void visibleSoftmaxRow(Scalar* x, std::int64_t visible, std::int64_t count) {
    // Whole vectors, as far as something is visible.
    constexpr std::int64_t kLanes = kVectorLanes<Scalar>;
    const std::int64_t touched = std::min(count, (visible + kLanes - 1) / kLanes * kLanes);
    hideAfter(x, visible, touched, x);
    if (touched > 0) softmaxRow(x, touched, x);
    std::fill(x + touched, x + count, Scalar{0});
}

template <typename Scalar>
void visibleSoftmaxRowBackward(const Scalar* y, const Scalar* dy, std::int64_t visible, std::int64_t count,
                               Scalar factor, Scalar* dscores) {
    const Scalar along = dotProduct(dy, y, visible);
    for (std::int64_t j = 0; j < visible; ++j) dscores[j] = factor * (y[j] * (dy[j] - along));
    std::fill(dscores + visible, dscores + count, Scalar{0});
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                       \
    template void scale(const Scalar*, std::int64_t, Scalar, Scalar*);                        \
    template void addScaled(const Scalar*, std::int64_t, Scalar, Scalar*);                    \
    template void lessByDistance(const Scalar*, std::int64_t, std::int64_t, Scalar, Scalar*); \
    template void hideAfter(const Scalar*, std::int64_t, std::int64_t, Scalar*);              \
    template void softmaxRow(const Scalar*, std::int64_t, Scalar*);                           \
    template void softmaxRowBackward(const Scalar*, const Scalar*, std::int64_t, Scalar*);    \
    template void visibleSoftmaxRow(Scalar*, std::int64_t, std::int64_t);                     \
    template void visibleSoftmaxRowBackward(const Scalar*, const Scalar*, std::int64_t, std::int64_t, Scalar, Scalar*);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::kernels
