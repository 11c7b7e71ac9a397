#include <cmath>

#include "engine/trace/attention_measures.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/support/traces.h"

using namespace attentarium;
using Kind = AttentionLayer::Kind;

namespace {

std::shared_ptr<const Trace> traceOf(const std::string& name) {
    for (const FamilySample& sample : familySamples()) {
        if (sample.name == name) return sampleTrace(sample);
    }
    FAIL("no sample " << name);
    return nullptr;
}

std::vector<Kind> kindsOf(const std::vector<AttentionLayer>& layers) {
    std::vector<Kind> kinds;
    for (const AttentionLayer& layer : layers) kinds.push_back(layer.kind);
    return kinds;
}

std::vector<Site> sitesOf(const Trace& trace, const AttentionLayer& layer) {
    std::vector<Site> sites;
    for (const Var stage : layer.stages) sites.push_back(trace.site(stage));
    return sites;
}

}  // namespace

TEST_CASE("Every family's attentions are found with their kind") {
    CHECK(kindsOf(attentionLayersOf(*traceOf("gpt"))) == std::vector{Kind::Masked, Kind::Masked});
    CHECK(kindsOf(attentionLayersOf(*traceOf("bert"))) == std::vector{Kind::Self, Kind::Self});
    CHECK(kindsOf(attentionLayersOf(*traceOf("transformer"))) ==
          std::vector{Kind::Self, Kind::Self, Kind::Masked, Kind::Cross, Kind::Masked, Kind::Cross});
    CHECK(kindsOf(attentionLayersOf(*traceOf("seq2seq, dot"))) == std::vector{Kind::Alignment});
    CHECK(kindsOf(attentionLayersOf(*traceOf("seq2seq, additive"))) == std::vector{Kind::Alignment});
    CHECK(attentionLayersOf(*traceOf("lstm")).empty());
    CHECK(attentionLayersOf(*traceOf("mlp-lm")).empty());
}

TEST_CASE("The stages of an attention run from the scores to the weights") {
    const auto gpt = traceOf("gpt");
    CHECK(sitesOf(*gpt, attentionLayersOf(*gpt)[0]) ==
          std::vector{Site::Scores, Site::ScaledScores, Site::MaskedScores, Site::Weights});
    const auto alibi = traceOf("gpt, ALiBi, ReLU, normalised after");
    CHECK(sitesOf(*alibi, attentionLayersOf(*alibi)[1]) ==
          std::vector{Site::Scores, Site::ScaledScores, Site::BiasedScores, Site::MaskedScores, Site::Weights});
    const auto bert = traceOf("bert");
    CHECK(sitesOf(*bert, attentionLayersOf(*bert)[0]) == std::vector{Site::Scores, Site::ScaledScores, Site::Weights});
}

TEST_CASE("Layers are counted within their kind, and have the words of their two sides") {
    const auto trace = traceOf("transformer");
    const auto layers = attentionLayersOf(*trace);
    const int source = static_cast<int>(trace->source().size()), answer = static_cast<int>(trace->tokens().size());
    CHECK(layers[5].number == 1);
    CHECK(layers[5].rows == answer);
    CHECK(layers[5].columns == source);
    CHECK(layers[1].rows == source);
    CHECK(layers[2].columns == answer);
}

TEST_CASE("A row of every attention holds shares, wherever its numbers lie") {
    for (const FamilySample& sample : familySamples()) {
        CAPTURE(sample.name);
        const auto trace = sampleTrace(sample);
        for (const AttentionLayer& layer : attentionLayersOf(*trace)) {
            for (int head = 0; head < layer.heads; ++head) {
                for (int i = 0; i < layer.rows; ++i) {
                    const auto row = attentionRow(*trace, layer.weights(), Quantity::Value, head, i);
                    REQUIRE(static_cast<int>(row.size()) == layer.columns);
                    double sum = 0;
                    for (int j = 0; j < layer.columns; ++j) {
                        const float weight = row[static_cast<std::size_t>(j)];
                        sum += static_cast<double>(weight);
                        const Cell cell = attentionCell(*trace, layer.weights(), Quantity::Value, head, i, j);
                        CHECK(trace->values(cell.node)[static_cast<std::size_t>(cell.index)] == weight);
                        if (isMaskedAway(*trace, layer, head, i, j)) CHECK(weight == 0);
                        CHECK(isMaskedAway(*trace, layer, head, i, j) == (layer.kind == Kind::Masked && j > i));
                    }
                    CHECK(sum == Approx(1).margin(1e-5));
                }
            }
        }
    }
}

TEST_CASE("Entropy is 0 bits for one word and log2 n for n words alike") {
    CHECK(entropyOf(std::vector<float>{0, 1, 0}) == 0);
    CHECK(entropyOf(std::vector<float>(8, 0.125f)) == Approx(3));
    // By hand: −½ log₂ ½ − 2 · ¼ log₂ ¼ = 1.5.
    CHECK(entropyOf(std::vector<float>{0.5f, 0.25f, 0.25f}) == Approx(1.5));
}

TEST_CASE("Heads are measured row by row") {
    const auto trace = smallTrace({1, 2, 3, 4});
    const auto layers = attentionLayersOf(*trace);
    const auto measures = measureHeads(*trace, layers[0]);
    REQUIRE(measures.size() == 2);
    const auto w = [&](int i, int j) {
        return static_cast<double>(
            attentionRow(*trace, layers[0].weights(), Quantity::Value, 1, i)[static_cast<std::size_t>(j)]);
    };
    const double distance = (w(1, 0) + w(2, 0) * 2 + w(2, 1) + w(3, 0) * 3 + w(3, 1) * 2 + w(3, 2)) / 4;
    CHECK(*measures[1].distance == Approx(distance));
    CHECK(measures[1].entropy > 0);
    CHECK(measures[1].entropy < 2);
    const auto crossed = traceOf("transformer");
    CHECK_FALSE(measureHeads(*crossed, attentionLayersOf(*crossed)[3])[0].distance.has_value());
}

TEST_CASE("The mean and the maximum are those of the heads, cell by cell") {
    const auto trace = smallTrace({1, 2, 3});
    const auto layers = attentionLayersOf(*trace);
    const auto mean = combinedWeights(*trace, layers, Combination::Mean);
    const auto most = combinedWeights(*trace, std::span(layers).first(1), Combination::Maximum);
    const auto w = [&](std::size_t layer, int head) {
        return attentionRow(*trace, layers[layer].weights(), Quantity::Value, head, 2)[1];
    };
    CHECK(mean.row(2)[1] == Approx((w(0, 0) + w(0, 1) + w(1, 0) + w(1, 1)) / 4));
    CHECK(most.row(2)[1] == std::max(w(0, 0), w(0, 1)));
}

TEST_CASE("Rollout multiplies the layers with their residual connections") {
    const auto trace = smallTrace({1, 2});
    const auto layers = attentionLayersOf(*trace);
    const auto first = rolledThrough(*trace, layers[0], nullptr);
    const auto second = rolledThrough(*trace, layers[1], &first);
    // Of two words the first looks at itself alone; the second gives the first a mean weight of a, then of b. With the
    // residual it keeps 1 − a/2 of itself, so that after two layers 1 − (1 − a/2)(1 − b/2) has come from the first.
    const auto mean = [&](std::size_t layer) {
        return static_cast<double>(
            combinedWeights(*trace, std::span(layers).subspan(layer, 1), Combination::Mean).row(1)[0]);
    };
    const double a = mean(0), b = mean(1);
    CHECK(first.row(1)[0] == Approx(a / 2));
    CHECK(first.row(0)[0] == Approx(1));
    CHECK(second.row(1)[0] == Approx(1 - (1 - a / 2) * (1 - b / 2)));
    CHECK(second.row(1)[1] == Approx((1 - a / 2) * (1 - b / 2)));
}

TEST_CASE("Every row of a rollout sums to 1") {
    const auto trace = traceOf("transformer");
    std::optional<AttentionMatrix> before;
    for (const AttentionLayer& layer : attentionLayersOf(*trace)) {
        if (layer.kind != Kind::Self) continue;
        before = rolledThrough(*trace, layer, before ? &*before : nullptr);
        for (int i = 0; i < before->rows; ++i) {
            double sum = 0;
            for (const float share : before->row(i)) sum += static_cast<double>(share);
            CHECK(sum == Approx(1).margin(1e-5));
        }
    }
    CHECK(before.has_value());
}
