#include "engine/train/gradient_cases.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/core/random.h"
#include "engine/ops/add.h"
#include "engine/ops/alibi.h"
#include "engine/ops/attention.h"
#include "engine/ops/attention_mask.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/dropout.h"
#include "engine/ops/embedding.h"
#include "engine/ops/gelu.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/mean.h"
#include "engine/ops/multiply.h"
#include "engine/ops/relu.h"
#include "engine/ops/remember.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/rotary.h"
#include "engine/ops/scale.h"
#include "engine/ops/select_tokens.h"
#include "engine/ops/silu.h"
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
    list.addEach("multiply", {{{1}, {1}}, {{2, 3}, {2, 3}}, {{2, 1, 5}, {2, 1, 5}}},
                 [](DoubleTape& tape, Leaves x) { return multiply(tape, x[0], x[1]); });
    // The square of one tensor, so that both gradients go to the same place.
    list.addEach("multiply", {{{3, 4}}}, [](DoubleTape& tape, Leaves x) { return multiply(tape, x[0], x[0]); });
    list.addEach("relu", {{{1}}, {{3, 5}}, {{2, 3, 4}}}, [](DoubleTape& tape, Leaves x) { return relu(tape, x[0]); });
    list.addEach("silu", {{{1}}, {{3, 5}}, {{2, 3, 4}}}, [](DoubleTape& tape, Leaves x) { return silu(tape, x[0]); });
    list.addEach("softmax", {{{1}}, {{3, 5}}, {{2, 2, 3, 4}}},
                 [](DoubleTape& tape, Leaves x) { return softmax(tape, x[0]); });
    list.addEach("mean", {{{1}}, {{5}}, {{2, 3}}}, [](DoubleTape& tape, Leaves x) {
        return mean(tape, x[0], std::max<std::int64_t>(1, tape.shape(x[0]).count() - 1));
    });
    list.addEach("dropout", {{{1}}, {{3, 5}}, {{2, 3, 40}}}, [](DoubleTape& tape, Leaves x) {
        tape.setDropout(0.3, kSeed);
        return dropout(tape, x[0]);
    });
    list.addEach("select_tokens", {{{1, 1, 1}}, {{2, 3, 4}}, {{3, 1, 2}}}, [](DoubleTape& tape, Leaves x) {
        const Shape& shape = tape.shape(x[0]);
        return selectTokens(tape, x[0], someIds(shape[0], shape[1]));
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
    list.addEach("rms_norm", {{{1, 1}, {1}}, {{1, 4}, {4}}, {{3, 5}, {5}}, {{2, 3, 20}, {20}}},
                 [](DoubleTape& tape, Leaves x) { return rmsNorm(tape, x[0], x[1]); });
    for (const std::int64_t count : {1, 4, 9}) {
        list.add(
            "embedding", {{3, 4}},
            [count](DoubleTape& tape, Leaves x) { return embedding(tape, x[0], someIds(count, 3), {count}); },
            ", " + std::to_string(count) + " ids");
    }
    list.addEach("cross_entropy", {{{1, 2}}, {{4, 5}}, {{2, 4, 3}}}, [](DoubleTape& tape, Leaves x) {
        const Shape& shape = tape.shape(x[0]);
        return crossEntropy(tape, x[0], someTargets(shape.rows(), shape.columns()));
    });
}

struct AttentionSizes {
    std::int64_t batch, heads, keyValueHeads, queries, keys, headWidth;
    bool causal = false;
    std::int64_t offset = 0;
    std::vector<int> lengths = {};
};

/// Self-attention, cross-attention, shared keys, queries after earlier tokens, and padding: one text wholly hidden.
const std::vector<AttentionSizes>& attentionSizes() {
    static const std::vector<AttentionSizes> sizes{
        {.batch = 1, .heads = 1, .keyValueHeads = 1, .queries = 1, .keys = 1, .headWidth = 1, .causal = true},
        {.batch = 1, .heads = 2, .keyValueHeads = 2, .queries = 3, .keys = 3, .headWidth = 2, .causal = true},
        {.batch = 2, .heads = 3, .keyValueHeads = 3, .queries = 4, .keys = 4, .headWidth = 1, .causal = true},
        {.batch = 1, .heads = 1, .keyValueHeads = 1, .queries = 18, .keys = 18, .headWidth = 14, .causal = true},
        {.batch = 2, .heads = 2, .keyValueHeads = 2, .queries = 3, .keys = 5, .headWidth = 2},
        {.batch = 2, .heads = 4, .keyValueHeads = 2, .queries = 3, .keys = 3, .headWidth = 2, .causal = true},
        {.batch = 1,
         .heads = 6,
         .keyValueHeads = 2,
         .queries = 2,
         .keys = 5,
         .headWidth = 1,
         .causal = true,
         .offset = 3},
        {.batch = 3, .heads = 2, .keyValueHeads = 1, .queries = 2, .keys = 4, .headWidth = 2, .lengths = {4, 0, 2}},
        {.batch = 2,
         .heads = 2,
         .keyValueHeads = 2,
         .queries = 4,
         .keys = 4,
         .headWidth = 3,
         .causal = true,
         .lengths = {3, 4}},
    };
    return sizes;
}

std::string noteOn(const AttentionSizes& sizes) {
    std::string note = ", " + std::to_string(sizes.heads) + (sizes.heads == 1 ? " head" : " heads");
    if (sizes.keyValueHeads != sizes.heads) note += " on " + std::to_string(sizes.keyValueHeads);
    if (sizes.causal) note += ", causal";
    if (sizes.offset > 0) note += " after " + std::to_string(sizes.offset);
    if (!sizes.lengths.empty()) note += ", padded";
    return note;
}

void addAttention(CaseList& list) {
    for (const AttentionSizes& sizes : attentionSizes()) {
        const Shape query{sizes.batch, sizes.queries, sizes.heads * sizes.headWidth};
        const Shape key{sizes.batch, sizes.keys, sizes.keyValueHeads * sizes.headWidth};
        const Shape scores{sizes.batch, sizes.heads, sizes.queries, sizes.keys};
        const std::string note = noteOn(sizes);
        list.add(
            "attention_scores", {query, key},
            [sizes](DoubleTape& tape, Leaves x) {
                return attentionScores(tape, x[0], x[1], sizes.heads, sizes.keyValueHeads);
            },
            note);
        // Hidden scores are −∞; a loss needs the finite weights that follow from them.
        const auto visibility = [](const AttentionSizes& of) {
            return KeyVisibility{of.causal, of.offset, of.lengths};
        };
        list.add(
            "attention_mask", {scores},
            [=](DoubleTape& tape, Leaves x) { return softmax(tape, attentionMask(tape, x[0], visibility(sizes))); },
            note + ", then softmax");
        list.add(
            "alibi", {scores}, [sizes](DoubleTape& tape, Leaves x) { return alibi(tape, x[0], sizes.offset); }, note);
        list.add(
            "weighted_values", {scores, key},
            [sizes](DoubleTape& tape, Leaves x) { return weightedValues(tape, x[0], x[1], sizes.keyValueHeads); },
            note);
        list.add(
            "concatenate_heads", {Shape{sizes.batch, sizes.heads, sizes.queries, sizes.headWidth}},
            [](DoubleTape& tape, Leaves x) { return concatenateHeads(tape, x[0]); }, note);
        for (const bool withAlibi : {false, true}) {
            const auto whole = [=](DoubleTape& tape, Leaves x) {
                return attention(tape, x[0], x[1], x[2],
                                 {sizes.heads, sizes.keyValueHeads, visibility(sizes), withAlibi});
            };
            const std::string with = note + (withAlibi ? ", ALiBi" : "");
            list.add("attention", {query, key, key}, whole, with + ", in one op", Purpose::Training);
            list.add("attention", {query, key, key}, whole, with + ", step by step");
        }
    }
}

void addPlaces(CaseList& list) {
    struct Sizes {
        std::int64_t batch, tokens, heads, headWidth, before;
    };
    constexpr Sizes kSizes[] = {{1, 1, 1, 2, 0}, {2, 3, 2, 4, 0}, {1, 2, 3, 6, 5}};
    for (const Sizes& sizes : kSizes) {
        const Shape features{sizes.batch, sizes.tokens, sizes.heads * sizes.headWidth};
        const std::string note = sizes.before > 0 ? ", after " + std::to_string(sizes.before) : "";
        const Tensor<double> turns = rotaryTurns<double>(sizes.before + sizes.tokens, sizes.headWidth);
        list.add(
            "rotary", {features},
            [=](DoubleTape& tape, Leaves x) {
                return rotary(tape, x[0], {turns.view().row(sizes.before), {sizes.tokens, sizes.headWidth}});
            },
            note);
        // What is remembered has room for one token more than are read.
        const Shape whole{sizes.batch, sizes.before + sizes.tokens + 1, sizes.heads * sizes.headWidth};
        const auto memory = std::make_shared<Tensor<double>>(normalLeaves({whole})[0]);
        list.add(
            "remember", {features},
            [=](DoubleTape& tape, Leaves x) { return remember(tape, x[0], memory->mutableView(), sizes.before); },
            note);
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
    addPlaces(list);
    addModels(list);
    std::vector<GradientCase> cases = list.take();
    std::ranges::stable_sort(cases, {}, &GradientCase::op);
    return cases;
}

}  // namespace attentarium
