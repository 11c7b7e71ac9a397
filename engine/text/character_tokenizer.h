#pragma once

#include "engine/text/tokenizer.h"

namespace attentarium {

/// Every character (code point) is a token, spaces and line ends too.
class CharacterTokenizer final : public Tokenizer {
  public:
    explicit CharacterTokenizer(Vocabulary vocabulary) : Tokenizer(std::move(vocabulary)) {}

    TokenizerKind kind() const override { return TokenizerKind::Character; }
    std::vector<Token> split(std::string_view text) const override;
    std::string join(std::span<const std::string> tokens) const override;
};

}  // namespace attentarium
