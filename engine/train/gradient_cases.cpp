#include "engine/train/gradient_cases.h"

#include <algorithm>
#include <utility>

#include "engine/ops/add.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/dropout.h"
#include "engine/ops/embedding.h"
#include "engine/ops/gelu.h"
#include "engine/ops/gelu_linear.h"
#include "engine/ops/layer_norm.h"
#include "engine/ops/linear.h"
#include "engine/ops/mean.h"
#include "engine/ops/multiply.h"
#include "engine/ops/relu.h"
#include "engine/ops/rms_norm.h"
#include "engine/ops/scale.h"
#include "engine/ops/select_tokens.h"
#include "engine/ops/silu.h"
#include "engine/ops/softmax.h"
#include "engine/train/gradient_case_list.h"
#include "engine/train/recurrent_gradient_cases.h"
#include "engine/train/transformer_gradient_cases.h"
#include "engine/train/word_gradient_cases.h"

namespace attentarium {
namespace {

using Leaves = std::span<const Var>;
using DoubleTape = Tape<double>;
using CaseList = GradientCaseList;

constexpr std::uint64_t kSeed = 11;

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
    for (const std::vector<Shape>& shapes : std::vector<std::vector<Shape>>{
             {{1, 1}, {1, 1}, {1}}, {{2, 3}, {3, 4}, {4}}, {{2, 3, 2}, {2, 5}, {5}}, {{20, 13}, {13, 17}, {17}}}) {
        list.add(
            "gelu_linear", shapes, [](DoubleTape& tape, Leaves x) { return geluLinear(tape, x[0], x[1], x[2]); }, {},
            Purpose::Training);
    }
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

}  // namespace

std::vector<GradientCase> gradientCases() {
    CaseList list;
    addPlainOps(list);
    addLayers(list);
    addWordOps(list);
    addRecurrentOps(list);
    addTransformerOps(list);
    addWordModels(list);
    addRecurrentModels(list);
    addTransformers(list);
    std::vector<GradientCase> cases = list.take();
    std::ranges::stable_sort(cases, {}, &GradientCase::op);
    return cases;
}

}  // namespace attentarium
