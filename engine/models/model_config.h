#pragma once

#include <cstdint>

#include "engine/models/family.h"
#include "engine/nn/source_attention.h"
#include "engine/nn/transformer_choices.h"
#include "engine/ops/recurrent_cell.h"

namespace attentarium {

enum class Smoothing { AddK, KneserNey };

inline constexpr std::array<std::string_view, 3> kRecurrentCellNames{"rnn", "lstm", "gru"};
inline constexpr std::array<std::string_view, 4> kAlignmentNames{"none", "additive", "dot", "general"};
inline constexpr std::array<std::string_view, 2> kSmoothingNames{"add-k", "kneser-ney"};
template <>
inline constexpr std::span<const std::string_view> kNames<RecurrentCell>{kRecurrentCellNames};
template <>
inline constexpr std::span<const std::string_view> kNames<Alignment>{kAlignmentNames};
template <>
inline constexpr std::span<const std::string_view> kNames<Smoothing>{kSmoothingNames};

/// The sizes and choices that make a model what it is. A family uses some of them (`model_config_fields.h`); the others
/// keep their defaults.
struct ModelConfig {
    Family family = Family::Gpt;
    std::int64_t layers = 4;
    std::int64_t heads = 4;
    std::int64_t keyValueHeads = 0;  ///< shared by groups of query heads; 0: one for each
    std::int64_t width = 128;
    std::int64_t context = 64;    ///< tokens it can see at once, on either side of an encoder–decoder
    std::int64_t vocabulary = 0;  ///< one for both sides of an encoder–decoder
    bool tied = false;            ///< whether the unembedding is the token embedding turned over
    Positions positions = Positions::Learned;
    NormPlace normPlace = NormPlace::Before;
    Norm norm = Norm::LayerNorm;
    Activation activation = Activation::Gelu;
    RecurrentCell cell = RecurrentCell::Lstm;
    bool bidirectional = false;  ///< whether a seq2seq encoder reads from both ends
    Alignment alignment = Alignment::Dot;
    std::int64_t window = 3;     ///< words that mlp-lm sees; words on each side for word vectors
    std::int64_t hidden = 128;   ///< units of mlp-lm's hidden layer
    bool direct = false;         ///< whether mlp-lm links its embeddings to the logits without the hidden layer too
    std::int64_t negatives = 0;  ///< words drawn against each true one; 0: full softmax
    std::int64_t order = 3;      ///< of an n-gram: the words in it
    Smoothing smoothing = Smoothing::KneserNey;
    double addK = 0.1;         ///< what add-k smoothing adds to each count
    std::int64_t classes = 0;  ///< that a task head tells apart; 0: no head

    std::int64_t headWidth() const { return width / heads; }
    std::int64_t hiddenWidth() const { return 4 * width; }

    bool operator==(const ModelConfig&) const = default;
};

/// The published choices of each family: for example sinusoidal positions and normalisation after each sum for
/// `transformer`. The vocabulary is left open.
ModelConfig defaultConfig(Family family);

/// The number of learned numbers of such a model, known without making it; 0 for `ngram`, which counts instead. The
/// sizes must be valid.
std::int64_t parameterCount(const ModelConfig& config);

/// Refuses impossible sizes by name and value, before anything is allocated: throws `Error` with
/// `OptionOutOfRange`, `WidthNotDivisible`, `HeadsNotDivisible`, `HeadWidthOdd` or `ModelTooLarge`.
void validate(const ModelConfig& config);

}  // namespace attentarium
