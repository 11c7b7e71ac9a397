#include "engine/probe/position_vectors.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "engine/core/error.h"
#include "engine/nn/sinusoidal_positions.h"
#include "engine/ops/rotary.h"

namespace attentarium {

Tensor<float> positionVectors(const Model<float>& model) {
    const ModelConfig& config = model.config();
    const bool isTransformer =
        config.family == Family::Gpt || config.family == Family::Bert || config.family == Family::Transformer;
    if (!isTransformer) return {};
    switch (config.positions) {
        case Positions::Learned:
            for (std::size_t i = 0; i < model.parameters().size(); ++i) {
                const auto& parameter = model.parameters()[i];
                if (parameter.name.ends_with("position_embedding.weight")) return parameter.value;
            }
            return {};
        case Positions::Sinusoidal:
            return sinusoidalPositions<float>(config.context, config.width);
        case Positions::Rotary:
            return rotaryTurns<float>(config.context, config.headWidth());
        case Positions::Alibi:
        case Positions::None:
            break;
    }
    return {};
}

double wavelength(std::int64_t feature, std::int64_t width) {
    return 2 * std::numbers::pi / turnPerPlace(feature / 2, width);
}

Tensor<float> dotProducts(const Tensor<float>& rows) {
    const auto view = rows.view();
    Tensor<float> products({view.rows(), view.rows()});
    float* cell = products.mutableView().data;
    for (std::int64_t i = 0; i < view.rows(); ++i) {
        for (std::int64_t j = 0; j < view.rows(); ++j) {
            double sum = 0;
            for (std::int64_t feature = 0; feature < view.columns(); ++feature) {
                sum += static_cast<double>(view.row(i)[feature]) * static_cast<double>(view.row(j)[feature]);
            }
            *cell++ = static_cast<float>(sum);
        }
    }
    return products;
}

std::vector<double> meanByDistance(const Tensor<float>& products) {
    const auto view = products.view();
    std::vector<double> means;
    for (std::int64_t distance = 0; distance < view.rows(); ++distance) {
        double sum = 0;
        for (std::int64_t i = distance; i < view.rows(); ++i) sum += static_cast<double>(view.row(i)[i - distance]);
        means.push_back(sum / static_cast<double>(view.rows() - distance));
    }
    return means;
}

double turnPerPlace(std::int64_t pair, std::int64_t headWidth) {
    return std::pow(10000.0, -2 * static_cast<double>(pair) / static_cast<double>(headWidth));
}

PlaneVector turned(PlaneVector vector, double angle) {
    const double cosine = std::cos(angle), sine = std::sin(angle);
    return {vector.x * cosine - vector.y * sine, vector.y * cosine + vector.x * sine};
}

std::vector<double> turnedProducts(std::span<const float> query, std::span<const float> key, double queryPlace,
                                   double keyPlace) {
    expects(query.size() == key.size() && query.size() % 2 == 0, "[rotary] a query and a key have the same pairs");
    std::vector<double> products;
    for (std::size_t i = 0; i < query.size(); i += 2) {
        const double turn = turnPerPlace(static_cast<std::int64_t>(i / 2), static_cast<std::int64_t>(query.size()));
        const auto at = [&](std::span<const float> vector, double place) {
            return turned({static_cast<double>(vector[i]), static_cast<double>(vector[i + 1])}, place * turn);
        };
        const PlaneVector q = at(query, queryPlace), k = at(key, keyPlace);
        products.push_back(q.x * k.x + q.y * k.y);
    }
    return products;
}

}  // namespace attentarium
