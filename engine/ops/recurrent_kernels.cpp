#include "engine/ops/recurrent_kernels.h"

#include "engine/core/vector_math.h"

namespace attentarium::kernels {

template <typename Scalar>
void sigmoidRow(const Scalar* x, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = logistic(x[i]);
}

template <typename Scalar>
void tanhRow(const Scalar* x, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = hyperbolicTangent(x[i]);
}

template <typename Scalar>
void multiplyRow(const Scalar* left, const Scalar* right, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = left[i] * right[i];
}

template <typename Scalar>
void addRow(const Scalar* x, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] += x[i];
}

template <typename Scalar>
void blendRow(const Scalar* share, const Scalar* fresh, const Scalar* old, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = (1 - share[i]) * fresh[i] + share[i] * old[i];
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                             \
    template void sigmoidRow(const Scalar*, std::int64_t, Scalar*);                 \
    template void tanhRow(const Scalar*, std::int64_t, Scalar*);                    \
    template void multiplyRow(const Scalar*, const Scalar*, std::int64_t, Scalar*); \
    template void addRow(const Scalar*, std::int64_t, Scalar*);                     \
    template void blendRow(const Scalar*, const Scalar*, const Scalar*, std::int64_t, Scalar*);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::kernels
