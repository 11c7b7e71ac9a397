#include <algorithm>
#include <set>

#include "engine/core/error.h"
#include "tests/engine/trace/looked_at.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::someTrace;

std::vector<std::string> namesOf(const Trace& trace, Phase phase) {
    std::vector<std::string> names;
    for (const Step& step : trace.steps()) {
        if (step.phase == phase) names.push_back(trace.name(step.node));
    }
    return names;
}

bool inOrder(const std::vector<std::string>& names, const std::vector<std::string>& wanted) {
    auto from = names.begin();
    for (const std::string& name : wanted) {
        from = std::find(from, names.end(), name);
        if (from == names.end()) return false;
    }
    return true;
}

TEST_CASE("The steps run forward, through the loss, backward and to the update") {
    const auto trace = someTrace();
    CHECK(std::ranges::is_sorted(trace->steps(), {}, &Step::phase));
    const std::vector<std::string> forward = namesOf(*trace, Phase::Forward);
    CHECK(forward.front() == "token_embedding");
    CHECK(inOrder(forward, {"token_embedding",
                            "position_embedding",
                            "input",
                            "blocks.0.attention_norm.normalised",
                            "blocks.0.attention.query",
                            "blocks.0.attention.key",
                            "blocks.0.attention.value",
                            "blocks.0.attention.scores",
                            "blocks.0.attention.scaled_scores",
                            "blocks.0.attention.masked_scores",
                            "blocks.0.attention.weights",
                            "blocks.0.attention.weighted_values",
                            "blocks.0.attention.concatenated",
                            "blocks.0.attention.projected",
                            "blocks.0.attention_residual",
                            "blocks.0.feed_forward.hidden",
                            "blocks.0.feed_forward.activated",
                            "blocks.0.feed_forward.output",
                            "blocks.0.feed_forward_residual",
                            "blocks.1.attention.query",
                            "final_norm.normalised",
                            "logits",
                            "probabilities"}));
    CHECK(namesOf(*trace, Phase::Loss) == std::vector<std::string>{"token_losses", "loss"});
}

TEST_CASE("A backward stop comes when its gradient is complete") {
    const auto trace = someTrace();
    std::vector<Var> seen;
    for (const Step& step : trace->steps()) {
        if (step.phase != Phase::Backward) continue;
        INFO(trace->name(step.node));
        CHECK_FALSE(trace->gradients(step.node).empty());
        // Everything that used it and has a stop of its own has had it.
        for (const Var user : trace->users(step.node)) {
            if (trace->name(user).empty() || trace->gradients(user).empty()) continue;
            CHECK(std::ranges::find(seen, user) != seen.end());
        }
        seen.push_back(step.node);
    }
    std::size_t withGradient = 0;
    for (const Var node : trace->nodes()) withGradient += trace->gradients(node).empty() ? 0 : 1;
    CHECK(seen.size() == withGradient);
    CHECK(trace->name(seen.front()) == "loss");
}

TEST_CASE("Every parameter is updated once, and every name stands once") {
    for (const bool tied : {false, true}) {
        const auto trace = someTrace(tied);
        std::size_t parameters = 0;
        std::set<std::string> names;
        for (const Var node : trace->nodes()) {
            parameters += trace->isParameter(node) ? 1 : 0;
            CHECK(names.insert(trace->name(node)).second);
            CHECK(trace->find(trace->name(node)) == node);
            CHECK(static_cast<std::size_t>(trace->shape(node).count()) == trace->values(node).size());
        }
        const std::vector<std::string> updated = namesOf(*trace, Phase::Update);
        CHECK(updated.size() == parameters);
        CHECK(std::set(updated.begin(), updated.end()).size() == parameters);
    }
    CHECK_FALSE(someTrace()->find("blocks.7.attention.scores"));
}

TEST_CASE("A look goes as deep as it was asked to, and one token has no loss") {
    CHECK_FALSE(someTrace(false, LookDepth::Forward)->hasBackward());
    CHECK(namesOf(*someTrace(false, LookDepth::Forward), Phase::Backward).empty());
    const auto backward = someTrace(false, LookDepth::Backward);
    CHECK(backward->hasBackward());
    CHECK_FALSE(backward->update());
    CHECK(namesOf(*backward, Phase::Update).empty());
    const auto model = test::someModel();
    const auto alone = look(*model, {3}, LookDepth::Update);
    CHECK_FALSE(alone->hasBackward());
    CHECK_FALSE(alone->find("loss"));
    CHECK(alone->find("probabilities"));
    CHECK_THROWS_AS(look(*model, std::vector<int>{}, LookDepth::Forward), Error);
    CHECK_THROWS_AS(look(*model, std::vector<int>(10, 1), LookDepth::Forward), Error);
    CHECK(look(*model, std::vector<int>(9, 1), LookDepth::Forward)->tokens().size() == 9);
}

TEST_CASE("A trace lives on when its model is gone, and keeps what it saw when the model changes") {
    auto model = test::someModel();
    const auto trace = look(*model, {3, 1, 4}, LookDepth::Update);
    const Var gain = trace->find("final_norm.gain").value();
    const std::vector<float> before(trace->values(gain).begin(), trace->values(gain).end());
    fillConstant(*model->parameters().find("final_norm.gain"), 7);
    CHECK(std::ranges::equal(trace->values(gain), before));
    model.reset();
    CHECK(std::ranges::equal(trace->values(gain), before));
    CHECK(trace->name(gain) == "final_norm.gain");
    CHECK(trace->explainValue(trace->find("loss").value(), 0).total > 0);
}

}  // namespace
}  // namespace attentarium
