#include <algorithm>
#include <numeric>

#include "engine/core/random.h"
#include "engine/models/registry.h"
#include "engine/probe/known_text.h"
#include "engine/probe/unit_score.h"
#include "engine/probe/unit_states.h"
#include "engine/text/bracket_corpus.h"
#include "engine/text/small_school.h"
#include "engine/text/small_world.h"
#include "engine/trace/trace.h"
#include "engine/train/look.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

StateTable tableOf(std::vector<float> values) {
    return {0, false, Site::HiddenState, 1, std::move(values)};
}

const TruthLabels& of(const LabelledText& text, Truth truth) {
    return *std::ranges::find(text.truths, truth, &TruthLabels::truth);
}

std::unique_ptr<Model<float>> model(Family family, std::int64_t vocabulary) {
    ModelConfig config = defaultConfig(family);
    config.layers = 2;
    config.width = 6;
    config.context = 200;
    config.vocabulary = vocabulary;
    auto made = makeModel<float>(config);
    Random random(3);
    made->initialise(random);
    return made;
}

TEST_CASE("Inside, depth and the innermost bracket are what counting says") {
    std::vector<std::string> words;
    for (const char one : std::string("([])\n[")) words.emplace_back(1, one);
    const auto truths = bracketTruths(words);
    CHECK(truths[0].labels == std::vector<signed char>{1, 1, 1, 0, 0, 1});
    CHECK(truths[1].labels == std::vector<signed char>{0, 1, 0, 0, 0, 0});
    CHECK(truths[3].labels == std::vector<signed char>{1, 0, 1, -1, -1, 0});
}

TEST_CASE("The corpus of brackets is balanced line by line, and has all kinds") {
    const std::string corpus = bracketCorpus(3, 300);
    CHECK(corpus == bracketCorpus(3, 300));
    CHECK(std::ranges::count(corpus, '\n') == 300);
    std::string open;
    for (const char one : corpus) {
        if (one == '\n') CHECK(open.empty());
        if (one == '(' || one == '[' || one == '{') open += one;
        if (one != ')' && one != ']' && one != '}') continue;
        REQUIRE(!open.empty());
        CHECK(open.back() == (one == ')' ? '(' : one == ']' ? '[' : '{'));
        open.pop_back();
    }
    for (const char one : {'(', '[', '{'}) CHECK(corpus.find(one) != std::string::npos);
}

TEST_CASE("What is known of stories and lessons is what stands in them") {
    const LabelledText stories =
        labelledText(KnownText::Stories, SmallWorld().lexicon(Language::English), Language::English, 4, 3000);
    const auto& reasons = of(stories, Truth::InsideReason).labels;
    REQUIRE(reasons.size() == stories.words.size());
    int because = 0;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (stories.words[i] == "because") ++because;
        if (stories.words[i] == "because") CHECK(reasons[i] == 1);
        if (stories.words[i] == ".") CHECK(reasons[i] == 0);
        const bool isPronoun = of(stories, Truth::FirstNamed).labels[i] >= 0;
        if (isPronoun) CHECK(wordClass(stories.words[i], Language::English) == WordClass::Pronoun);
    }
    CHECK(because > 20);

    const LabelledText lessons =
        labelledText(KnownText::Lessons, SmallSchool().lexicon(Language::English), Language::English, 4, 4000);
    const auto& plurals = of(lessons, Truth::PluralSubject).labels;
    int seen = 0;
    for (std::size_t i = 0; i + 1 < plurals.size(); ++i) {
        // Just before the verb the subject is what the verb says.
        if (plurals[i] < 0 || plurals[i + 1] >= 0) continue;
        ++seen;
        CHECK(lessons.words[i + 1] == (plurals[i] == 1 ? "are" : "is"));
    }
    CHECK(seen > 20);
}

TEST_CASE("The states over a long text are those of one long run, for every recurrent family") {
    Random random(5);
    std::vector<int> ids(150);
    for (int& id : ids) id = static_cast<int>(random.below(9));
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) {
        INFO(nameOf(family));
        const auto made = model(family, 9);
        const auto tables = statesOver(*made, ids, std::vector<std::size_t>{0});
        CHECK(tables.size() == (family == Family::Rnn ? 2 : family == Family::Lstm ? 10 : 6));
        const auto trace = look(*made, ids, LookDepth::Forward);
        for (const std::size_t token : {0, 63, 64, 149}) {
            const auto node = trace->find("layers.1.t." + std::to_string(token) + ".hidden_state");
            REQUIRE(node);
            const auto table = std::ranges::find_if(
                tables, [](const StateTable& one) { return one.layer == 1 && one.site == Site::HiddenState; });
            REQUIRE(table != tables.end());
            for (int unit = 0; unit < table->width; ++unit) {
                CHECK(table->at(token, unit) ==
                      Approx(trace->values(*node)[static_cast<std::size_t>(unit)]).margin(1e-6));
            }
        }
    }
    CHECK(!hasStates(Family::Gpt));
}

TEST_CASE("A seq2seq model's encoder reads each text alone") {
    const auto made = model(Family::Seq2Seq, 9);
    const std::vector<int> ids{1, 2, 3, 1, 2, 3};
    const auto tables = statesOver(*made, ids, std::vector<std::size_t>{0, 3});
    REQUIRE(!tables.empty());
    for (const StateTable& table : tables) {
        for (int unit = 0; unit < table.width; ++unit) CHECK(table.at(0, unit) == table.at(3, unit));
    }
    CHECK(statesOver(*made, ids, std::vector<std::size_t>{0, 3}, [] { return false; }).empty());
}

TEST_CASE("A unit that is the truth scores 1, its negative too, and noise as much as guessing") {
    Random random(6);
    std::vector<signed char> labels;
    StateTable table{0, false, Site::HiddenState, 3, {}};
    for (int i = 0; i < 4000; ++i) {
        const bool yes = random.below(4) == 0;
        labels.push_back(i % 10 == 0 ? -1 : yes ? 1 : 0);
        table.values.insert(table.values.end(),
                            {static_cast<float>(random.uniform()), yes ? -0.5f : 0.25f, yes ? 0.9f : 0.1f});
    }
    const auto scores = scoreUnits(table, labels);
    REQUIRE(scores.size() == 3);
    CHECK(scores[0].unit == 1);
    CHECK_FALSE(scores[0].yesAbove);
    CHECK(scores[0].threshold == Approx(-0.125));
    CHECK(scores[1].yesAbove);
    CHECK(scores[1].threshold == Approx(0.5));
    for (const int exact : {0, 1}) {
        CHECK(scores[static_cast<std::size_t>(exact)].accuracy == 1);
        CHECK(scores[static_cast<std::size_t>(exact)].area == 1);
    }
    CHECK(scores[2].area == Approx(0.5).margin(0.05));
    CHECK(scores[2].accuracy == Approx(scores[2].baseline).margin(0.05));
    CHECK(scores[2].baseline == Approx(0.75).margin(0.05));
    CHECK(scores[2].samples == 1800);
    CHECK(scores[2].chosenOn == 1800);
}

TEST_CASE("The score is of the half that the threshold was not chosen on") {
    // In the second half the unit says the opposite.
    const auto scores = scoreUnits(tableOf({0, 1, 0, 1, 1, 0, 1, 0}), std::vector<signed char>{0, 1, 0, 1, 0, 1, 0, 1});
    REQUIRE(scores.size() == 1);
    CHECK(scores[0].accuracy == 0);
    CHECK(scores[0].area == 0);
    CHECK(scoreUnits(tableOf({0, 1, 0, 1}), std::vector<signed char>{1, 1, 0, 1}).empty());
}

TEST_CASE("Text is found where all conditions hold") {
    const StateTable table{0, false, Site::HiddenState, 2, {1, -1, 1, 1, -1, 1, 0.4f, 0.6f}};
    CHECK(tokensWhere(table, std::vector<UnitCondition>{{0, true, 0}, {1, true, 0}}) == std::vector<int>{1, 3});
    CHECK(tokensWhere(table, std::vector<UnitCondition>{{0, false, 0}}) == std::vector<int>{2});
    CHECK(tokensWhere(table, {}).empty());
}

}  // namespace
}  // namespace attentarium
