#pragma once

#include <vector>

#include "engine/text/vocabulary.h"
#include "engine/train/batch_source.h"
#include "engine/train/example_texts.h"
#include "engine/train/length_groups.h"
#include "engine/train/text_cuts.h"

namespace attentarium {

/// Which tokens have to be guessed, and what stands in their places (Devlin et al., 2019, section 3.1).
struct MaskSettings {
    double share = 0.15;    ///< of the tokens of each text, but at least one; 0: exactly one
    double masked = 0.8;    ///< of them are seen as `<mask>`
    double replaced = 0.1;  ///< of them are seen as any token; the rest as they are
};

/// Refuses impossible shares by name and value: throws `Error` with OptionOutOfRange.
void validate(const MaskSettings& settings);

/// Batches of texts in which some tokens have to be guessed from both sides.
class MaskedSource final : public BatchSource {
  public:
    /// `vocabulary` has the special tokens behind its own. Throws `Error` as `validate`.
    MaskedSource(TextCuts cuts, const Vocabulary& vocabulary, const MaskSettings& settings, std::int64_t texts,
                 std::uint64_t seed);

    TrainingBatch draw() override;
    SourceState state() const override { return m_groups.state(); }
    bool canRestore(const SourceState& state) const override { return m_groups.canRestore(state); }
    void restore(const SourceState& state) override { m_groups.restore(state); }

  private:
    void mask(std::span<const int> text);
    int seenInsteadOf(int token);

    TextCuts m_cuts;
    MaskSettings m_settings;
    int m_mask;
    int m_plainTokens;  ///< how many there are before the special ones
    LengthGroups m_groups;
    Random m_random;  ///< of one batch
    PaddedBatch m_batch;
    std::vector<int> m_tokens, m_targets;  ///< of one text
    std::vector<std::size_t> m_places;     ///< of its tokens, those to be guessed first
};

}  // namespace attentarium
