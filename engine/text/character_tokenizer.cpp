#include "engine/text/character_tokenizer.h"

#include "engine/text/utf8.h"

namespace attentarium {

std::vector<Token> CharacterTokenizer::split(std::string_view text) const {
    std::vector<Token> tokens;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t special = knownSpecialToken(text.substr(offset));
        const std::size_t length = special > 0 ? special : characterLength(text.substr(offset));
        tokens.push_back(tokenAt(text, offset, length));
        offset += length;
    }
    return tokens;
}

std::string CharacterTokenizer::join(std::span<const std::string> tokens) const {
    std::string text;
    for (const std::string& token : tokens) text += token;
    return text;
}

}  // namespace attentarium
