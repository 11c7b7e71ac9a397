#pragma once

#include <array>
#include <vector>

#include "engine/text/special_tokens.h"
#include "engine/train/batch_source.h"
#include "engine/train/example_texts.h"
#include "engine/train/length_groups.h"
#include "engine/train/text_cuts.h"

namespace attentarium {

/// How much of a text is taken out, and in what pieces (Raffel et al., 2020, section 3.3.4).
struct SpanSettings {
    double share = 0.15;    ///< of the tokens of each text, but at least one
    double meanLength = 3;  ///< of the pieces taken out
};

/// Refuses impossible settings by name and value: throws `Error` with OptionOutOfRange.
void validate(const SpanSettings& settings);

/// Batches for an encoder–decoder: it reads a text with gaps, "Anna <gap0> Tom <gap1> happy", and writes what stood
/// there, "<gap0> meets <gap1> because he is <gap2>". The last gap and `<end>` close the answer.
class SpanSource final : public BatchSource {
  public:
    /// The most tokens of a text in which both sides fit into `context`.
    static std::int64_t longestText(std::int64_t context, const SpanSettings& settings);

    /// `vocabulary` has the special tokens with the gaps; `cuts` has texts of two tokens or more. Throws `Error` as
    /// `validate`.
    SpanSource(TextCuts cuts, const Vocabulary& vocabulary, const SpanSettings& settings, std::int64_t texts,
               std::uint64_t seed);

    TrainingBatch draw() override;
    SourceState state() const override { return m_groups.state(); }
    bool canRestore(const SourceState& state) const override { return m_groups.canRestore(state); }
    void restore(const SourceState& state) override { m_groups.restore(state); }

  private:
    void corrupt(std::span<const int> text);
    void partition(std::size_t count, std::size_t parts, std::vector<std::size_t>& lengths);

    TextCuts m_cuts;
    SpanSettings m_settings;
    int m_begin, m_end;
    std::array<int, special::kMostGaps> m_gaps{};
    LengthGroups m_groups;
    Random m_random;  ///< of one batch
    PaddedBatch m_batch;
    std::vector<int> m_source, m_answer;                 ///< of one text; the answer from `<begin>` to `<end>`
    std::vector<std::size_t> m_kept, m_taken, m_places;  ///< lengths of its pieces
};

}  // namespace attentarium
