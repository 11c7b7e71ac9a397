#include "engine/ops/gelu_kernels.h"

#include "engine/core/vector_math.h"

namespace attentarium::kernels {
namespace {

template <typename Scalar>
Scalar slope(Scalar x) {
    const Normal<Scalar> normal = normalAt(x);
    return normal.below + x * normal.density;
}

}  // namespace

template <typename Scalar>
void gelu(const Scalar* x, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] = x[i] * normalShareBelow(x[i]);
}

template <typename Scalar>
void geluBackward(const Scalar* x, const Scalar* dy, std::int64_t count, Store store, Scalar* dx) {
    if (store == Store::Replace) {
        for (std::int64_t i = 0; i < count; ++i) dx[i] = dy[i] * slope(x[i]);
    } else {
        for (std::int64_t i = 0; i < count; ++i) dx[i] += dy[i] * slope(x[i]);
    }
}

template <typename Scalar>
void geluBackwardAndAgain(const Scalar* x, std::int64_t count, Store store, Scalar* dx, Scalar* dyThenY) {
    for (std::int64_t i = 0; i < count; ++i) {
        const Normal<Scalar> normal = normalAt(x[i]);
        const Scalar passed = dyThenY[i] * (normal.below + x[i] * normal.density);
        dx[i] = store == Store::Replace ? passed : dx[i] + passed;
        dyThenY[i] = x[i] * normal.below;
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                     \
    template void gelu(const Scalar*, std::int64_t, Scalar*);                               \
    template void geluBackward(const Scalar*, const Scalar*, std::int64_t, Store, Scalar*); \
    template void geluBackwardAndAgain(const Scalar*, std::int64_t, Store, Scalar*, Scalar*);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium::kernels
