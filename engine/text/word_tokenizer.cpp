#include "engine/text/word_tokenizer.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace attentarium {
namespace {

bool isLetter(char32_t character) {
    return character != 0 && !isSpace(character) && !isPunctuation(character);
}

bool isApostrophe(char32_t character) {
    return character == '\'' || character == 0x2019;
}

bool joinsLetters(char32_t character) {
    return character == '-' || character == 0x2010;
}

/// Bytes of the letters at the front of `text`, with the hyphens between them.
std::size_t wordLength(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const std::string_view rest = text.substr(length);
        const std::size_t here = characterLength(rest);
        const bool hyphen = length > 0 && joinsLetters(codePoint(rest)) && isLetter(codePoint(rest.substr(here)));
        if (!isLetter(codePoint(rest)) && !hyphen) break;
        length += here;
    }
    return length;
}

/// Whether the character that ends where `offset` begins is a letter.
bool followsLetter(std::string_view text, std::size_t offset) {
    std::size_t start = offset;
    do {
        if (start == 0) return false;
        --start;
    } while ((static_cast<unsigned char>(text[start]) & 0xC0) == 0x80);
    return isLetter(codePoint(text.substr(start)));
}

bool isLatin(char character) {
    const char lower = static_cast<char>(character | 0x20);
    return (lower >= 'a' && lower <= 'z') || (character >= '0' && character <= '9');
}

bool hugsLeft(const std::string& token) {
    constexpr std::string_view kClosing[] = {".", ",", "!", "?", ";", ":", ")", "]", "}", "%", "…", "”", "’", "'"};
    const bool ending = token.size() > 1 && token[0] == '\'';
    return ending || std::find(std::begin(kClosing), std::end(kClosing), token) != std::end(kClosing);
}

bool hugsRight(const std::string& token) {
    constexpr std::string_view kOpening[] = {"(", "[", "{", "“", "‘", "$", "£"};
    return std::find(std::begin(kOpening), std::end(kOpening), token) != std::end(kOpening);
}

}  // namespace

std::vector<Token> WordTokenizer::split(std::string_view text) const {
    std::vector<Token> tokens;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::string_view rest = text.substr(offset);
        const std::size_t character = characterLength(rest);
        if (isSpace(codePoint(rest)) && rest[0] != '\n') {
            offset += character;
            continue;
        }
        const std::size_t special = knownSpecialToken(rest);
        const std::size_t length = special > 0                       ? special
                                   : m_language == Language::English ? englishLength(text, offset)
                                                                     : chineseLength(rest);
        Token token = tokenAt(text, offset, std::max(length, character));
        // A curly apostrophe means the same word as a straight one.
        if (m_language == Language::English && token.text.size() > 3 && token.text.starts_with("’")) {
            token.text.replace(0, std::string_view("’").size(), "'");
            token.id = vocabulary().find(token.text);
        }
        tokens.push_back(std::move(token));
        offset += std::max(length, character);
    }
    return tokens;
}

std::size_t WordTokenizer::englishLength(std::string_view text, std::size_t offset) const {
    const std::string_view rest = text.substr(offset);
    const std::size_t first = characterLength(rest);
    if (isApostrophe(codePoint(rest)) && followsLetter(text, offset)) return first + wordLength(rest.substr(first));
    return wordLength(rest);
}

std::size_t WordTokenizer::chineseLength(std::string_view text) const {
    std::size_t run = 0;
    while (run < text.size() && isLatin(text[run])) ++run;
    if (run > 0) return run;
    std::size_t longest = 0;
    for (std::size_t length = 0; length < std::min(text.size(), vocabulary().longestToken());) {
        length += characterLength(text.substr(length));
        if (vocabulary().find(text.substr(0, length))) longest = length;
    }
    return longest;
}

std::string WordTokenizer::join(std::span<const std::string> tokens) const {
    std::string text;
    bool needsSpace = false;
    bool insideQuotes = false;
    for (const std::string& token : tokens) {
        const bool quote = token == "\"";
        const bool closes = hugsLeft(token) || (quote && insideQuotes) || token == "\n";
        const bool latinAfterLatin = !text.empty() && isLatin(text.back()) && !token.empty() && isLatin(token[0]);
        const bool spaced = m_language == Language::English ? needsSpace && !closes : latinAfterLatin;
        if (spaced) text += ' ';
        text += token;
        needsSpace = token != "\n" && !hugsRight(token) && (!quote || insideQuotes);
        if (quote) insideQuotes = !insideQuotes;
    }
    return text;
}

}  // namespace attentarium
