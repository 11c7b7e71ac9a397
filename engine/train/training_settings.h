#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "engine/core/enumeration.h"
#include "engine/models/family.h"
#include "engine/trace/optimizer_kind.h"

namespace attentarium {

/// What is to be told from a corpus: each next token (Bengio et al., 2003), the masked ones (Devlin et al., 2019), or
/// the spans that were cut out (Raffel et al., 2020).
enum class ObjectiveKind { NextToken, MaskedToken, SpanCorruption };

inline constexpr std::array<std::string_view, 3> kObjectiveNames{"next-token", "masked-token", "span-corruption"};
template <>
inline constexpr std::span<const std::string_view> kNames<ObjectiveKind>{kObjectiveNames};

/// How a model is trained. The defaults are the published recipe of a small character model.
struct TrainingSettings {
    std::int64_t batch = 12;    ///< texts in each step
    std::int64_t steps = 2000;  ///< in all; fixes the schedule
    std::int64_t warmup = 100;  ///< steps over which the rate rises from zero
    double peakRate = 1e-3;
    double finalRate = 1e-4;
    ObjectiveKind objective = ObjectiveKind::NextToken;
    double maskShare = 0.15;        ///< of each text's tokens, to be told; 0: exactly one
    double maskedShare = 0.8;       ///< of those tokens, seen as `<mask>` (Devlin et al., 2019)
    double replacedShare = 0.1;     ///< of those tokens, seen as any token; the rest are seen as they are
    double spanLength = 3;          ///< mean tokens of a span
    std::int64_t examples = 100000;  ///< of a task, to learn from
    std::int64_t passes = 5;         ///< of word vectors over the text; they have no other number of steps
    double subsample = 1e-3;         ///< of word vectors: words of a larger share are often left out; 0: none is
    bool carry = false;  ///< whether each batch goes on where the last ended, with the recurrent state it left
    OptimizerKind optimizer = OptimizerKind::AdamW;
    double beta1 = 0.9;  ///< also the momentum of `Momentum`
    double beta2 = 0.99;
    double epsilon = 1e-8;
    double weightDecay = 0.1;   ///< of AdamW, on matrices only
    double l1 = 0;              ///< λ₁ of a loss + λ₁ · Σ|θ|, on matrices only; added after clipping
    double l2 = 0;              ///< λ₂ of a loss + λ₂ / 2 · Σθ², on matrices only; added after clipping
    double dropout = 0;         ///< share of activations left out while training (Srivastava et al., 2014)
    double labelSmoothing = 0;  ///< share of the target that is spread over the vocabulary (Szegedy et al., 2016)
    double taskWeight = 1;      ///< λ of loss = language + λ · task
    double clip = 1.0;          ///< largest norm of all gradients together
    std::uint64_t seed = 1;

    bool operator==(const TrainingSettings&) const = default;
};

/// What a family learns from a corpus.
constexpr ObjectiveKind objectiveOf(Family family) {
    if (family == Family::Bert) return ObjectiveKind::MaskedToken;
    return kEncoderDecoders.contains(family) ? ObjectiveKind::SpanCorruption : ObjectiveKind::NextToken;
}

/// What is known of one setting besides its value.
struct SettingsField {
    std::string_view name;    ///< in config.json
    std::string_view option;  ///< on the command line
    std::string_view about;   ///< for people
    double least = 0;
    double most = 0;
    bool leastIsOut = false;  ///< whether `least` itself is refused
    bool mostIsOut = false;
    bool since1 = false;  ///< whether the first version wrote it, so that it must be there
};

inline std::string optionOf(const SettingsField& field) {
    return std::string(field.option);
}

/// Calls `visit(const SettingsField&, member)` for every setting but the seed: the one list behind the command line,
/// config.json and validation.
template <typename Settings, typename Visit>
void forEachField(Settings& s, Visit&& visit) requires requires {
    s.peakRate;
}
{
    constexpr bool kOut = true, kIn = false, kSince1 = true;
    using Field = SettingsField;
    visit(Field{"batch", "batch", "texts in each step", 1, 65536, kIn, kIn, kSince1}, s.batch);
    visit(Field{"steps", "steps", "steps in all; they fix the schedule of the rate", 1, 1e9, kIn, kIn, kSince1},
          s.steps);
    visit(Field{"warmup", "warmup", "steps over which the rate rises", 0, 1e9, kIn, kIn, kSince1}, s.warmup);
    visit(Field{"peak_rate", "lr", "highest learning rate", 0, 10, kOut, kIn, kSince1}, s.peakRate);
    visit(Field{"final_rate", "final-lr", "learning rate at the end", 0, 10, kIn, kIn, kSince1}, s.finalRate);
    visit(Field{"objective", "objective", "what is learned from a corpus"}, s.objective);
    visit(Field{"mask_share", "mask-share", "share of each text to be told; 0: one token of it", 0, 1, kIn, kOut},
          s.maskShare);
    visit(Field{"masked_share", "masked", "share of the tokens to be told that are masked", 0, 1}, s.maskedShare);
    visit(Field{"replaced_share", "replaced", "share of the tokens to be told that are seen as any token", 0, 1},
          s.replacedShare);
    visit(Field{"span_length", "span-length", "mean length of the spans that are cut out", 1, 100}, s.spanLength);
    visit(Field{"examples", "examples", "examples of a task to learn from", 1, 1e7}, s.examples);
    visit(Field{"passes", "passes", "passes over the text, of word vectors with negatives", 1, 1e4}, s.passes);
    visit(Field{"subsample", "subsample", "words with a larger share of the text are often left out", 0, 1},
          s.subsample);
    visit(Field{"carry", "carry", "each batch goes on where the last ended, with the recurrent state it left", 0, 1},
          s.carry);
    visit(Field{"optimizer", "optimizer", "how gradients become updates"}, s.optimizer);
    visit(Field{"beta1", "beta1", "share of the old mean gradient; the momentum", 0, 1, kIn, kOut, kSince1}, s.beta1);
    visit(Field{"beta2", "beta2", "share of the old mean square", 0, 1, kIn, kOut, kSince1}, s.beta2);
    visit(Field{"epsilon", "epsilon", "added to the root of the mean square", 0, 1, kOut, kIn, kSince1}, s.epsilon);
    visit(Field{"weight_decay", "weight-decay", "of AdamW, on matrices only", 0, 100, kIn, kIn, kSince1},
          s.weightDecay);
    visit(Field{"l1", "l1", "weight of the sum of absolute weights, on matrices only", 0, 100}, s.l1);
    visit(Field{"l2", "l2", "weight of half the sum of squared weights, on matrices only", 0, 100}, s.l2);
    visit(Field{"dropout", "dropout", "share of activations left out while training", 0, 1, kIn, kOut}, s.dropout);
    visit(
        Field{"label_smoothing", "label-smoothing", "share of the target spread over the vocabulary", 0, 1, kIn, kOut},
        s.labelSmoothing);
    visit(Field{"task_weight", "task-weight", "weight of the task's loss beside the language's", 0, 1e6}, s.taskWeight);
    visit(Field{"clip", "clip", "largest norm of the gradient", 0, 1e6, kOut, kIn, kSince1}, s.clip);
}

/// Refuses impossible settings by name and value, NaN included: throws `Error` with `OptionOutOfRange`.
void validate(const TrainingSettings& settings);

}  // namespace attentarium
