#include <algorithm>

#include "engine/ops/cross_entropy.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"

using namespace attentarium;

namespace {

std::shared_ptr<const Trace> traceOf(Family family, Alignment alignment = Alignment::Dot) {
    FamilySample sample{"", smallConfig(family)};
    sample.config.alignment = alignment;
    return sampleTrace(sample);
}

TextSide rows(const Trace& trace, std::string_view name) {
    return trace.sideOf(trace.find(name).value(), Axis::Token);
}

TextSide columns(const Trace& trace, std::string_view name) {
    return trace.sideOf(trace.find(name).value(), Axis::KeyToken);
}

}  // namespace

TEST_CASE("a text that goes on has each next token as target, an answer its end, a masked text the hidden word alone") {
    CHECK(continuedText({4, 5, 6}).targets == std::vector<int>{5, 6, kNoTarget});
    CHECK(continuedText({}).targets.empty());
    const TracedText answered = answeredText({1, 2}, {7, 8}, 20, 21);
    CHECK(answered.tokens == std::vector<int>{20, 7, 8});
    CHECK(answered.targets == std::vector<int>{7, 8, 21});
    CHECK(answered.source == std::vector<int>{1, 2});
    const TracedText masked = maskedText({4, 5, 9, 6}, 1, 30, 9);
    CHECK(masked.tokens == std::vector<int>{4, 30, 9, 6});
    CHECK(masked.targets == std::vector<int>{kNoTarget, 5, kNoTarget, kNoTarget});
    CHECK(masked.segments == std::vector<int>{0, 0, 0, 1});
    CHECK(masked.inPlace);
    // What is hidden from us too has no target.
    CHECK(std::ranges::all_of(maskedText({4, 30}, 1, 30).targets, [](int t) { return t == kNoTarget; }));
}

TEST_CASE("the rows of an encoder and the columns of cross-attention belong to the source") {
    const auto trace = traceOf(Family::Transformer);
    CHECK(trace->source().size() == 7);
    CHECK(trace->tokens().size() == 4);
    CHECK(rows(*trace, "encoder.blocks.0.attention.query") == TextSide::Source);
    CHECK(columns(*trace, "encoder.blocks.0.attention.weights") == TextSide::Source);
    CHECK(rows(*trace, "decoder.blocks.1.attention.query") == TextSide::Tokens);
    CHECK(columns(*trace, "decoder.blocks.1.attention.weights") == TextSide::Tokens);
    CHECK(rows(*trace, "decoder.blocks.1.cross_attention.query") == TextSide::Tokens);
    CHECK(rows(*trace, "decoder.blocks.1.cross_attention.key") == TextSide::Source);
    CHECK(rows(*trace, "decoder.blocks.1.cross_attention.weights") == TextSide::Tokens);
    CHECK(columns(*trace, "decoder.blocks.1.cross_attention.weights") == TextSide::Source);
    CHECK(rows(*trace, "decoder.blocks.1.cross_attention_residual") == TextSide::Tokens);
    CHECK(rows(*trace, "probabilities") == TextSide::Tokens);
    // Whatever counts tokens has as many rows as its text has.
    for (const Var node : trace->nodes()) {
        if (trace->isParameter(node) || trace->shape(node).rank() != 2) continue;
        const Axis first = entryOf(trace->site(node)).axes[0];
        if (first != Axis::Token) continue;
        INFO(trace->name(node));
        CHECK(trace->shape(node)[0] == static_cast<std::int64_t>(trace->tokensAlong(node, Axis::Token).size()));
    }
}

TEST_CASE("a recurrent decoder's rows are the answer's though it begins where the encoder ended") {
    for (const Alignment alignment : {Alignment::None, Alignment::Additive, Alignment::Dot, Alignment::General}) {
        const auto trace = traceOf(Family::Seq2Seq, alignment);
        CHECK(rows(*trace, "encoder.layers.1.hidden_states") == TextSide::Source);
        CHECK(rows(*trace, "decoder.layers.0.t.0.hidden_state") == TextSide::Tokens);
        CHECK(rows(*trace, "logits") == TextSide::Tokens);
        if (alignment == Alignment::Dot) CHECK(columns(*trace, "decoder.alignment.weights") == TextSide::Source);
        if (alignment == Alignment::Additive) {
            CHECK(columns(*trace, "decoder.alignment.t.1.weights") == TextSide::Source);
        }
    }
}

TEST_CASE("a value knows itself at every other time step") {
    const auto trace = traceOf(Family::Lstm);
    const Var third = trace->find("layers.1.t.2.cell_state").value();
    CHECK(trace->timeOf(third) == 2);
    const auto all = trace->acrossTime(third);
    REQUIRE(all.size() == 7);
    for (int time = 0; time < 7; ++time) {
        CHECK(trace->name(all[static_cast<std::size_t>(time)]) == "layers.1.t." + std::to_string(time) + ".cell_state");
    }
    const Var logits = trace->find("logits").value();
    CHECK_FALSE(trace->timeOf(logits));
    CHECK(trace->acrossTime(logits).size() == 1);
    CHECK(trace->find(Site::Logits) == logits);
}
