#include "engine/train/gradient_cases.h"

#include <algorithm>
#include <utility>

#include "engine/core/random.h"
#include "engine/ops/add.h"
#include "engine/ops/attention.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/causal_mask.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/embedding.h"
#include "engine/ops/gelu.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/mean.h"
#include "engine/ops/scale.h"
#include "engine/ops/softmax.h"
#include "engine/ops/weighted_values.h"
#include "engine/train/model_gradient_check.h"

namespace attentarium {
namespace {

using Leaves = std::span<const Var>;
using DoubleTape = Tape<double>;

constexpr std::uint64_t kSeed = 11;

std::vector<Tensor<double>> normalLeaves(const std::vector<Shape>& shapes) {
    Random random(kSeed);
    std::vector<Tensor<double>> leaves;
    for (const Shape& shape : shapes) {
        for (double& cell : leaves.emplace_back(shape).mutableView().span()) cell = random.normal();
    }
    return leaves;
}

/// Collects the cases of one op after the other.
class CaseList {
  public:
    /// Leaves of these shapes go into `recording`.
    void add(const std::string& op, const std::vector<Shape>& shapes, const Recording& recording,
             const std::string& note = {}, Purpose purpose = Purpose::Looking) {
        std::string text;
        for (const Shape& shape : shapes) text += (text.empty() ? "" : ", ") + shape.text();
        m_cases.push_back(
            {op, text + note, [=] { return checkGradients(recording, normalLeaves(shapes), kSeed + 1, purpose); }});
    }
    void addEach(const std::string& op, const std::vector<std::vector<Shape>>& cases, const Recording& recording) {
        for (const std::vector<Shape>& shapes : cases) add(op, shapes, recording);
    }
    void addModel(const ModelConfig& config, std::int64_t batch, std::int64_t length, Purpose purpose,
                  const std::string& note) {
        m_cases.push_back({"gpt", note, [=] { return checkModelGradients(config, batch, length, kSeed, purpose); }});
    }
    std::vector<GradientCase> take() { return std::move(m_cases); }

  private:
    std::vector<GradientCase> m_cases;
};

/// Ids 0, 2, 1, 0, 2, 1, … : every row is used more than once.
std::vector<int> someIds(std::int64_t count, std::int64_t rows) {
    std::vector<int> ids;
    for (std::int64_t i = 0; i < count; ++i) ids.push_back(static_cast<int>(2 * i % rows));
    return ids;
}

/// The same with every third place left out.
std::vector<int> someTargets(std::int64_t count, std::int64_t vocabulary) {
    std::vector<int> targets = someIds(count, vocabulary);
    for (std::size_t i = 1; i < targets.size(); i += 3) targets[i] = kNoTarget;
    return targets;
}

void addPlainOps(CaseList& list) {
    list.addEach("add", {{{1}, {1}}, {{2, 3}, {2, 3}}, {{2, 3, 4}, {3, 4}}, {{2, 1, 5}, {5}}},
                 [](DoubleTape& tape, Leaves x) { return add(tape, x[0], x[1]); });
    list.addEach("scale", {{{1}}, {{2, 3}}, {{2, 2, 3, 2}}},
                 [](DoubleTape& tape, Leaves x) { return scale(tape, x[0], -0.7); });
    list.addEach("gelu", {{{1}}, {{3, 5}}, {{2, 3, 4}}}, [](DoubleTape& tape, Leaves x) { return gelu(tape, x[0]); });
    list.addEach("softmax", {{{1}}, {{3, 5}}, {{2, 2, 3, 4}}},
                 [](DoubleTape& tape, Leaves x) { return softmax(tape, x[0]); });
    list.addEach("mean", {{{1}}, {{5}}, {{2, 3}}}, [](DoubleTape& tape, Leaves x) {
        return mean(tape, x[0], std::max<std::int64_t>(1, tape.shape(x[0]).count() - 1));
    });
    // With itself and with what it came from, so that gradients have to be added up.
    list.addEach("add", {{{2, 3}}}, [](DoubleTape& tape, Leaves x) { return add(tape, gelu(tape, x[0]), x[0]); });
}

void addLayers(CaseList& list) {
    // The last ones are large enough for the other way through the matrix product.
    list.addEach("linear",
                 {{{1, 1}, {1, 1}, {1}}, {{2, 3}, {3, 4}, {4}}, {{2, 3, 2}, {2, 5}, {5}}, {{20, 13}, {13, 17}, {17}}},
                 [](DoubleTape& tape, Leaves x) { return linear(tape, x[0], x[1], x[2]); });
    list.addEach("linear", {{{3, 2}, {2, 4}}}, [](DoubleTape& tape, Leaves x) { return linear(tape, x[0], x[1]); });
    list.addEach("linear_transposed", {{{1, 1}, {1, 1}}, {{3, 4}, {2, 4}}, {{2, 3, 4}, {5, 4}}, {{20, 13}, {17, 13}}},
                 [](DoubleTape& tape, Leaves x) { return linearTransposed(tape, x[0], x[1]); });
    list.addEach("layer_norm", {{{1, 1}, {1}, {1}}, {{1, 4}, {4}, {4}}, {{3, 5}, {5}, {5}}, {{2, 3, 8}, {8}, {8}}},
                 [](DoubleTape& tape, Leaves x) { return layerNorm(tape, x[0], x[1], x[2]); });
    for (const std::int64_t count : {1, 4, 9}) {
        list.add(
            "embedding", {{3, 4}},
            [count](DoubleTape& tape, Leaves x) { return embedding(tape, x[0], someIds(count, 3), {count}); },
            ", " + std::to_string(count) + " ids");
    }
    for (const double smoothing : {0.0, 0.1}) {
        const std::string note = smoothing > 0 ? ", smoothed" : "";
        for (const Shape& shape : {Shape{1, 2}, Shape{4, 5}, Shape{2, 4, 3}}) {
            list.add(
                "cross_entropy", {shape},
                [smoothing, shape](DoubleTape& tape, Leaves x) {
                    return crossEntropy(tape, x[0], someTargets(shape.rows(), shape.columns()), smoothing);
                },
                note);
        }
    }
}

void addAttention(CaseList& list) {
    struct Sizes {
        std::int64_t batch, heads, tokens, headWidth;
    };
    constexpr Sizes kSizes[] = {{1, 1, 1, 1}, {1, 2, 3, 2}, {2, 3, 4, 1}, {1, 1, 18, 14}};
    for (const auto& [batch, heads, tokens, headWidth] : kSizes) {
        const Shape features{batch, tokens, heads * headWidth}, square{batch, heads, tokens, tokens};
        const std::string note = ", " + std::to_string(heads) + (heads == 1 ? " head" : " heads");
        const std::int64_t h = heads;
        list.add(
            "attention_scores", {features, features},
            [h](DoubleTape& tape, Leaves x) { return attentionScores(tape, x[0], x[1], h); }, note);
        // Hidden scores are −∞; a loss needs the finite weights that follow from them.
        list.add(
            "causal_mask", {square}, [](DoubleTape& tape, Leaves x) { return softmax(tape, causalMask(tape, x[0])); },
            ", then softmax");
        list.add(
            "weighted_values", {square, features},
            [](DoubleTape& tape, Leaves x) { return weightedValues(tape, x[0], x[1]); }, note);
        list.add(
            "concatenate_heads", {Shape{batch, heads, tokens, headWidth}},
            [](DoubleTape& tape, Leaves x) { return concatenateHeads(tape, x[0]); }, note);
        const auto attention = [h](DoubleTape& tape, Leaves x) { return causalAttention(tape, x[0], x[1], x[2], h); };
        list.add("attention", {features, features, features}, attention, note + ", in one op", Purpose::Training);
        list.add("attention", {features, features, features}, attention, note + ", step by step");
    }
}

void addModels(CaseList& list) {
    const ModelConfig untied{.layers = 2, .heads = 2, .width = 4, .context = 5, .vocabulary = 7};
    ModelConfig tied = untied;
    tied.tied = true;
    list.addModel(untied, 2, 3, Purpose::Training, "2 layers, 2 texts of 3 tokens");
    list.addModel(tied, 2, 3, Purpose::Training, "tied, 2 texts of 3 tokens");
    list.addModel(untied, 1, 5, Purpose::Looking, "looked at, 5 tokens");
    list.addModel(tied, 1, 1, Purpose::Looking, "tied, looked at, 1 token");
}

}  // namespace

std::vector<GradientCase> gradientCases() {
    CaseList list;
    addPlainOps(list);
    addLayers(list);
    addAttention(list);
    addModels(list);
    std::vector<GradientCase> cases = list.take();
    std::ranges::stable_sort(cases, {}, &GradientCase::op);
    return cases;
}

}  // namespace attentarium
