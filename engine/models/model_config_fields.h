#pragma once

#include <algorithm>
#include <limits>
#include <string>

#include "engine/models/model_config.h"

namespace attentarium {

/// What is known of one setting besides its value.
struct ConfigField {
    std::string_view name;   ///< in config.json; on the command line with hyphens for the underscores
    std::string_view about;  ///< for people
    FamilySet families;      ///< that use it
    double least = 0;        ///< of a number
    double most = 0;
    bool since1 = false;  ///< whether the first version wrote it, so that it must be there
};

/// The field's name on the command line and in messages, for example `key-value-heads`.
inline std::string optionOf(const ConfigField& field) {
    std::string option(field.name);
    std::ranges::replace(option, '_', '-');
    return option;
}

/// Calls `visit(const ConfigField&, member)` for every setting of `config` but the family: the one list behind the
/// command line, config.json and validation. `member` is an integer, a number, a flag or an enumerator.
template <typename Config, typename Visit>
void forEachField(Config& config, Visit&& visit) requires requires {
    config.family;
}
{
    using enum Family;
    constexpr FamilySet kLayered{Rnn, Lstm, Gru, Seq2Seq, Gpt, Bert, Transformer};
    constexpr FamilySet kNeural = FamilySet::all().without(Ngram);
    constexpr FamilySet kHeaded{Gpt, Bert};
    constexpr FamilySet kWindowed{MlpLm, Cbow, SkipGram};
    constexpr FamilySet kAll = FamilySet::all();
    visit(ConfigField{"layers", "blocks one after the other", kLayered, 1, 1 << 10, true}, config.layers);
    visit(ConfigField{"heads", "attention heads in each block", kTransformers, 1, 1 << 10, true}, config.heads);
    visit(ConfigField{"key_value_heads", "heads of keys and values, shared by groups of query heads; 0: one for each",
                      kTransformers, 0, 1 << 10},
          config.keyValueHeads);
    visit(ConfigField{"width", "numbers that stand for a token", kNeural, 1, 1 << 15, true}, config.width);
    visit(ConfigField{"context", "tokens seen at once", kAll, 1, 1 << 20, true}, config.context);
    visit(ConfigField{"vocabulary", "tokens the model knows", kAll, 2, 1 << 22, true}, config.vocabulary);
    visit(ConfigField{"tied", "use the token embedding for the output too", kTransformers, 0, 1, true}, config.tied);
    visit(ConfigField{"positions", "how it learns where tokens stand", kTransformers}, config.positions);
    visit(ConfigField{"norm_place", "normalise before each part or after each sum", kTransformers}, config.normPlace);
    visit(ConfigField{"norm", "how features are normalised", kTransformers}, config.norm);
    visit(ConfigField{"activation", "what the feed-forward network's hidden units do", kTransformers},
          config.activation);
    visit(ConfigField{"cell", "kind of recurrent cell", {Seq2Seq}}, config.cell);
    visit(ConfigField{"bidirectional", "read the source from both ends", {Seq2Seq}, 0, 1}, config.bidirectional);
    visit(ConfigField{"alignment", "how the decoder looks back at the source", {Seq2Seq}}, config.alignment);
    visit(ConfigField{"window", "words seen, or words on each side for word vectors", kWindowed, 1, 1 << 10},
          config.window);
    visit(ConfigField{"hidden", "units of the hidden layer", {MlpLm}, 1, 1 << 15}, config.hidden);
    visit(ConfigField{"direct", "link mlp-lm's embeddings straight to its output too", {MlpLm}, 0, 1}, config.direct);
    visit(ConfigField{"negatives", "words drawn against each true one; 0: full softmax", kWordVectors, 0, 1 << 10},
          config.negatives);
    visit(ConfigField{"order", "words in an n-gram", {Ngram}, 1, 5}, config.order);
    visit(ConfigField{"smoothing", "how unseen n-grams get a share", {Ngram}}, config.smoothing);
    visit(ConfigField{"add_k", "what add-k smoothing adds to each count", {Ngram}, 1e-9, 1e3}, config.addK);
    visit(ConfigField{"classes", "classes that the task head tells apart; 0: no head", kHeaded, 0, 1 << 16},
          config.classes);
}

}  // namespace attentarium
