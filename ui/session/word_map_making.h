#pragma once

#include <memory>
#include <optional>

#include "engine/core/function_reference.h"
#include "engine/geometry/tsne.h"
#include "ui/session/word_map.h"

namespace attentarium {

/// All that a map is made from.
struct WordMapRequest {
    VectorTable table;
    std::shared_ptr<const Tokenizer> tokenizer;
    Language language = Language::English;
    std::shared_ptr<const WordCloud> cloud;  ///< of the table, where it is known already
    MapKind kind = MapKind::Principal;
    std::optional<DirectionWords> directions;  ///< none: such as the words allow
    std::optional<double> perplexity;
    std::shared_ptr<const Checkpoint> beside;
};

/// What came of it. Where it cannot be made as asked for, it is one of principal components, and `problem` says why.
struct MadeMap {
    /// t-SNE on its way.
    struct Descent {
        WordMap frame;  ///< all but the places
        Tsne tsne;

        WordMap mapNow() const;
    };

    std::shared_ptr<const WordMap> map;  ///< null where it was stopped
    std::shared_ptr<Descent> descent;    ///< null for the other kinds
    std::optional<MapProblem> problem, besideProblem;
};

MadeMap makeMap(const WordMapRequest& request, FunctionReference<bool()> isStopped);

/// Finds the place of a word that was typed, or says why there is none.
std::optional<MapProblem> findWord(const WordCloud& cloud, const QString& word, int& place);
/// Two pairs of known words, of which the first is that of the pronouns where there are any.
DirectionWords usualDirections(const WordCloud& cloud);
/// 30, or less where there are few points.
double usualPerplexity(std::int64_t count);

}  // namespace attentarium
