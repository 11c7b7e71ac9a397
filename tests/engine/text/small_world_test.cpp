#include "engine/text/small_world.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "engine/core/error.h"
#include "engine/text/small_world/facts.h"
#include "engine/text/tokenizer.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

constexpr Language kLanguages[] = {Language::English, Language::Chinese};

std::vector<ParallelStory> told(std::uint64_t seed, int count) {
    Random random(seed);
    std::vector<ParallelStory> stories;
    for (int i = 0; i < count; ++i) stories.push_back(SmallWorld().tell(random));
    return stories;
}

const Story& in(const ParallelStory& story, Language language) {
    return language == Language::English ? story.english : story.chinese;
}

const std::string& tokenAt(const Story& story, int position) {
    return story.tokens[static_cast<std::size_t>(position)];
}

int nearestNoun(const Story& story, int position) {
    int nearest = -1;
    for (const int noun : story.nounPositions) {
        if (noun < position) nearest = noun;
    }
    return nearest;
}

bool contains(const std::vector<int>& positions, int position) {
    return std::find(positions.begin(), positions.end(), position) != positions.end();
}

/// The pronoun by which a noun of the world is meant, or nothing for places and food.
std::optional<small_world::Gender> genderOf(const std::string& noun, Language language) {
    for (const small_world::Individual& one : small_world::individuals()) {
        if (one.name.in(language) == noun) return one.gender;
    }
    const auto toys = small_world::things().first(small_world::kToys);
    const auto same = [&](const small_world::Term& toy) { return toy.in(language) == noun; };
    if (std::any_of(toys.begin(), toys.end(), same)) return small_world::Gender::It;
    return std::nullopt;
}

/// Five standard deviations of a share of `count` draws with this probability.
double margin(double probability, double count) {
    return 5.0 * std::sqrt(probability * (1.0 - probability) / count);
}

}  // namespace

TEST_CASE("the tokenizers cut stories into the words they were written with", "[many]") {
    for (const Language language : kLanguages) {
        const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, SmallWorld().lexicon(language));
        std::set<std::string> used;
        for (const ParallelStory& both : told(1, 20000)) {
            const Story& story = in(both, language);
            std::vector<std::string> words;
            bool known = true;
            for (const Token& token : tokenizer->split(story.text() + "\n")) {
                known = known && token.id.has_value();
                words.push_back(token.text);
            }
            used.insert(words.begin(), words.end());
            if (!known || words != story.tokens) FAIL(story.text());
            if (words.size() < 12 || words.size() > 34) FAIL(story.text());
        }
        // A word that no story uses would be one that no model can learn.
        CHECK(static_cast<int>(used.size()) == tokenizer->vocabulary().size());
        CHECK(tokenizer->vocabulary().token(0) == "\n");
        CHECK(tokenizer->vocabulary().size() >= 80);
        CHECK(tokenizer->vocabulary().size() <= 160);
    }
}

TEST_CASE("every word of the world has a class") {
    for (const Language language : kLanguages) {
        const Vocabulary lexicon = SmallWorld().lexicon(language);
        for (int id = 1; id < lexicon.size(); ++id) CHECK(wordClass(lexicon.token(id), language));
    }
    CHECK(wordClass("Anna", Language::English) == WordClass::Person);
    CHECK(wordClass("小狗", Language::Chinese) == WordClass::Animal);
    CHECK(wordClass("their", Language::English) == WordClass::Pronoun);
    CHECK(wordClass("red", Language::English) == WordClass::Adjective);
    CHECK(wordClass("sings", Language::English) == WordClass::Verb);
    CHECK(wordClass("。", Language::Chinese) == WordClass::Punctuation);
    CHECK_FALSE(wordClass("Anna", Language::Chinese));
    CHECK(isNoun(WordClass::Place));
    CHECK_FALSE(isNoun(WordClass::Pronoun));
}

TEST_CASE("a story's own probabilities are those that scoring it gives") {
    const SmallWorld world;
    for (const ParallelStory& both : told(2, 300)) {
        for (const Language language : kLanguages) {
            const Story& story = in(both, language);
            const auto scored = world.score(story.tokens, language);
            REQUIRE(scored);
            REQUIRE(*scored == story.logProbabilities);
            REQUIRE(std::isfinite(story.logProbability()));
        }
        // What reads alike in one language reads alike in the other.
        REQUIRE(both.english.logProbability() == Approx(both.chinese.logProbability()));
    }
}

TEST_CASE("after any beginning the probabilities of the next words sum to one") {
    const SmallWorld world;
    for (const ParallelStory& both : told(3, 60)) {
        for (const Language language : kLanguages) {
            const Story& story = in(both, language);
            for (std::size_t length = 0; length < story.tokens.size(); ++length) {
                const auto next = world.nextWords(std::span(story.tokens).first(length), language);
                double sum = 0.0;
                double own = 0.0;
                for (const auto& [word, probability] : next) {
                    sum += probability;
                    if (word == story.tokens[length]) own = probability;
                }
                REQUIRE(sum == Approx(1.0));
                REQUIRE(std::log(own) == Approx(story.logProbabilities[length]).margin(1e-9));
            }
            REQUIRE(world.nextWords(story.tokens, language).empty());
        }
    }
}

TEST_CASE("words are drawn as often as their probabilities say", "[many]") {
    const SmallWorld world;
    constexpr int kStories = 20000;
    const auto stories = told(4, kStories);
    for (const Language language : kLanguages) {
        for (const std::size_t length : {0, 1, 2, 5, 8}) {
            std::map<std::vector<std::string>, std::map<std::string, int>> followers;
            for (const ParallelStory& both : stories) {
                const auto& tokens = in(both, language).tokens;
                ++followers[{tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(length)}][tokens[length]];
            }
            for (const auto& [beginning, counts] : followers) {
                int total = 0;
                for (const auto& [word, count] : counts) total += count;
                if (total < 400) continue;
                for (const auto& [word, probability] : world.nextWords(beginning, language)) {
                    const auto found = counts.find(word);
                    const double share = found == counts.end() ? 0.0 : static_cast<double>(found->second) / total;
                    if (std::abs(share - probability) > margin(probability, total)) FAIL(word << " " << share);
                }
            }
        }
    }
}

TEST_CASE("what the grammar cannot write has no score") {
    const SmallWorld world;
    using Words = std::vector<std::string>;
    CHECK(world.score(Words{}, Language::English)->empty());
    CHECK(world.score(Words{"in", "the", "garden"}, Language::English));
    CHECK_FALSE(world.score(Words{"garden"}, Language::English));
    CHECK_FALSE(world.score(Words{"in", "the", "garden"}, Language::Chinese));
    CHECK_FALSE(world.score(Words{"the", "dog", "go"}, Language::English));
    // Anna does not climb: that is no fact of this world.
    const Words climbing = {"in", "the", "park", ",", "Anna", "meets", "Tom", ".", "she", "climbs"};
    CHECK_FALSE(world.score(climbing, Language::English));
    CHECK(world.score(std::span(climbing).first(9), Language::English));
    CHECK(world.nextWords(climbing, Language::English).empty());
    Words beyond = told(5, 1)[0].english.tokens;
    beyond.push_back("in");
    CHECK_FALSE(world.score(beyond, Language::English));
}

TEST_CASE("what may stand in a gap has the probabilities of the whole stories that it makes", "[many]") {
    const SmallWorld world;
    for (const ParallelStory& both : told(13, 25)) {
        for (const Language language : kLanguages) {
            const Story& story = in(both, language);
            const Vocabulary lexicon = world.lexicon(language);
            for (std::size_t position = 0; position < story.tokens.size(); position += 3) {
                std::vector<std::string> tokens = story.tokens;
                std::map<std::string, double> expected;
                double total = 0.0;
                for (const std::string& word : lexicon.tokens()) {
                    tokens[position] = word;
                    const auto scored = world.score(tokens, language);
                    if (!scored) continue;
                    expected[word] = std::exp(std::accumulate(scored->begin(), scored->end(), 0.0));
                    total += expected[word];
                }
                // What stood in the gap does not matter.
                const auto found = world.fillIn(tokens, position, language);
                REQUIRE(found.size() == expected.size());
                for (std::size_t i = 0; i < found.size(); ++i) {
                    REQUIRE(found[i].second == Approx(expected[found[i].first] / total));
                    if (i > 0) REQUIRE(found[i].second <= found[i - 1].second);
                }
            }
        }
    }
    const std::vector<std::string> impossible = {"garden", "the", "Anna"};
    CHECK(world.fillIn(impossible, 1, Language::English).empty());
    CHECK(world.fillIn(impossible, 2, Language::English).empty());
    CHECK_THROWS_AS(world.fillIn(impossible, 3, Language::English), LogicError);
}

TEST_CASE("a pronoun stands for the only one in the story whom it fits") {
    constexpr std::string_view kEnglish[] = {"she", "he", "it", "they", "her", "his", "its", "their"};
    constexpr std::string_view kChinese[] = {"她", "他", "它", "他们", "她的", "他的", "它的", "他们的"};
    for (const ParallelStory& both : told(6, 3000)) {
        for (const Language language : kLanguages) {
            const Story& story = in(both, language);
            REQUIRE_FALSE(story.pronouns.empty());
            for (const Pronoun& pronoun : story.pronouns) {
                const auto& names = language == Language::English ? kEnglish : kChinese;
                const auto name = std::find(std::begin(names), std::end(names), tokenAt(story, pronoun.position));
                REQUIRE(name != std::end(names));
                const auto gender = static_cast<small_world::Gender>((name - std::begin(names)) % 4);
                std::vector<int> fitting;
                for (const int noun : story.nounPositions) {
                    const bool before = noun < pronoun.position;
                    if (before && genderOf(tokenAt(story, noun), language) == gender) fitting.push_back(noun);
                }
                REQUIRE(fitting == pronoun.referentPositions);
            }
        }
        REQUIRE(both.english.pronouns.size() == both.chinese.pronouns.size());
    }
}

TEST_CASE("the nearest noun is the wrong one half of the time", "[many]") {
    const auto stories = told(7, 20000);
    for (const Language language : kLanguages) {
        std::map<std::size_t, std::pair<double, double>> byOrder;  // right, all
        for (const ParallelStory& both : stories) {
            const Story& story = in(both, language);
            for (std::size_t i = 0; i < story.pronouns.size(); ++i) {
                const Pronoun& pronoun = story.pronouns[i];
                byOrder[i].first += contains(pronoun.referentPositions, nearestNoun(story, pronoun.position));
                byOrder[i].second += 1;
            }
        }
        CHECK(byOrder.size() == 3);
        for (const auto& [order, counts] : byOrder) {
            CHECK(counts.first / counts.second == Approx(0.5).margin(margin(0.5, counts.second)));
        }
    }
}

TEST_CASE("what follows a pronoun tells whom it stands for") {
    using small_world::Gender;
    for (const Gender gender : {Gender::She, Gender::He, Gender::It, Gender::They}) {
        std::set<int> activities;
        std::set<int> owned;
        std::size_t count = 0;
        for (const small_world::Individual& one : small_world::individuals()) {
            if (one.gender != gender) continue;
            ++count;
            activities.insert(one.activities.begin(), one.activities.end());
            for (const small_world::Possession& possession : one.possessions) owned.insert(possession.thing);
            CHECK(one.possessions[0].thing < small_world::kToys);
        }
        CHECK(count >= 4);
        CHECK(activities.size() == 2 * count);
        CHECK(owned.size() == 2 * count);
    }
}

TEST_CASE("English verbs agree with their subjects") {
    for (const ParallelStory& both : told(8, 3000)) {
        const auto& tokens = both.english.tokens;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const bool singular = tokens[i] == "she" || tokens[i] == "he" || tokens[i] == "it";
            const bool ends = tokens[i + 1].ends_with('s');
            if ((singular && !ends) || (tokens[i] == "they" && ends)) FAIL(both.english.text());
        }
    }
}

TEST_CASE("both languages tell of the same people, things and places in the same order") {
    const Vocabulary english = SmallWorld().lexicon(Language::English);
    const Vocabulary chinese = SmallWorld().lexicon(Language::Chinese);
    for (const ParallelStory& both : told(9, 3000)) {
        // Nouns come first in both lexicons, in one order, so that their ids are equal.
        REQUIRE(both.english.nounPositions.size() == both.chinese.nounPositions.size());
        for (std::size_t i = 0; i < both.english.nounPositions.size(); ++i) {
            REQUIRE(english.find(tokenAt(both.english, both.english.nounPositions[i])) ==
                    chinese.find(tokenAt(both.chinese, both.chinese.nounPositions[i])));
        }
    }
}

TEST_CASE("the corpus is the same stories, a line each, and another seed tells new ones", "[many]") {
    const auto stories = told(10, 200);
    for (const Language language : kLanguages) {
        std::string lines;
        for (const ParallelStory& both : stories) lines += in(both, language).text() + "\n";
        CHECK(smallWorldCorpus(language, 10, 200) == lines);
    }
    CHECK(smallWorldCorpus(Language::English, 1, 0).empty());
    std::set<std::string> seen;
    for (const ParallelStory& both : told(11, 20000)) seen.insert(both.english.text());
    int repeated = 0;
    for (const ParallelStory& both : told(12, 1000)) repeated += seen.count(both.english.text()) > 0;
    CHECK(repeated <= 2);
}
