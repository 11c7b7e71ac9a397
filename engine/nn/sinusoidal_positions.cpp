#include "engine/nn/sinusoidal_positions.h"

#include <cmath>

namespace attentarium {

template <typename Scalar>
Tensor<Scalar> sinusoidalPositions(std::int64_t places, std::int64_t width) {
    Tensor<Scalar> table({places, width});
    Scalar* cell = table.mutableView().data;
    for (std::int64_t place = 0; place < places; ++place) {
        for (std::int64_t feature = 0; feature < width; ++feature) {
            const auto pair = static_cast<double>(feature / 2 * 2);
            const double angle = static_cast<double>(place) / std::pow(10000.0, pair / static_cast<double>(width));
            *cell++ = static_cast<Scalar>(feature % 2 == 0 ? std::sin(angle) : std::cos(angle));
        }
    }
    return table;
}

template Tensor<float> sinusoidalPositions(std::int64_t, std::int64_t);
template Tensor<double> sinusoidalPositions(std::int64_t, std::int64_t);

}  // namespace attentarium
