#pragma once

#include "engine/models/registry.h"

namespace attentarium::test {

template <typename Choice>
Choice anyOf(Random& random, std::initializer_list<Choice> choices) {
    return choices.begin()[random.below(choices.size())];
}

inline constexpr std::initializer_list<Positions> kAllPositions{Positions::Learned, Positions::Sinusoidal,
                                                                Positions::Rotary, Positions::Alibi, Positions::None};

/// A transformer of any sizes and choices.
inline ModelConfig randomTransformer(Family family, Random& random) {
    ModelConfig config = defaultConfig(family);
    config.layers = anyOf<std::int64_t>(random, {1, 2, 3});
    config.heads = anyOf<std::int64_t>(random, {1, 2, 4, 6});
    config.keyValueHeads = config.heads % 2 == 0 ? anyOf<std::int64_t>(random, {0, 1, config.heads / 2}) : 0;
    config.width = config.heads * anyOf<std::int64_t>(random, {4, 6, 10});
    config.context = 40;
    config.vocabulary = anyOf<std::int64_t>(random, {2, 5, 17});
    config.tied = random.below(2) == 0;
    config.positions = anyOf(random, kAllPositions);
    config.normPlace = anyOf(random, {NormPlace::Before, NormPlace::After});
    config.norm = anyOf(random, {Norm::LayerNorm, Norm::RmsNorm});
    config.activation = anyOf(random, {Activation::Gelu, Activation::Relu, Activation::SwiGlu});
    if (family != Family::Transformer) config.classes = anyOf<std::int64_t>(random, {0, 2, 3});
    return config;
}

/// Its choices in a line, for the message of a failing test.
inline std::string described(const ModelConfig& c) {
    const auto number = [](std::int64_t value) { return std::to_string(value) + ' '; };
    return std::string(nameOf(c.family)) + ": layers " + number(c.layers) + "heads " + number(c.heads) + "on " +
           number(c.keyValueHeads) + "width " + number(c.width) + "vocabulary " + number(c.vocabulary) +
           std::string(nameOf(c.positions)) + ' ' + std::string(nameOf(c.normPlace)) + ' ' +
           std::string(nameOf(c.norm)) + ' ' + std::string(nameOf(c.activation)) + " classes " + number(c.classes);
}

/// The model with weights so large that everything matters.
template <typename Scalar>
std::unique_ptr<Model<Scalar>> filledModel(const ModelConfig& config, Random& random) {
    auto model = makeModel<Scalar>(config);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        Parameter<Scalar>& parameter = model->parameters()[i];
        fillNormal(parameter, random, 0.4);
        if (!parameter.name.ends_with(".gain")) continue;
        for (Scalar& cell : parameter.value.mutableView().span()) cell += 1;
    }
    return model;
}

}  // namespace attentarium::test
