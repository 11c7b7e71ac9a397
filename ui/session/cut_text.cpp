#include "ui/session/cut_text.h"

#include <algorithm>

#include "engine/text/byte_pair/word_reader.h"
#include "engine/text/utf8.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {
namespace {

constexpr std::size_t kPiece = 1 << 16;

/// Where to cut so that no token stands on both sides: behind a line end, else before a space.
std::size_t pieceLength(std::string_view text) {
    if (text.size() <= kPiece) return text.size();
    const std::size_t line = text.rfind('\n', kPiece);
    if (line != std::string_view::npos) return line + 1;
    const std::size_t space = text.rfind(' ', kPiece);
    if (space != std::string_view::npos && space > 0) return space;
    std::size_t end = kPiece;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

bool isChinese(char32_t character) {
    return character >= 0x3400 && character < 0xA000;
}

TextCut cutBy(const Tokenizer& tokenizer, const CutText& all) {
    TextCut cut;
    cut.kind = tokenizer.kind();
    forEachToken(tokenizer, *all.text, [&](const Token& token) {
        ++cut.tokens;
        if (!token.id) ++cut.unknown;
        ++cut.counts[token.text];
    });
    return cut;
}

TextCut cutByModels(const Tokenizer& tokenizer, const CutText& all) {
    TextCut cut = cutBy(tokenizer, all);
    cut.isModels = true;
    cut.vocabulary = tokenizer.vocabulary().size();
    cut.passage = tokenizer.split(all.passage);
    return cut;
}

/// By a vocabulary of just this text.
TextCut cutByOwn(TokenizerKind kind, const CutText& all) {
    TextCut cut = cutBy(*makeTokenizer(kind, all.language, Vocabulary()), all);
    cut.unknown = 0;
    cut.hasWordList = all.language == Language::English;
    std::vector<std::string> found;
    for (const auto& [token, count] : cut.counts) found.push_back(token);
    std::ranges::sort(found);
    const auto tokenizer = makeTokenizer(kind, all.language, Vocabulary(std::move(found)));
    cut.vocabulary = tokenizer->vocabulary().size();
    cut.passage = tokenizer->split(all.passage);
    return cut;
}

}  // namespace

void forEachToken(const Tokenizer& tokenizer, std::string_view text, const std::function<void(const Token&)>& act) {
    while (!text.empty()) {
        const std::size_t length = pieceLength(text);
        for (const Token& token : tokenizer.split(text.substr(0, length))) act(token);
        text.remove_prefix(length);
    }
}

std::string_view passageOf(const std::string& text) {
    if (text.size() <= kPassageBytes) return text;
    // Twice the length holds the word that stands at the end, unless that is no word that anybody reads.
    const std::string_view beginning = std::string_view(text).substr(0, 2 * kPassageBytes);
    WordReader reader(beginning);
    std::size_t length = 0;
    while (length < kPassageBytes) {
        const std::size_t word = reader.next().size();
        if (word == 0 || length + word == beginning.size()) break;
        length += word;
    }
    if (length == 0) {
        length = kPassageBytes;
        while ((static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    }
    return beginning.substr(0, length);
}

Language languageOf(std::string_view text) {
    std::int64_t chinese = 0, letters = 0;
    // The beginning says it as well as the whole.
    text = text.substr(0, kPiece);
    while (!text.empty()) {
        const char32_t character = codePoint(text);
        if (!isSpace(character) && !isPunctuation(character)) ++letters;
        if (isChinese(character)) ++chinese;
        text.remove_prefix(characterLength(text));
    }
    return chinese * 5 >= letters && chinese > 0 ? Language::Chinese : Language::English;
}

std::shared_ptr<const CutText> cutText(const std::shared_ptr<const std::string>& text,
                                        const std::shared_ptr<const Tokenizer>& models) {
    auto cuts = std::make_shared<CutText>();
    cuts->text = text;
    cuts->passage = std::string(passageOf(*text));
    const auto* const words = dynamic_cast<const WordTokenizer*>(models.get());
    cuts->language = words ? words->language() : languageOf(*text);
    for (const TokenizerKind kind : {TokenizerKind::Character, TokenizerKind::Word}) {
        TextCut& cut = kind == TokenizerKind::Character ? cuts->byCharacters : cuts->byWords;
        cut = models && models->kind() == kind ? cutByModels(*models, *cuts) : cutByOwn(kind, *cuts);
    }
    cuts->characters = cuts->byCharacters.tokens;
    return cuts;
}

}  // namespace attentarium
