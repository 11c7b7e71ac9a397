#include "engine/train/transformer_gradient_cases.h"

#include <memory>

#include "engine/ops/alibi.h"
#include "engine/ops/attention.h"
#include "engine/ops/attention_mask.h"
#include "engine/ops/attention_scores.h"
#include "engine/ops/concatenate_heads.h"
#include "engine/ops/remember.h"
#include "engine/ops/rotary.h"
#include "engine/ops/softmax.h"
#include "engine/ops/weighted_values.h"

namespace attentarium {
namespace {

using Leaves = std::span<const Var>;
using DoubleTape = Tape<double>;

struct AttentionSizes {
    std::int64_t batch, heads, keyValueHeads, queries, keys, headWidth;
    bool causal = false;
    std::int64_t offset = 0;
    std::vector<std::int64_t> lengths = {};
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

void addAttention(GradientCaseList& list) {
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

void addPlaces(GradientCaseList& list) {
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
        const auto memory = std::make_shared<Tensor<double>>(whole);
        list.add(
            "remember", {features},
            [=](DoubleTape& tape, Leaves x) { return remember(tape, x[0], memory->mutableView(), sizes.before); },
            note);
    }
}

/// A small model with some choices of its own.
template <typename Choose>
ModelConfig chosen(Family family, const Choose& choose) {
    ModelConfig config = defaultConfig(family);
    config.layers = 1;
    config.heads = 2;
    config.width = 4;
    config.context = 5;
    config.vocabulary = 7;
    choose(config);
    return config;
}

void addGpt(GradientCaseList& list) {
    const auto untied = chosen(Family::Gpt, [](ModelConfig& c) { c.layers = 2; });
    const auto tied = chosen(Family::Gpt, [](ModelConfig& c) { c.layers = 2, c.tied = true; });
    list.addModel(untied, 2, 3, Purpose::Training, "2 layers, 2 texts of up to 3 tokens");
    list.addModel(tied, 2, 3, Purpose::Training, "tied, 2 texts of up to 3 tokens");
    list.addModel(untied, 1, 5, Purpose::Looking, "looked at, 5 tokens");
    list.addModel(tied, 1, 1, Purpose::Looking, "tied, looked at, 1 token");
    const auto turned = chosen(Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::Rotary, c.norm = Norm::RmsNorm, c.activation = Activation::SwiGlu;
    });
    const auto shared = chosen(Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::Alibi, c.width = 8, c.heads = 4, c.keyValueHeads = 2, c.activation = Activation::Relu;
    });
    const auto after = chosen(Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::Sinusoidal, c.normPlace = NormPlace::After, c.classes = 3;
    });
    const auto placeless = chosen(Family::Gpt, [](ModelConfig& c) { c.positions = Positions::None; });
    for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
        const std::int64_t texts = purpose == Purpose::Training ? 3 : 1;
        const std::string note = purpose == Purpose::Training ? ", 3 texts of up to 4 tokens" : ", looked at, 4 tokens";
        list.addModel(turned, texts, 4, purpose, "rotary, RMSNorm, SwiGLU" + note);
        list.addModel(shared, texts, 4, purpose, "ALiBi, 4 heads on 2, ReLU" + note);
        list.addModel(after, texts, 4, purpose, "sinusoidal, norm after, 3 classes" + note);
        list.addModel(placeless, texts, 4, purpose, "no positions" + note);
    }
}

void addBert(GradientCaseList& list) {
    const auto plain = chosen(Family::Bert, [](ModelConfig&) {});
    const auto judging = chosen(Family::Bert, [](ModelConfig& c) { c.classes = 3, c.tied = true; });
    const auto turned = chosen(Family::Bert, [](ModelConfig& c) {
        c.positions = Positions::Rotary, c.normPlace = NormPlace::Before, c.norm = Norm::RmsNorm;
    });
    list.addModel(plain, 1, 1, Purpose::Looking, "looked at, 1 token");
    list.addModel(plain, 3, 4, Purpose::Training, "3 texts of up to 4 tokens");
    list.addModel(judging, 3, 4, Purpose::Training, "tied, 3 classes, 3 texts of up to 4 tokens");
    list.addModel(judging, 1, 4, Purpose::Looking, "tied, 3 classes, looked at, 4 tokens");
    list.addModel(turned, 2, 3, Purpose::Training, "rotary, RMSNorm before, 2 texts of up to 3 tokens");
}

void addTransformer(GradientCaseList& list) {
    const auto plain = chosen(Family::Transformer, [](ModelConfig&) {});
    const auto deeper = chosen(Family::Transformer, [](ModelConfig& c) {
        c.layers = 2, c.tied = true, c.positions = Positions::Learned, c.normPlace = NormPlace::Before;
    });
    const auto shared = chosen(Family::Transformer, [](ModelConfig& c) {
        c.positions = Positions::Rotary, c.keyValueHeads = 1, c.activation = Activation::SwiGlu;
    });
    const auto near = chosen(Family::Transformer, [](ModelConfig& c) { c.positions = Positions::Alibi; });
    list.addModel(plain, 1, 1, Purpose::Looking, "looked at, 1 token after 2");
    list.addModel(plain, 3, 3, Purpose::Training, "3 texts of up to 3 tokens after 4");
    list.addModel(plain, 1, 3, Purpose::Looking, "looked at, 3 tokens after 4");
    list.addModel(deeper, 2, 3, Purpose::Training, "2 + 2 layers, tied, learned, norm before");
    list.addModel(shared, 2, 3, Purpose::Training, "rotary, 2 heads on 1, SwiGLU");
    list.addModel(near, 2, 3, Purpose::Training, "ALiBi");
}

}  // namespace

void addTransformerOps(GradientCaseList& list) {
    addAttention(list);
    addPlaces(list);
}

void addTransformers(GradientCaseList& list) {
    addGpt(list);
    addBert(list);
    addTransformer(list);
}

}  // namespace attentarium
