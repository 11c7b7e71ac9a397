#include "engine/text/tokenizer.h"

#include <set>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/character_tokenizer.h"
#include "engine/text/special_tokens.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {

std::optional<TokenizerKind> parseTokenizerKind(std::string_view name) {
    if (name == "char") return TokenizerKind::Character;
    if (name == "word") return TokenizerKind::Word;
    return std::nullopt;
}

std::string_view tokenizerKindName(TokenizerKind kind) {
    return kind == TokenizerKind::Character ? "char" : "word";
}

std::vector<int> Tokenizer::encode(std::string_view text) const {
    std::vector<int> ids;
    for (const Token& token : split(text)) {
        if (!token.id) {
            ErrorValues values;
            values.name = token.text;
            throw Error(ErrorKind::WordUnknown, std::move(values));
        }
        ids.push_back(*token.id);
    }
    if (ids.empty()) throw Error(ErrorKind::TextEmpty, {});
    return ids;
}

std::string Tokenizer::decode(std::span<const int> ids) const {
    std::vector<std::string> tokens;
    tokens.reserve(ids.size());
    for (const int id : ids) tokens.push_back(m_vocabulary.token(id));
    return join(tokens);
}

Token Tokenizer::tokenAt(std::string_view text, std::size_t offset, std::size_t length) const {
    const std::string_view piece = text.substr(offset, length);
    return {std::string(piece), m_vocabulary.find(piece), offset, length};
}

std::size_t Tokenizer::knownSpecialToken(std::string_view text) const {
    const std::size_t length = specialTokenLength(text);
    return length > 0 && m_vocabulary.find(text.substr(0, length)) ? length : 0;
}

std::unique_ptr<Tokenizer> makeTokenizer(TokenizerKind kind, Language language, Vocabulary vocabulary) {
    if (kind == TokenizerKind::Character) return std::make_unique<CharacterTokenizer>(std::move(vocabulary));
    return std::make_unique<WordTokenizer>(language, std::move(vocabulary));
}

Vocabulary buildVocabulary(TokenizerKind kind, Language language, std::string_view corpus) {
    const std::unique_ptr<Tokenizer> tokenizer = makeTokenizer(kind, language, Vocabulary());
    std::set<std::string> found;
    for (Token& token : tokenizer->split(corpus)) found.insert(std::move(token.text));
    return Vocabulary({found.begin(), found.end()});
}

}  // namespace attentarium
