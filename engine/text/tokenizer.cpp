#include "engine/text/tokenizer.h"

#include <array>
#include <set>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/byte_pair/byte_pair_tokenizer.h"
#include "engine/text/character_tokenizer.h"
#include "engine/text/special_tokens.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {
namespace {

constexpr std::array<std::string_view, 3> kNames{"char", "word", "bpe"};

}  // namespace

std::optional<TokenizerKind> parseTokenizerKind(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == kNames[i]) return static_cast<TokenizerKind>(i);
    }
    return std::nullopt;
}

std::string_view tokenizerKindName(TokenizerKind kind) {
    return kNames[static_cast<std::size_t>(kind)];
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

std::unique_ptr<Tokenizer> makeTokenizer(TokenizerKind kind, Language language, Vocabulary vocabulary,
                                         BytePairMerges merges) {
    expects(kind == TokenizerKind::BytePair || merges.size() == 0, "[tokenizer] only byte pairs have merges");
    switch (kind) {
        case TokenizerKind::Character:
            return std::make_unique<CharacterTokenizer>(std::move(vocabulary));
        case TokenizerKind::Word:
            return std::make_unique<WordTokenizer>(language, std::move(vocabulary));
        case TokenizerKind::BytePair:
            return std::make_unique<BytePairTokenizer>(std::move(merges), std::move(vocabulary));
    }
    throw LogicError("[tokenizer] there is no such kind");
}

const BytePairMerges& mergesOf(const Tokenizer& tokenizer) {
    static const BytePairMerges none;
    const auto* bytePairs = dynamic_cast<const BytePairTokenizer*>(&tokenizer);
    return bytePairs ? bytePairs->merges() : none;
}

Vocabulary buildVocabulary(TokenizerKind kind, Language language, std::string_view corpus) {
    expects(kind != TokenizerKind::BytePair, "[tokenizer] byte pairs are learned");
    const std::unique_ptr<Tokenizer> tokenizer = makeTokenizer(kind, language, Vocabulary());
    std::set<std::string> found;
    for (Token& token : tokenizer->split(corpus)) found.insert(std::move(token.text));
    return Vocabulary({found.begin(), found.end()});
}

}  // namespace attentarium
