#include "engine/text/small_school.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/text/small_world.h"
#include "engine/text/small_world/facts.h"
#include "engine/text/tokenizer.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

using Words = std::vector<std::string>;
constexpr Language kLanguages[] = {Language::English, Language::Chinese};

std::vector<Knowledge> kinds() {
    std::vector<Knowledge> all;
    for (int kind = 0; kind < kKnowledgeKinds; ++kind) all.push_back(static_cast<Knowledge>(kind));
    return all;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("the tokenizers cut lessons into the words of the lexicon, and every word of it is used", "[many]") {
    for (const Language language : kLanguages) {
        const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, SmallSchool().lexicon(language));
        std::set<std::string> used;
        Random random(1);
        for (int i = 0; i < 3000; ++i) {
            const ParallelSchoolText both = SmallSchool().teach(random);
            const SchoolText& lesson = language == Language::English ? both.english : both.chinese;
            Words words;
            for (const Token& token : tokenizer->split(lesson.text() + "\n")) {
                if (!token.id) FAIL(lesson.text() << ": " << token.text);
                words.push_back(token.text);
            }
            if (words != lesson.tokens) FAIL(lesson.text());
            // A window of 48 holds a whole text.
            if (words.size() > 34) FAIL(lesson.text());
        }
        for (const Token& token : tokenizer->split(smallSchoolCorpus(language, 2, 40000))) used.insert(token.text);
        for (const std::string& word : tokenizer->vocabulary().tokens()) {
            if (!used.contains(word)) FAIL(word);
        }
        const Vocabulary world = SmallWorld().lexicon(language);
        for (int id = 0; id < world.size(); ++id) CHECK(tokenizer->vocabulary().token(id) == world.token(id));
    }
}

TEST_CASE("texts of the school begin as often as their probabilities say", "[many]") {
    constexpr int kTexts = 30000;
    for (const Language language : kLanguages) {
        const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, SmallSchool().lexicon(language));
        std::map<Words, int> beginnings;
        for (const std::string& line : linesOf(smallSchoolCorpus(language, 3, kTexts))) {
            Words words;
            for (const Token& token : tokenizer->split(line + "\n")) {
                words.push_back(token.text);
                ++beginnings[words];
            }
        }
        int checked = 0;
        for (const auto& [words, count] : beginnings) {
            if (count < 40) continue;
            const auto scored = SmallSchool().score(words, language);
            REQUIRE(scored);
            double probability = 0;
            for (const double one : *scored) probability += one;
            probability = std::exp(probability);
            const double share = static_cast<double>(count) / kTexts;
            if (std::abs(share - probability) > 5 * std::sqrt(probability / kTexts)) FAIL(words.back() << " " << count);
            ++checked;
        }
        CHECK(checked > 400);
    }
}

TEST_CASE("a lesson says the same in both languages, and its probabilities are those that scoring gives") {
    Random random(4);
    std::map<std::optional<Knowledge>, int> kindsSeen;
    for (int i = 0; i < 400; ++i) {
        const ParallelSchoolText both = SmallSchool().teach(random);
        REQUIRE(both.english.kind == both.chinese.kind);
        ++kindsSeen[both.english.kind];
        REQUIRE(SmallSchool().score(both.english.tokens, Language::English) == both.english.logProbabilities);
        REQUIRE(both.english.logProbabilities.size() == both.english.tokens.size());
        REQUIRE(std::isfinite(both.chinese.logProbability()));
        for (const small_world::Individual& one : small_world::individuals()) {
            const auto named = std::ranges::count(both.english.tokens, one.name.english);
            REQUIRE(named == std::ranges::count(both.chinese.tokens, one.name.chinese));
        }
    }
    CHECK(kindsSeen.size() == 8);
    for (const auto& [kind, count] : kindsSeen) CHECK(count > 25);
}

TEST_CASE("the same seed gives the same texts, line by line in both languages") {
    CHECK(smallSchoolCorpus(Language::English, 5, 50) == smallSchoolCorpus(Language::English, 5, 50));
    CHECK(smallSchoolCorpus(Language::English, 5, 50) != smallSchoolCorpus(Language::English, 6, 50));
    const auto english = linesOf(smallSchoolCorpus(Language::English, 5, 300, Knowledge::Arithmetic));
    const auto chinese = linesOf(smallSchoolCorpus(Language::Chinese, 5, 300, Knowledge::Arithmetic));
    REQUIRE(english.size() == 300);
    REQUIRE(chinese.size() == 300);
    for (std::size_t i = 0; i < 300; ++i) {
        CHECK(english[i].starts_with("after") == (chinese[i].find("后面") != std::string::npos));
        CHECK((english[i].find("nine") != std::string::npos) == (chinese[i].find("九") != std::string::npos));
    }
}

TEST_CASE("no lesson asks what is held out, and the answer is one of the choices") {
    for (const Language language : kLanguages) {
        for (const Knowledge kind : kinds()) {
            const auto questions = SmallSchool().questions(kind, language, 200);
            INFO(nameOf(kind));
            CHECK(questions.size() >= 14);
            std::set<Words> prompts;
            for (const Question& question : questions) {
                REQUIRE(question.kind == kind);
                REQUIRE(prompts.insert(question.prompt).second);
                REQUIRE(std::ranges::count(question.choices, question.answer) == 1);
                REQUIRE(std::set(question.choices.begin(), question.choices.end()).size() == question.choices.size());
                REQUIRE(question.choices.size() >= 2);
                // Not with a small probability: with none.
                REQUIRE_FALSE(SmallSchool().score(question.prompt, language));
            }
            // Fewer questions are the first ones of more.
            const auto few = SmallSchool().questions(kind, language, 5);
            REQUIRE(few.size() == 5);
            for (std::size_t i = 0; i < 5; ++i) CHECK(few[i].prompt == questions[i].prompt);
        }
    }
}

TEST_CASE("whoever knows the world can answer every question, and nobody what it leaves open") {
    for (const Language language : kLanguages) {
        for (const Knowledge kind : kinds()) {
            INFO(nameOf(kind));
            const auto questions = SmallSchool().questions(kind, language, 60);
            CHECK(SmallSchool().bestReachable(questions, language) == Approx(1.0));
        }
    }
    const Question open{Knowledge::Coreference, {"Anna", "sees", "Tom", "."}, "he", {"he", "she"}};
    CHECK(SmallSchool().bestReachable(std::vector{open}, Language::English) == Approx(0.5));
    const Question known{Knowledge::Facts, {"Anna", "likes"}, "apples", {"apples", "fish"}};
    CHECK(SmallSchool().bestReachable(std::vector{known}, Language::English) == Approx(1.0));
}

TEST_CASE("what a question needs is taught") {
    const auto taught = [](const Words& words) { return SmallSchool().score(words, Language::English).has_value(); };
    for (const Question& question : SmallSchool().questions(Knowledge::Arithmetic, Language::English, 50)) {
        CHECK(taught({question.prompt[2], "and", question.prompt[0], "are", question.answer, ".", "\n"}));
    }
    int likes = 0;
    for (const Question& question : SmallSchool().questions(Knowledge::Facts, Language::English, 50)) {
        if (question.prompt[0] != "what" || question.prompt[2] == "is" || question.prompt[2] == "the") continue;
        if (question.prompt[1] != "does") continue;
        CHECK(taught({question.prompt[2], "likes", question.answer, ".", "\n"}));
        ++likes;
    }
    CHECK(likes >= 3);
    CHECK(taught({"the", "opposite", "of", "small", "is", "big", ".", "\n"}));
    CHECK_FALSE(taught({"two", "and", "three", "are", "six"}));
    CHECK_FALSE(taught({"Anna", "likes", "fish"}));
}
