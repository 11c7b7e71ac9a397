#include <cmath>

#include "engine/models/registry.h"
#include "engine/probe/referent.h"
#include "engine/probe/stories.h"
#include "engine/text/special_tokens.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

struct UntrainedModel {
    std::unique_ptr<Tokenizer> tokenizer;
    std::unique_ptr<Model<float>> model;
};

/// All weights zero.
UntrainedModel untrained() {
    UntrainedModel even;
    even.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, SmallWorld().lexicon(Language::English));
    ModelConfig config;
    config.layers = 1;
    config.heads = 2;
    config.width = 8;
    config.context = 40;
    config.vocabulary = even.tokenizer->vocabulary().size();
    even.model = makeModel<float>(config);
    return even;
}

}  // namespace

TEST_CASE("A head that looks at every word alike finds the referent only where it comes first") {
    // Every row of attention is even, so the first noun of the story wins every comparison.
    const UntrainedModel even = untrained();
    const std::vector<Story> stories = tellStories(Language::English, 5, 60);
    double first = 0, pronouns = 0;
    for (const Story& story : stories) {
        for (const Pronoun& pronoun : story.pronouns) {
            ++pronouns;
            if (pronoun.referentPositions.front() == story.nounPositions.front()) ++first;
        }
    }
    const std::vector<ReferentScore> scores = referentScores(*even.model, *even.tokenizer, stories);
    REQUIRE(scores.size() == 2);
    CHECK(scores[0].pronouns == Approx(first / pronouns));
    CHECK(scores[1].pronouns == Approx(first / pronouns));
    CHECK(bestReferentHead({{0, 0, 0.2, 0.9}, {1, 1, 0.3, 0.4}}).layer == 1);
}

TEST_CASE("An even model pays log of the vocabulary, and the generator less") {
    const UntrainedModel even = untrained();
    const StoryLoss loss = storyLoss(*even.model, *even.tokenizer, tellStories(Language::English, 5, 20));
    CHECK(loss.model == Approx(std::log(even.tokenizer->vocabulary().size())).epsilon(1e-5));
    CHECK(loss.best < 0.5 * loss.model);
    CHECK(loss.best > 0);
}

TEST_CASE("To fill in a word an even model pays log of the vocabulary, and the generator less") {
    UntrainedModel even = untrained();
    const Vocabulary vocabulary = withSpecialTokens(even.tokenizer->vocabulary());
    even.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, vocabulary);
    ModelConfig config = even.model->config();
    config.vocabulary = vocabulary.size();
    even.model = makeModel<float>(config);
    Parallel parallel(2);
    const std::vector<Story> stories = tellStories(Language::English, 5, 200);
    const StoryLoss loss = maskedStoryLoss(*even.model, *even.tokenizer, stories, 1, parallel);
    CHECK(loss.model == Approx(std::log(vocabulary.size())).epsilon(1e-5));
    // Most words follow from the others.
    CHECK(loss.best < 0.2 * loss.model);
    CHECK(loss.best > 0);
    CHECK(maskedStoryLoss(*even.model, *even.tokenizer, stories, 1, parallel).best == loss.best);
    CHECK(maskedStoryLoss(*even.model, *even.tokenizer, stories, 2, parallel).best != loss.best);
}
