#include "engine/ops/attention_kernels.h"

#include <algorithm>
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
void hideLater(const Scalar* x, std::int64_t tokens, Scalar* y) {
    for (std::int64_t i = 0; i < tokens; ++i) {
        const Scalar* from = x + i * tokens;
        Scalar* to = y + i * tokens;
        if (x != y) std::copy_n(from, i + 1, to);
        std::fill(to + i + 1, to + tokens, -std::numeric_limits<Scalar>::infinity());
    }
}

template <typename Scalar>
void hideLaterBackward(const Scalar* dy, std::int64_t tokens, Scalar* dx) {
    for (std::int64_t i = 0; i < tokens; ++i) {
        for (std::int64_t j = 0; j <= i; ++j) dx[i * tokens + j] += dy[i * tokens + j];
    }
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

#define ATTENTARIUM_INSTANTIATE(Scalar)                                    \
    template void scale(const Scalar*, std::int64_t, Scalar, Scalar*);     \
    template void addScaled(const Scalar*, std::int64_t, Scalar, Scalar*); \
    template void hideLater(const Scalar*, std::int64_t, Scalar*);         \
    template void hideLaterBackward(const Scalar*, std::int64_t, Scalar*); \
    template void softmaxRow(const Scalar*, std::int64_t, Scalar*);        \
    template void softmaxRowBackward(const Scalar*, const Scalar*, std::int64_t, Scalar*);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::kernels
