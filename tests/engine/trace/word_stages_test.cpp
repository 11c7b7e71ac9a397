#include "engine/trace/word_stages.h"

#include "tests/support/catch.h"
#include "tests/support/families.h"

namespace attentarium {
namespace {

TEST_CASE("Every family: a word's vectors begin with the table's row and end where words are told from") {
    for (const FamilySample& sample : familySamples()) {
        CAPTURE(sample.name);
        const auto trace = sampleTrace(sample);
        const TextSide side = sample.reads() ? TextSide::Source : TextSide::Tokens;
        const auto stages = wordStagesOf(*trace, side);
        REQUIRE_FALSE(stages.empty());
        CHECK(stages.front().kind == WordStage::Kind::Embedding);
        // Its vector is the row of the table that the model looks words up in, bit for bit.
        const int word = 2;
        const auto tokens = side == TextSide::Source ? trace->source() : trace->tokens();
        const Var table = trace->inputs(stages.front().node).front();
        REQUIRE(trace->isParameter(table));
        const std::int64_t width = trace->shape(table)[1];
        const auto row = trace->values(table).subspan(static_cast<std::size_t>(tokens[word] * width),
                                                      static_cast<std::size_t>(width));
        const auto vector = vectorAt(*trace, stages.front(), word);
        CHECK(std::vector<float>(row.begin(), row.end()) == std::vector<float>(vector.begin(), vector.end()));

        const Family family = sample.config.family;
        int blocks = 0, layers = 0;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            if (i > 0) CHECK(stages[i].node.index > stages[i - 1].node.index);
            blocks += stages[i].kind == WordStage::Kind::Block ? 1 : 0;
            layers += stages[i].kind == WordStage::Kind::HiddenStates ? 1 : 0;
        }
        if (kTransformers.contains(family)) CHECK(blocks == sample.config.layers);
        if (kRecurrent.contains(family) || family == Family::Seq2Seq) CHECK(layers == sample.config.layers);
        if (kWordVectors.contains(family) || family == Family::MlpLm) CHECK(stages.size() == 1);
    }
}

TEST_CASE("The last stage of a GPT is what its logits are made from") {
    const auto trace = sampleTrace(familySamples().front());
    const auto stages = wordStagesOf(*trace);
    CHECK(stages.back().kind == WordStage::Kind::LastNorm);
    const Var logits = *trace->find(Site::Logits);
    CHECK(trace->inputs(logits).front() == stages.back().node);
}

TEST_CASE("In a block that normalises behind its sums the vector is the normalised one") {
    for (const FamilySample& sample : familySamples()) {
        if (sample.config.family != Family::Gpt || sample.config.normPlace != NormPlace::After) continue;
        const auto trace = sampleTrace(sample);
        for (const WordStage& stage : wordStagesOf(*trace)) {
            if (stage.kind == WordStage::Kind::Block) CHECK(trace->site(stage.node) == Site::Normalised);
        }
    }
}

}  // namespace
}  // namespace attentarium
