#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "ui/session/word_cloud.h"

namespace attentarium {

/// By what a word's vector becomes a place on paper.
enum class MapKind {
    Principal,   ///< the two directions in which the words differ most
    Neighbours,  ///< t-SNE
    Directions,  ///< two directions, each from one word to another
};

/// From the first word to the second: to the right for the first pair, upwards for the other.
using DirectionWords = std::array<std::pair<QString, QString>, 2>;

/// Where words lie on the map; a constant value.
struct WordMap {
    std::shared_ptr<const WordCloud> cloud;
    MapKind kind = MapKind::Principal;
    Points places;  ///< [words, 2], y upwards
    /// Of the whole variance along each axis, for principal components.
    std::array<double, 2> shares{};
    DirectionWords directions;
    // Of t-SNE.
    double perplexity = 0;
    int step = 0, steps = 0;
    double divergence = 0;

    // A second model, laid upon the first.
    std::shared_ptr<const WordCloud> other;   ///< null for none
    Points otherPlaces;                       ///< [shared words, 2]
    std::vector<std::pair<int, int>> shared;  ///< places in `cloud` and in `other`
    double left = 0;                          ///< share of the variance that the alignment does not reach

    bool isLinear() const { return kind != MapKind::Neighbours; }
};

/// Why something that was asked for cannot be shown.
struct MapProblem {
    enum class Kind {
        OneWord,        ///< a map needs two
        Perplexity,     ///< not between `low` and `high`
        TooMany,        ///< t-SNE takes at most `high` words
        Unknown,        ///< `word`, with suggestions
        Empty,          ///< nothing was typed where a word is needed
        SameWord,       ///< a direction from `word` to itself, or to one with the same vector
        NothingShared,  ///< the second model has fewer than two words of the first
        Unreadable,     ///< the second model: `error`
    };
    Kind kind = Kind::Unknown;
    QString word;
    QStringList suggestions;
    double low = 0, high = 0;
    std::optional<Error> error;
};

/// t-SNE looks at each pair of words in each step.
inline constexpr int kMostByNeighbours = 2000;

}  // namespace attentarium
