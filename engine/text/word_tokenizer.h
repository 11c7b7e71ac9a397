#pragma once

#include "engine/text/tokenizer.h"

namespace attentarium {

/// Words and punctuation marks are tokens. English words end at spaces and marks, and an ending such as 's is a token
/// of its own. Chinese takes the longest word of the vocabulary, else a run of Latin letters, else one character.
class WordTokenizer final : public Tokenizer {
  public:
    WordTokenizer(Language language, Vocabulary vocabulary) : Tokenizer(std::move(vocabulary)), m_language(language) {}

    TokenizerKind kind() const override { return TokenizerKind::Word; }
    Language language() const { return m_language; }
    std::vector<Token> split(std::string_view text) const override;
    /// English with the spaces that print puts between words, Chinese without any.
    std::string join(std::span<const std::string> tokens) const override;

  private:
    std::size_t englishLength(std::string_view text, std::size_t offset) const;
    std::size_t chineseLength(std::string_view text) const;

    Language m_language;
};

}  // namespace attentarium
