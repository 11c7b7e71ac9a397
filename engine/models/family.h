#pragma once

#include <array>

#include "engine/core/enumeration.h"

namespace attentarium {

/// The kinds of sequence models.
enum class Family { Ngram, MlpLm, Rnn, Lstm, Gru, Seq2Seq, Gpt, Bert, Transformer, Cbow, SkipGram };

inline constexpr std::array<std::string_view, 11> kFamilyNames{
    "ngram", "mlp-lm", "rnn", "lstm", "gru", "seq2seq", "gpt", "bert", "transformer", "cbow", "skipgram"};
template <>
inline constexpr std::span<const std::string_view> kNames<Family>{kFamilyNames};

/// A few families, as one value.
class FamilySet {
  public:
    constexpr FamilySet(std::initializer_list<Family> families) {
        for (const Family family : families) m_bits |= bitOf(family);
    }
    static constexpr FamilySet all() { return FamilySet(~0u); }

    constexpr bool contains(Family family) const { return (m_bits & bitOf(family)) != 0; }
    constexpr bool operator==(const FamilySet&) const = default;
    constexpr FamilySet without(Family family) const { return FamilySet(m_bits & ~bitOf(family)); }

  private:
    constexpr explicit FamilySet(unsigned bits) : m_bits(bits) {}
    static constexpr unsigned bitOf(Family family) { return 1u << static_cast<unsigned>(family); }

    unsigned m_bits = 0;
};

inline constexpr FamilySet kRecurrent{Family::Rnn, Family::Lstm, Family::Gru};
inline constexpr FamilySet kEncoderDecoders{Family::Seq2Seq, Family::Transformer};
inline constexpr FamilySet kTransformers{Family::Gpt, Family::Bert, Family::Transformer};
inline constexpr FamilySet kWordVectors{Family::Cbow, Family::SkipGram};

}  // namespace attentarium
