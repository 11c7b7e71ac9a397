#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/train/training_batch.h"

namespace attentarium {

/// One text to learn from, as ids. Borrowed memory.
struct ExampleText {
    std::span<const int> source;    ///< what an encoder–decoder reads; empty for other families
    std::span<const int> tokens;    ///< what is continued, filled in or judged
    std::span<const int> targets;   ///< one for each token, `kNoTarget` where nothing counts; or empty
    std::span<const int> segments;  ///< one for each token; or empty
    int label = -1;                 ///< its class; `kNoTarget` for none
};

/// Many texts in one piece of memory.
class ExampleTexts {
  public:
    void add(const ExampleText& text);

    std::size_t size() const { return m_places.size(); }
    ExampleText operator[](std::size_t index) const;

    /// The tokens of a text, its source's too.
    std::int64_t lengthOf(std::size_t index) const { return m_places[index].source + m_places[index].tokens; }
    std::int64_t longestSource() const { return m_longestSource; }
    std::int64_t longestTokens() const { return m_longestTokens; }

  private:
    struct Place {
        std::size_t start;
        std::int32_t source, tokens, targets, segments;
        int label;
    };
    std::vector<int> m_ids;  ///< of each text its source, tokens, targets and segments
    std::vector<Place> m_places;
    std::int64_t m_longestSource = 0;
    std::int64_t m_longestTokens = 0;
};

/// A batch of texts of any lengths, filled up with padding to the longest. Its memory is reused and never grows.
class PaddedBatch {
  public:
    /// Room for so many texts of at most so many tokens.
    PaddedBatch(std::int64_t texts, std::int64_t sourceLength, std::int64_t length);

    std::int64_t texts() const { return static_cast<std::int64_t>(m_labels.size()); }
    /// Begins a batch whose longest text has so many tokens, at most as many as there is room for.
    void begin(std::int64_t sourceLength, std::int64_t length);
    /// Begins a batch and sets all of it.
    void setAll(const ExampleTexts& texts, std::span<const std::size_t> chosen);
    void set(std::int64_t row, const ExampleText& text);
    /// The first `texts` rows. What no row has (targets, labels, segments, a source) is empty.
    TrainingBatch first(std::int64_t texts) const;
    TrainingBatch all() const { return first(texts()); }

  private:
    std::int64_t m_sourceLength;  ///< of each row, now
    std::int64_t m_length;
    std::vector<int> m_source, m_tokens, m_targets, m_segments, m_labels;
    std::vector<std::int64_t> m_sourceLengths, m_lengths;
};

}  // namespace attentarium
