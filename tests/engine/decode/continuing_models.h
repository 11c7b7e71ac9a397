#pragma once

#include <memory>
#include <vector>

#include "engine/models/registry.h"

namespace attentarium::test {

/// A model that can continue a text, with large random weights, and a source where it reads one.
struct ContinuingModel {
    std::unique_ptr<Model<float>> model;
    std::vector<int> source;
};

inline constexpr Family kContinuing[] = {Family::MlpLm,   Family::Rnn, Family::Lstm,       Family::Gru,
                                         Family::Seq2Seq, Family::Gpt, Family::Transformer};

inline ModelConfig randomContinuingConfig(Random& random, std::int64_t vocabulary = 5) {
    const auto below = [&](std::uint64_t count) { return static_cast<std::int64_t>(random.below(count)); };
    ModelConfig config = defaultConfig(kContinuing[random.below(std::size(kContinuing))]);
    config.layers = 1 + below(2);
    config.heads = 2;
    config.width = 8;
    config.hidden = 7;
    config.window = 1 + below(3);
    config.context = 16;
    config.vocabulary = vocabulary;
    config.tied = below(2) == 0;
    if (config.family == Family::Gpt) config.positions = static_cast<Positions>(below(5));
    config.cell = static_cast<RecurrentCell>(below(3));
    config.alignment = static_cast<Alignment>(below(4));
    return config;
}

inline ContinuingModel randomContinuingModel(Random& random, std::int64_t vocabulary = 5) {
    ContinuingModel made;
    const ModelConfig config = randomContinuingConfig(random, vocabulary);
    made.model = makeModel<float>(config);
    for (std::size_t i = 0; i < made.model->parameters().size(); ++i) {
        fillNormal(made.model->parameters()[i], random, 0.5);
    }
    if (kEncoderDecoders.contains(config.family)) {
        for (int i = 0; i < 5; ++i) {
            made.source.push_back(static_cast<int>(random.below(static_cast<std::uint64_t>(vocabulary))));
        }
    }
    return made;
}

}  // namespace attentarium::test
