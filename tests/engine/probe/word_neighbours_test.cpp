#include "engine/probe/word_neighbours.h"

#include "engine/models/registry.h"
#include "engine/probe/stories.h"
#include "engine/train/word_vector_trainer.h"
#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("The nearest words are those that point the same way, however long they are") {
    const auto model = makeModel<float>({.family = Family::SkipGram, .width = 2, .vocabulary = 5});
    const float vectors[]{1, 0, 9, 1, 0, 0, -1, 0, 0.1F, 0.1F};
    std::ranges::copy(vectors, model->parameters()[0].value.mutableView().data);
    CHECK(nearestWords(*model, 0, {0, 1, 2, 3, 4}, 3) == std::vector{1, 4, 2});
    CHECK(nearestWords(*model, 3, {0, 1, 2, 3, 4}, 1) == std::vector{2});
    CHECK(nearestWords(*model, 0, {0, 3}, 3) == std::vector{3});
    CHECK(nearestWords(*model, 0, {0}, 3).empty());
}

TEST_CASE("Words of the small world lie beside words of their own class once a model has learned", "[many]") {
    for (const Language language : {Language::English, Language::Chinese}) {
        const auto tokenizer = makeTokenizer(TokenizerKind::Word, language, SmallWorld().lexicon(language));
        std::vector<int> tokens;
        std::vector<std::int64_t> starts;
        for (const Story& story : tellStories(language, 1, 3000)) {
            starts.push_back(static_cast<std::int64_t>(tokens.size()));
            for (const int id : idsOf(story, *tokenizer)) tokens.push_back(id);
        }
        for (const Family family : {Family::Cbow, Family::SkipGram}) {
            const auto model = makeModel<float>({.family = family,
                                                 .width = 32,
                                                 .vocabulary = tokenizer->vocabulary().size(),
                                                 .window = 1,
                                                 .negatives = 5});
            Random random(1);
            model->initialise(random);
            const double before = sameClassShare(*model, *tokenizer, language);
            CHECK(before < 0.4);
            WordVectorTrainer trainer(*model, tokens, starts, {.passes = 8, .peakRate = 0.05, .subsample = 0.01});
            while (!trainer.finished()) trainer.step();
            trainer.store();
            CHECK(sameClassShare(*model, *tokenizer, language) > 0.88);
        }
    }
}
