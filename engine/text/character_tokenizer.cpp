#include "engine/text/character_tokenizer.h"

#include "engine/text/utf8.h"

namespace attentarium {

std::vector<Token> CharacterTokenizer::split(std::string_view text) const {
    std::vector<Token> tokens;
    std::size_t offset = 0;
    for (const std::string_view character : characters(text)) {
        tokens.push_back(tokenAt(text, offset, character.size()));
        offset += character.size();
    }
    return tokens;
}

std::string CharacterTokenizer::join(std::span<const std::string> tokens) const {
    std::string text;
    for (const std::string& token : tokens) text += token;
    return text;
}

}  // namespace attentarium
