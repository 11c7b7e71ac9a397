#pragma once

#include "tests/engine/models/random_transformer.h"

namespace attentarium::test {

/// A recurrent model of any sizes and choices: `rnn`, `lstm`, `gru`, and `seq2seq` with every attention.
inline ModelConfig randomRecurrent(Random& random) {
    ModelConfig config =
        defaultConfig(anyOf(random, {Family::Rnn, Family::Lstm, Family::Gru, Family::Seq2Seq, Family::Seq2Seq}));
    config.layers = anyOf<std::int64_t>(random, {1, 2, 4});
    config.width = anyOf<std::int64_t>(random, {1, 5, 16, 21});
    config.context = 40;
    config.vocabulary = anyOf<std::int64_t>(random, {2, 5, 60});
    if (config.family != Family::Seq2Seq) return config;
    config.cell = anyOf(random, {RecurrentCell::Rnn, RecurrentCell::Lstm, RecurrentCell::Gru});
    config.bidirectional = random.below(2) == 0;
    config.alignment = anyOf(random, {Alignment::None, Alignment::Additive, Alignment::Dot, Alignment::General});
    return config;
}

inline std::string describedRecurrent(const ModelConfig& c) {
    const auto number = [](std::int64_t value) { return std::to_string(value) + ' '; };
    std::string text = std::string(nameOf(c.family)) + ": layers " + number(c.layers) + "width " + number(c.width) +
                       "vocabulary " + number(c.vocabulary);
    if (c.family != Family::Seq2Seq) return text;
    return text + std::string(nameOf(c.cell)) + (c.bidirectional ? ", both directions, " : ", ") +
           std::string(nameOf(c.alignment));
}

}  // namespace attentarium::test
