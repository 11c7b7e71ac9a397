#include "engine/models/registry.h"
#include "engine/train/look.h"
#include "tests/engine/trace/explained.h"

namespace attentarium {
namespace {

constexpr Family kFamilies[] = {Family::MlpLm, Family::Cbow, Family::SkipGram};

std::unique_ptr<Model<float>> randomModel(Family family, bool other, Random& random) {
    auto model = makeModel<float>({.family = family,
                                   .width = 1 + static_cast<std::int64_t>(random.below(6)),
                                   .context = 9,
                                   .vocabulary = 8,
                                   .window = 1 + static_cast<std::int64_t>(random.below(4)),
                                   .hidden = 5,
                                   .direct = other,
                                   .negatives = other ? 4 : 0});
    for (std::size_t i = 0; i < model->parameters().size(); ++i) fillNormal(model->parameters()[i], random, 0.8);
    return model;
}

std::vector<int> randomText(Random& random) {
    std::vector<int> tokens(1 + random.below(8));
    for (int& token : tokens) token = static_cast<int>(random.below(8));
    return tokens;
}

std::vector<std::string> namesOf(const Trace& trace) {
    std::vector<std::string> names;
    for (const Var node : trace.nodes()) {
        if (!trace.isParameter(node)) names.push_back(trace.name(node));
    }
    return names;
}

TEST_CASE("Every number of the small word models, and every gradient, has a reason that comes to it") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto model = randomModel(kFamilies[seed % 3], seed % 2 == 0, random);
        const auto trace = look(*model, randomText(random), LookDepth::Update);
        test::checkValues(*trace, random, 300);
        test::checkContributions(*trace, random, 300);
    }
}

TEST_CASE("What the small word models compute has the field's names") {
    using Names = std::vector<std::string>;
    const std::vector<int> text{1, 2, 3, 1};
    const auto names = [&](Family family, bool other) {
        Random random(1);
        return namesOf(*look(*randomModel(family, other, random), text, LookDepth::Backward));
    };
    CHECK(names(Family::MlpLm, true) == Names{"token_embedding", "recent_words", "hidden", "activated", "hidden_logits",
                                              "direct_logits", "logits", "probabilities", "token_losses", "loss"});
    CHECK(names(Family::Cbow, false) ==
          Names{"token_embedding", "context_mean", "logits", "probabilities", "token_losses", "loss"});
    CHECK(names(Family::Cbow, true) == Names{"token_embedding", "context_mean", "logits", "probabilities",
                                             "candidate_scores", "candidate_losses", "token_losses", "loss"});
    CHECK(names(Family::SkipGram, false) ==
          Names{"token_embedding", "logits", "probabilities", "pair_logits", "pair_losses", "loss"});
    CHECK(names(Family::SkipGram, true) == Names{"token_embedding", "logits", "probabilities", "pair_vectors",
                                                 "candidate_scores", "candidate_losses", "pair_losses", "loss"});
}

TEST_CASE("A word alone has no neighbours to learn from") {
    Random random(1);
    for (const Family family : {Family::Cbow, Family::SkipGram}) {
        for (const bool negatives : {false, true}) {
            const auto trace = look(*randomModel(family, negatives, random), {3}, LookDepth::Update);
            CHECK_FALSE(trace->find("loss"));
            CHECK(trace->find("probabilities"));
        }
    }
}

}  // namespace
}  // namespace attentarium
