#include "engine/text/small_world.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/error.h"
#include "engine/text/small_world/derivation.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {
namespace {

using small_world::Piece;

std::vector<std::string> texts(const std::vector<Piece>& pieces) {
    std::vector<std::string> tokens;
    for (const Piece& piece : pieces) tokens.emplace_back(piece.word);
    return tokens;
}

std::string joined(std::vector<std::string> tokens, Language language) {
    return WordTokenizer(language, Vocabulary()).join(tokens);
}

/// The places before `position` at which the one with this number is named.
std::vector<int> mentionsBefore(const std::vector<Piece>& pieces, std::size_t position, int mention) {
    std::vector<int> found;
    for (std::size_t i = 0; i < position; ++i) {
        if (pieces[i].mention == mention) found.push_back(static_cast<int>(i));
    }
    return found;
}

Story storyOf(const std::vector<Piece>& pieces, Language language) {
    Story story;
    story.language = language;
    story.tokens = texts(pieces);
    small_world::Derivations derivations(language);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        story.logProbabilities.push_back(std::log(derivations.add(pieces[i].word)));
        const auto kind = wordClass(pieces[i].word, language);
        if (kind && isNoun(*kind)) story.nounPositions.push_back(static_cast<int>(i));
        if (pieces[i].pronounFor < 0) continue;
        story.pronouns.push_back({static_cast<int>(i), mentionsBefore(pieces, i, pieces[i].pronounFor)});
    }
    return story;
}

}  // namespace

double Story::logProbability() const {
    return std::accumulate(logProbabilities.begin(), logProbabilities.end(), 0.0);
}

std::string Story::text() const {
    std::vector<std::string> words = tokens;
    if (!words.empty() && words.back() == "\n") words.pop_back();
    return joined(std::move(words), language);
}

ParallelStory SmallWorld::tell(Random& random) const {
    small_world::Plan plan;
    const std::vector<Piece> english = small_world::write(plan, Language::English, random);
    const std::vector<Piece> chinese = small_world::write(plan, Language::Chinese, random);
    return {storyOf(english, Language::English), storyOf(chinese, Language::Chinese)};
}

Vocabulary SmallWorld::lexicon(Language language) const {
    std::vector<std::string> tokens = {"\n"};
    for (const small_world::Word& word : small_world::words(language)) tokens.emplace_back(word.text);
    return Vocabulary(std::move(tokens));
}

std::optional<std::vector<double>> SmallWorld::score(std::span<const std::string> tokens, Language language) const {
    small_world::Derivations derivations(language);
    std::vector<double> logProbabilities;
    for (const std::string& token : tokens) {
        const double probability = derivations.add(token);
        if (probability == 0.0) return std::nullopt;
        logProbabilities.push_back(std::log(probability));
    }
    return logProbabilities;
}

std::vector<std::pair<std::string, double>> SmallWorld::nextWords(std::span<const std::string> tokens,
                                                                  Language language) const {
    small_world::Derivations derivations(language);
    for (const std::string& token : tokens) {
        if (derivations.add(token) == 0.0) return {};
    }
    std::vector<std::pair<std::string, double>> words;
    for (const auto& [word, probability] : derivations.next()) words.emplace_back(word, probability);
    return words;
}

std::vector<std::pair<std::string, double>> SmallWorld::fillIn(std::span<const std::string> tokens,
                                                               std::size_t position, Language language) const {
    expects(position < tokens.size(), "[small world] the story has no such position");
    small_world::Derivations before(language);
    for (const std::string& token : tokens.first(position)) {
        if (before.add(token) == 0.0) return {};
    }
    std::vector<std::pair<std::string, double>> words;
    double total = 0.0;
    for (const auto& [word, probability] : before.next()) {
        // P(word | all others) ∝ P(word | those before) · P(those behind | all before them).
        small_world::Derivations behind = before;
        behind.add(word);
        double together = probability;
        for (const std::string& token : tokens.subspan(position + 1)) {
            if (together == 0.0) break;
            together *= behind.add(token);
        }
        if (together == 0.0) continue;
        words.emplace_back(word, together);
        total += together;
    }
    for (auto& entry : words) entry.second /= total;
    const auto likelier = [](const auto& left, const auto& right) { return left.second > right.second; };
    std::stable_sort(words.begin(), words.end(), likelier);
    return words;
}

std::string smallWorldCorpus(Language language, std::uint64_t seed, std::int64_t stories) {
    expects(stories >= 0, "[small world] the number of stories is negative");
    Random random(seed);
    std::string corpus;
    for (std::int64_t i = 0; i < stories; ++i) {
        small_world::Plan plan;
        // English is always written first: it draws the story, so both languages tell the same one.
        const std::vector<Piece> english = small_world::write(plan, Language::English, random);
        corpus += joined(texts(language == Language::English ? english : small_world::write(plan, language, random)),
                         language);
    }
    return corpus;
}

}  // namespace attentarium
