#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/vocabulary.h"

namespace attentarium {

enum class TokenizerKind { Character, Word };

/// The kind named `char` or `word`, or nothing.
std::optional<TokenizerKind> parseTokenizerKind(std::string_view name);
/// `char` or `word`.
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
    std::vector<int> encode(std::string_view text) const;
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

std::unique_ptr<Tokenizer> makeTokenizer(TokenizerKind kind, Language language, Vocabulary vocabulary);

/// Every token of `corpus`, in order of bytes (so of code points). Chinese words of an unknown lexicon are characters.
Vocabulary buildVocabulary(TokenizerKind kind, Language language, std::string_view corpus);

}  // namespace attentarium
