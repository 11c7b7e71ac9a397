#pragma once

#include <QStringList>
#include <optional>
#include <span>

#include "engine/geometry/points.h"
#include "engine/text/language.h"

namespace attentarium {

class Session;

/// The words of the open model and their vectors: the rows of its token embedding, as the last run saw them. Cheap to
/// make; it must not outlive what it was made from.
class WordTable {
  public:
    explicit WordTable(const Session& session);

    /// Whether no model is open, or it has no such table.
    bool isEmpty() const { return m_numbers.empty(); }
    int words() const { return m_words; }
    int width() const { return m_width; }
    /// −1 for a word that the model does not know.
    int find(const QString& word) const;
    /// The rows of these words, in order.
    Points rows(std::span<const int> ids) const;

    Language language() const { return m_language; }
    /// The bias that was set in the text that the model learned from; none where that is not known.
    std::optional<double> knownBias() const { return m_bias; }

    /// Words that can well be compared: those of the sentence without marks, then some nouns.
    QStringList wordsToCompare() const;
    /// Words that mean a woman and a man and that the model knows, "she/he".
    QStringList pairsOfGender() const;
    /// Occupations that it knows, else people.
    QStringList wordsThatMayLean() const;

  private:
    const Session& m_session;
    std::span<const float> m_numbers;
    int m_words = 0;
    int m_width = 0;
    Language m_language = Language::English;
    std::optional<double> m_bias;
};

}  // namespace attentarium
