#include "ui/session/looked_text.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/decode/greedy_answer.h"
#include "engine/text/special_tokens.h"

namespace attentarium {
namespace {

int idOf(const Vocabulary& vocabulary, std::string_view special) {
    const std::optional<int> id = vocabulary.find(special);
    if (!id) throw Error(ErrorKind::WordUnknown, {.name = std::string(special)});
    return *id;
}

}  // namespace

Reading readingOf(const ModelConfig& config) {
    if (kEncoderDecoders.contains(config.family)) return Reading::Answering;
    return config.family == Family::Bert ? Reading::FillingIn : Reading::Onward;
}

int tokensBefore(const ModelConfig& config) {
    const Reading reading = readingOf(config);
    return reading == Reading::Answering || (reading == Reading::FillingIn && config.classes > 0) ? 1 : 0;
}

TracedText lookedText(const Model<float>& model, const Vocabulary& vocabulary, const TypedText& typed) {
    const ModelConfig& config = model.config();
    const Reading reading = readingOf(config);
    std::vector<int> tokens = typed.tokens;
    if (reading == Reading::Answering) {
        const int begin = idOf(vocabulary, special::kBegin), end = idOf(vocabulary, special::kEnd);
        if (tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
        const std::vector<int> answer = typed.answer ? *typed.answer : greedyAnswer(model, tokens, begin, end);
        return answeredText(std::move(tokens), answer, begin, end);
    }
    // A class is read off where the model learned to tell it: before the text when it sees all of it, else behind.
    const int mark = config.classes > 0 ? vocabulary.find(special::kClass).value_or(-1) : -1;
    const bool isMarked = mark < 0 || std::ranges::find(tokens, mark) != tokens.end();
    if (reading == Reading::Onward) {
        if (!isMarked) tokens.push_back(mark);
        return continuedText(std::move(tokens));
    }
    const int mask = idOf(vocabulary, special::kMask);
    const auto masked = std::ranges::find(tokens, mask);
    auto hidden = masked == tokens.end()
                      ? std::clamp<std::ptrdiff_t>(typed.hidden, 0, static_cast<std::ptrdiff_t>(tokens.size()) - 1)
                      : masked - tokens.begin();
    if (!isMarked) {
        tokens.insert(tokens.begin(), mark);
        ++hidden;
    }
    return maskedText(std::move(tokens), static_cast<int>(hidden), mask,
                      vocabulary.find(special::kSeparator).value_or(-1));
}

}  // namespace attentarium
