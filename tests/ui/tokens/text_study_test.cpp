#include "ui/session/text_study.h"

#include <QElapsedTimer>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/session.h"
#include "ui/session/training.h"

namespace attentarium::test {
namespace {

const std::string kText = "the cat saw the other cat, then the dog saw them. 你好你好你们 aaaa aaa 😀😀";

std::vector<std::string> textsOf(const std::vector<Token>& tokens) {
    std::vector<std::string> texts;
    for (const Token& token : tokens) texts.push_back(token.text);
    return texts;
}

/// Few letters in any order: pairs overlap, so that it matters which is merged first.
std::string tangledText() {
    std::string text;
    std::uint32_t state = 5;
    for (int i = 0; i < 1500; ++i) {
        state = state * 1664525 + 1013904223;
        text += "abc ab"[(state >> 16) % 6];
    }
    return text;
}

TEST_CASE("After every number of merges the story has the tokens, pairs and counts of the learning itself") {
    for (const std::string& text : {kText, tangledText()}) {
        MergeStoryWriter writer(text, text, 80);
        while (writer.advance()) {
        }
        const auto story = writer.finish();
        REQUIRE(story->merges() > 15);
        BytePairLearning learning(text);
        for (int merged = 0; merged <= story->merges(); ++merged) {
            CAPTURE(merged);
            const std::vector<Token> expected = learning.segmentation();
            CHECK(textsOf(story->passage(merged)) == textsOf(expected));
            CHECK(story->tokens(merged) == learning.tokenCount());
            const std::vector<BytePair> pairs = learning.pairs(static_cast<int>(story->pairs(merged).size()));
            CHECK(std::ranges::equal(pairs, story->pairs(merged)));
            std::map<std::string, std::int64_t> counts;
            for (const Token& token : expected) ++counts[token.text];
            for (const auto& [token, count] : counts) CHECK(story->count(*story->placeOf(token), merged) == count);
            learning.merge();
        }
    }
}

TEST_CASE("A tokenizer from a file cuts the text as it does itself, after every number of merges") {
    const BytePairMerges merges = learnBytePairs("the then them other the cat the cat 你好你好 then they", 30);
    const auto tokenizer = std::make_shared<const BytePairTokenizer>(merges, merges.vocabulary());
    const auto story = MergeStoryWriter::told(kText, kText, tokenizer);
    REQUIRE(story->merges() == merges.size());
    for (int merged = 0; merged <= story->merges(); ++merged) {
        const BytePairMerges first = merges.first(merged);
        const BytePairTokenizer part(first, first.vocabulary());
        const std::vector<Token> expected = part.split(kText);
        CHECK(textsOf(story->passage(merged)) == textsOf(expected));
        CHECK(story->tokens(merged) == static_cast<std::int64_t>(expected.size()));
    }
}

/// About `bytes` of made-up words, as uneven as those of a language.
std::string longText(std::size_t bytes) {
    std::string text;
    std::uint32_t state = 7;
    const auto draw = [&state](std::uint32_t below) { return (state = state * 1664525 + 1013904223) / 7 % below; };
    while (text.size() < bytes) {
        const std::uint32_t rank = draw(1 + draw(1 + draw(20000)));
        std::uint32_t word = rank * 2654435761u;
        for (int i = 0, length = 2 + static_cast<int>(word % 7); i < length; ++i) {
            text += "etaoinshrdlcumwfgypb"[(word = word * 1103515245 + 12345) >> 16 & 15];
        }
        text += draw(12) == 0 ? ".\n" : " ";
    }
    return text;
}

TEST_CASE("A megabyte is cut and learned on another thread") {
    prepare();
    Session session;
    TextStudy& study = session.textStudy();
    study.want(true);
    const QString text = QString::fromStdString(longText(1 << 20));
    QElapsedTimer whole;
    whole.start();
    study.studyOwn(text);
    CHECK(study.isBusy());
    while (study.isBusy() && whole.elapsed() < 60000) QTest::qWait(5);
    REQUIRE(study.story());
    CHECK(study.story()->merges() == TextStudy::kMostMerges);
    CHECK(study.story()->hasMore());
    CHECK(study.cuts()->passage.size() >= kPassageBytes);
    CHECK(study.cuts()->passage.size() < kPassageBytes + 100);
    // Any number of merges, at once.
    for (int i = 0; i < 100; ++i) {
        study.goToMerge(i * 20);
        CHECK(study.story()->passage(study.merged()).size() > 0);
    }
}

TEST_CASE("Learning can be stopped, and what was learned stays") {
    prepare();
    Session session;
    TextStudy& study = session.textStudy();
    study.want(true);
    study.studyOwn(QString::fromStdString(longText(1 << 20)));
    REQUIRE(waitUntil([&] { return study.learned() > 5; }));
    study.stopLearning();
    REQUIRE(waitUntil([&] { return !study.isLearning(); }));
    REQUIRE(study.story());
    CHECK(study.story()->merges() >= 5);
    CHECK(study.story()->merges() < TextStudy::kMostMerges);
}

TEST_CASE("A text goes on to training with byte pairs of the size that is shown") {
    prepare();
    QTemporaryDir folder;
    Session session;
    session.training().setRunsFolder(folder.path());
    TextStudy& study = session.textStudy();
    study.want(true);
    study.studyOwn(QString::fromStdString(longText(20000)));
    REQUIRE(waitUntil([&] { return !study.isBusy(); }));
    study.goToMerge(100);
    bool isReady = false;
    QObject::connect(&study, &TextStudy::readyToTrain, [&] { isReady = true; });
    study.prepareTraining();
    REQUIRE(waitUntil([&] { return isReady; }));
    const CorpusSource corpus = session.training().setup().corpus;
    CHECK(corpus.tokenizer == TokenizerKind::BytePair);
    CHECK(corpus.vocabulary == 356);
    CHECK(QString::fromStdString(corpus.corpus).startsWith(folder.path()));
    REQUIRE(waitUntil([&] { return session.training().estimate() || session.training().setupProblem(); }));
    CHECK_FALSE(session.training().setupProblem());
    CHECK(session.training().setup().task == std::nullopt);
}

}  // namespace
}  // namespace attentarium::test
