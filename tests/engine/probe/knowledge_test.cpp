#include "engine/probe/knowledge.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/io/training_data.h"
#include "engine/models/registry.h"
#include "engine/text/small_world.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"

using namespace attentarium;

namespace {

ModelConfig configFor(const Tokenizer& tokenizer) {
    return {.layers = 2, .heads = 4, .width = 64, .context = 48, .vocabulary = tokenizer.vocabulary().size()};
}

std::unique_ptr<Tokenizer> schoolTokenizer(Language language) {
    return makeTokenizer(TokenizerKind::Word, language, SmallSchool().lexicon(language));
}

/// Lessons of one kind alone, each a place where a window may begin.
TokenizedCorpus lessonsOf(Knowledge kind, Language language) {
    TokenizedCorpus corpus;
    corpus.tokenizer = schoolTokenizer(language);
    corpus.tokens = corpus.tokenizer->encode(smallSchoolCorpus(language, 1, 4000, kind));
    corpus.starts.push_back(0);
    for (std::size_t i = 0; i + 1 < corpus.tokens.size(); ++i) {
        if (corpus.tokens[i] == 0) corpus.starts.push_back(static_cast<std::int64_t>(i) + 1);
    }
    return corpus;
}

const KnowledgeScore& of(const KnowledgeScores& scores, Knowledge kind) {
    return scores[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("A model to which all words are alike answers nothing, and the rest is known before it is asked") {
    Parallel parallel(1);
    const auto tokenizer = schoolTokenizer(Language::English);
    const auto model = makeModel<float>(configFor(*tokenizer));
    const KnowledgeScores scores = scoreKnowledge(*model, *tokenizer, Language::English, 50, parallel);
    for (const KnowledgeScore& score : scores) {
        INFO(nameOf(score.kind));
        CHECK(score.asked >= 14);
        CHECK(score.asked <= 50);
        CHECK(score.right == 0);
        CHECK(score.best == Approx(1));
    }
    CHECK(of(scores, Knowledge::Agreement).chance == Approx(0.5));
    CHECK(of(scores, Knowledge::Reasoning).chance == Approx(1.0 / 3));
    CHECK(of(scores, Knowledge::Arithmetic).chance == Approx(1.0 / 17));
}

TEST_CASE("An even model pays log of the vocabulary for lessons, and the generator less") {
    for (const Language language : {Language::English, Language::Chinese}) {
        const auto tokenizer = schoolTokenizer(language);
        const auto model = makeModel<float>(configFor(*tokenizer));
        const StoryLoss loss = lessonLoss(*model, *tokenizer, language, 5, 60);
        CHECK(loss.model == Approx(std::log(tokenizer->vocabulary().size())).epsilon(1e-5));
        CHECK(loss.best < 0.4 * loss.model);
        CHECK(loss.best > 0);
    }
    const auto stories = makeTokenizer(TokenizerKind::Word, Language::English, SmallWorld().lexicon(Language::English));
    CHECK_FALSE(knowsSchool(*stories, Language::English));
    CHECK(knowsSchool(*schoolTokenizer(Language::English), Language::English));
}

TEST_CASE("What a model cannot read it is not asked") {
    Parallel parallel(1);
    const auto stories = makeTokenizer(TokenizerKind::Word, Language::English, SmallWorld().lexicon(Language::English));
    const auto model = makeModel<float>(configFor(*stories));
    for (const KnowledgeScore& score : scoreKnowledge(*model, *stories, Language::English, 50, parallel)) {
        CHECK(score.asked == 0);
    }
    const auto characters = makeTokenizer(TokenizerKind::Character, Language::English, Vocabulary({"a", "b"}));
    CHECK(KnowledgeProbe(*characters, Language::English, 48, 50).questions() == 0);
    const auto tokenizer = schoolTokenizer(Language::English);
    const std::size_t all = KnowledgeProbe(*tokenizer, Language::English, 48, 50).questions();
    const std::size_t shortOnes = KnowledgeProbe(*tokenizer, Language::English, 8, 50).questions();
    CHECK(shortOnes > 0);
    CHECK(shortOnes < all);
    CHECK_FALSE(answersQuestions(Family::Bert));
    const KnowledgeProbe probe(*tokenizer, Language::English, 48, 5);
    CHECK_THROWS_AS(
        probe.score(*makeModel<float>({.family = Family::SkipGram, .width = 4, .vocabulary = 300}), parallel),
        LogicError);
}

TEST_CASE("A model that learns lessons of a kind answers what it was never taught, and nothing of other kinds",
          "[many]") {
    const std::pair<Knowledge, Language> learned[] = {{Knowledge::Coreference, Language::English},
                                                      {Knowledge::Agreement, Language::Chinese}};
    for (const auto& [kind, language] : learned) {
        Parallel parallel(1);
        const auto corpus = std::make_shared<TokenizedCorpus>(lessonsOf(kind, language));
        ModelConfig config = configFor(*corpus->tokenizer);
        config.width = 32;
        const auto model = makeModel<float>(config);
        Random random(1);
        model->initialise(random);
        const KnowledgeProbe probe(*corpus->tokenizer, language, config.context, 50);
        CHECK(of(probe.score(*model, parallel), kind).right < 0.8);
        const TrainingSettings settings{.batch = 16, .steps = 500, .warmup = 50, .peakRate = 5e-3, .beta2 = 0.98};
        const auto data = corpusData(corpus);
        const auto batches = data->batches(config, settings);
        Trainer trainer(*model, *batches, settings, parallel);
        for (int step = 0; step < settings.steps; ++step) trainer.step();
        const KnowledgeScores after = probe.score(*model, parallel);
        CHECK(of(after, kind).right > 0.9);
        CHECK(of(after, Knowledge::Arithmetic).right < 0.4);
    }
}
