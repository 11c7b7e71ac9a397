#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/byte_pair/byte_pair_merges.h"
#include "engine/text/language.h"
#include "engine/text/vocabulary.h"

namespace attentarium {

enum class TokenizerKind { Character, Word, BytePair };

/// The kind named `char`, `word` or `bpe`, or nothing.
std::optional<TokenizerKind> parseTokenizerKind(std::string_view name);
/// `char`, `word` or `bpe`.
std::string_view tokenizerKindName(TokenizerKind kind);

/// A piece of a text; one that the vocabulary lacks has no id.
struct Token {
    std::string text;
    std::optional<int> id;
    std::size_t byteOffset = 0;  ///< of the piece in the text that was split
    std::size_t byteLength = 0;
};

/// Cuts a text into the tokens of a vocabulary and puts tokens together to a text again.
/// A line end is a token of its own: it ends a story.
class Tokenizer {
  public:
    virtual ~Tokenizer() = default;

    virtual TokenizerKind kind() const = 0;
    const Vocabulary& vocabulary() const { return m_vocabulary; }

    /// The tokens of any bytes; those that are not UTF-8 become unknown tokens.
    virtual std::vector<Token> split(std::string_view text) const = 0;
    /// Throws `Error`: `TextEmpty` for a text without tokens, `WordUnknown` naming the first unknown one.
    virtual std::vector<int> encode(std::string_view text) const;
    std::string decode(std::span<const int> ids) const;
    /// `decode` for tokens given as text, known or not.
    virtual std::string join(std::span<const std::string> tokens) const = 0;

    /// At most `count` known tokens that look most like `unknown`, best first; line ends and marks are left out.
    std::vector<std::string> suggestions(std::string_view unknown, int count) const;

  protected:
    explicit Tokenizer(Vocabulary vocabulary) : m_vocabulary(std::move(vocabulary)) {}
    Token tokenAt(std::string_view text, std::size_t offset, std::size_t length) const;
    /// The bytes of the special token that `text` begins with, 0 for none and for one that the vocabulary lacks.
    std::size_t knownSpecialToken(std::string_view text) const;

  private:
    Vocabulary m_vocabulary;
};

/// `merges` are for byte pairs, which throw `LogicError` where they do not fit the vocabulary; the others have none.
std::unique_ptr<Tokenizer> makeTokenizer(TokenizerKind kind, Language language, Vocabulary vocabulary,
                                         BytePairMerges merges = {});
/// The merges of a tokenizer for byte pairs, none of another.
const BytePairMerges& mergesOf(const Tokenizer& tokenizer);

/// Every token of `corpus`, in order of bytes (so of code points). Chinese words of an unknown lexicon are characters.
/// Byte pairs are learned instead (`learnBytePairs`): for them it throws `LogicError`.
Vocabulary buildVocabulary(TokenizerKind kind, Language language, std::string_view corpus);

}  // namespace attentarium
