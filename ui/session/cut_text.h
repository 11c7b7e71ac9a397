#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/tokenizer.h"

namespace attentarium {

/// A text cut by one tokenizer.
struct TextCut {
    TokenizerKind kind = TokenizerKind::Character;
    bool isModels = false;       ///< by the tokenizer of the open model, else by one that knows all of this text
    bool hasWordList = true;     ///< without one, each Chinese character is a word
    std::vector<Token> passage;  ///< the tokens of the part that is shown
    int vocabulary = 0;
    // Of the whole text.
    std::int64_t tokens = 0;
    std::int64_t unknown = 0;  ///< tokens that the vocabulary lacks
    std::unordered_map<std::string, std::int64_t> counts;

    std::int64_t count(const std::string& token) const {
        const auto found = counts.find(token);
        return found == counts.end() ? 0 : found->second;
    }
};

/// A text as it is studied: by characters and by words.
struct CutText {
    std::shared_ptr<const std::string> text;
    Language language = Language::English;
    std::int64_t characters = 0;
    std::string passage;  ///< the beginning of the text, as much as is shown
    TextCut byCharacters, byWords;

    bool isWhole() const { return passage.size() == text->size(); }
};

/// Much more could not be looked at, nor drawn at once.
inline constexpr std::size_t kPassageBytes = 3000;

/// The words before `kPassageBytes`, the one that stands there included.
std::string_view passageOf(const std::string& text);
/// Chinese where one in five letters is.
Language languageOf(std::string_view text);
/// `models` may be null. Of its tokenizer a cut by characters or words is made, where it is of that kind.
std::shared_ptr<const CutText> cutText(const std::shared_ptr<const std::string>& text,
                                        const std::shared_ptr<const Tokenizer>& models);
/// Cuts in pieces, so that a long text does not stand in memory as tokens.
void forEachToken(const Tokenizer& tokenizer, std::string_view text, const std::function<void(const Token&)>& act);

}  // namespace attentarium
