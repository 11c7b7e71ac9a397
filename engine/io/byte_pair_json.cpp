#include "engine/io/byte_pair_json.h"

#include <unordered_set>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/byte_pair/byte_letters.h"

namespace attentarium {
namespace {

using Tokens = std::unordered_set<std::string>;

/// Bytes and what is merged: all but the special tokens.
Tokens explained(const BytePairMerges& merges) {
    const Vocabulary all = merges.vocabulary();
    return Tokens(all.tokens().begin(), all.tokens().end());
}

}  // namespace

BytePairMerge readMerge(std::string_view left, std::string_view right, const std::string& file,
                        const std::string& place) {
    const std::optional<std::string> first = bytesOf(left), second = bytesOf(right);
    if (!first || !second || first->empty() || second->empty()) throwDamaged(file, Damage::MergeBroken, place);
    return {*first, *second};
}

std::string writtenMerge(const BytePairMerge& merge) {
    return lettersOf(merge.left) + ' ' + lettersOf(merge.right);
}

BytePairMerges checkedMerges(std::vector<BytePairMerge> merges, const std::string& file, const std::string& place) {
    if (const auto broken = BytePairMerges::firstBroken(merges)) {
        throwDamaged(file, Damage::MergeBroken, place + '.' + std::to_string(*broken));
    }
    return BytePairMerges(std::move(merges));
}

std::vector<std::string> writtenTokens(const Vocabulary& vocabulary, const BytePairMerges& merges) {
    const Tokens inLetters = explained(merges);
    std::vector<std::string> written;
    Tokens seen;
    for (const std::string& token : vocabulary.tokens()) {
        written.push_back(inLetters.contains(token) ? lettersOf(token) : token);
        expects(seen.insert(written.back()).second, "[byte pairs] a special token looks like another token's letters");
    }
    return written;
}

Vocabulary readTokens(const std::vector<std::string>& written, const BytePairMerges& merges, const std::string& file,
                      const std::string& place) {
    const Tokens inLetters = explained(merges);
    std::vector<std::string> tokens;
    Tokens seen;
    for (const std::string& text : written) {
        const std::optional<std::string> bytes = bytesOf(text);
        tokens.push_back(bytes && inLetters.contains(*bytes) ? *bytes : text);
        if (text.empty() || !seen.insert(tokens.back()).second) throwDamaged(file, Damage::VocabularyBroken, place);
    }
    Vocabulary vocabulary(std::move(tokens));
    if (!merges.fit(vocabulary)) throwDamaged(file, Damage::VocabularyWithoutMerged, place);
    return vocabulary;
}

BytePairMerges readMergesField(Fields& fields) {
    constexpr std::string_view kName = "merges";
    std::vector<BytePairMerge> merges;
    for (const nlohmann::json& entry : fields.array(kName)) {
        const std::string place = fields.pathOf(kName) + '.' + std::to_string(merges.size());
        if (entry.is_string()) {
            const auto& text = entry.get_ref<const std::string&>();
            const std::size_t space = text.find(' ');
            if (space == std::string::npos) throwDamaged(fields.file(), Damage::MergeBroken, place);
            merges.push_back(readMerge(std::string_view(text).substr(0, space),
                                       std::string_view(text).substr(space + 1), fields.file(), place));
        } else if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string()) {
            merges.push_back(readMerge(entry[0].get_ref<const std::string&>(), entry[1].get_ref<const std::string&>(),
                                       fields.file(), place));
        } else {
            throwDamaged(fields.file(), Damage::SettingOfWrongKind, place);
        }
    }
    return checkedMerges(std::move(merges), fields.file(), fields.pathOf(kName));
}

}  // namespace attentarium
