#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/tensor.h"
#include "engine/geometry/points.h"
#include "engine/geometry/similarity.h"
#include "engine/io/checkpoint.h"
#include "engine/text/word_class.h"

namespace attentarium {

/// The words of a vocabulary as points: a row of a table of vectors for each, at most `kMostMapped` of them, those
/// with the smallest ids.
struct WordCloud {
    std::vector<int> ids;
    QStringList words;  ///< as the window spells them
    std::vector<std::optional<WordClass>> classes;
    Points vectors;
    int vocabulary = 0;
    std::vector<int> byImportance;  ///< words of which a corpus says the class first, then those with long vectors
    QHash<QString, int> places;
    std::shared_ptr<const Tokenizer> tokenizer;

    int count() const { return static_cast<int>(vectors.count); }
    /// The place of a word as it is written, else of one that differs in capitals or spaces at its ends.
    std::optional<int> find(const QString& word) const;
    /// Known words that look most like `word`.
    QStringList suggestions(const QString& word, int count) const;
};

/// More could not be told apart on a screen.
inline constexpr int kMostMapped = 5000;

/// A parameter that has a vector for each word.
struct VectorTable {
    std::string name;  ///< `token_embedding.weight`
    Tensor<float> values;

    bool operator==(const VectorTable& other) const {
        return name == other.name && values.values().data() == other.values.values().data();
    }
};

/// All of a model, the token embedding first.
std::vector<VectorTable> vectorTablesOf(const Model<float>& model);
std::shared_ptr<const WordCloud> wordCloudOf(const VectorTable& table,
                                             const std::shared_ptr<const Tokenizer>& tokenizer, Language language);
/// The words that stand in both, as places in the one and the other.
std::vector<std::pair<int, int>> sharedWords(const WordCloud& one, const WordCloud& other);
/// The vectors of these places.
Points pick(const Points& vectors, const std::vector<int>& places);

}  // namespace attentarium
