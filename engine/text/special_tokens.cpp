#include "engine/text/special_tokens.h"

#include <array>
#include <optional>
#include <vector>

#include "engine/core/error.h"

namespace attentarium {
namespace special {
namespace {

constexpr std::array kPlain{kBegin, kEnd, kSeparator, kMask, kClass};
constexpr std::array<std::string_view, kMostGaps> kGaps{"<gap0>", "<gap1>", "<gap2>", "<gap3>", "<gap4>",
                                                        "<gap5>", "<gap6>", "<gap7>", "<gap8>", "<gap9>"};

}  // namespace

std::string_view gap(int number) {
    expects(number >= 0 && number < kMostGaps, "[special tokens] there is no such gap");
    return kGaps[static_cast<std::size_t>(number)];
}

}  // namespace special

std::size_t specialTokenLength(std::string_view text) {
    if (!text.starts_with('<')) return 0;
    for (const std::string_view token : special::kPlain) {
        if (text.starts_with(token)) return token.size();
    }
    for (const std::string_view token : special::kGaps) {
        if (text.starts_with(token)) return token.size();
    }
    return 0;
}

Vocabulary withSpecialTokens(const Vocabulary& vocabulary, WithGaps gaps) {
    std::vector<std::string> tokens = vocabulary.tokens();
    const auto add = [&](std::string_view token) {
        if (!vocabulary.find(token)) tokens.emplace_back(token);
    };
    for (const std::string_view token : special::kPlain) add(token);
    if (gaps == WithGaps::Yes) {
        for (const std::string_view token : special::kGaps) add(token);
    }
    return Vocabulary(std::move(tokens));
}

int specialId(const Vocabulary& vocabulary, std::string_view token) {
    const std::optional<int> id = vocabulary.find(token);
    expects(id.has_value(), "[special tokens] the vocabulary lacks a special token");
    return *id;
}

}  // namespace attentarium
