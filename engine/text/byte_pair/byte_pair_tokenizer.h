#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>

#include "engine/text/byte_pair/byte_pair_merges.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// Byte-level byte-pair encoding as in GPT-2 (Radford et al., 2019): within each word of `WordReader` the pair that was
/// learned first is merged until none is left. Tokens are bytes and need not be whole characters; every text has
/// tokens, and they joined are the text, byte for byte. What the vocabulary has beside bytes and merges is found in a
/// text by its spelling, before anything else, the longest first: so are special tokens.
class BytePairTokenizer final : public Tokenizer {
  public:
    /// Throws `LogicError` unless the merges fit the vocabulary.
    BytePairTokenizer(BytePairMerges merges, Vocabulary vocabulary);

    TokenizerKind kind() const override { return TokenizerKind::BytePair; }
    const BytePairMerges& merges() const { return m_merges; }
    /// The tokens that stand for themselves, by id: neither bytes nor merged.
    const std::vector<int>& specialTokens() const { return m_specialTokens; }

    std::vector<Token> split(std::string_view text) const override;
    std::vector<int> encode(std::string_view text) const override;
    std::string join(std::span<const std::string> tokens) const override;

  private:
    struct Merged {
        int rank = 0;
        int id = 0;
    };
    class Merging;

    std::vector<int> idsOf(std::string_view text) const;
    /// The special token that `text` begins with, −1 for none.
    int specialAt(std::string_view text) const;

    BytePairMerges m_merges;
    std::array<int, 256> m_idOfByte{};
    std::unordered_map<std::uint64_t, Merged> m_merged;  ///< by left id above and right id below
    std::vector<int> m_specialTokens;
    std::array<std::vector<int>, 256> m_specialByFirst;  ///< the longest first
};

}  // namespace attentarium
