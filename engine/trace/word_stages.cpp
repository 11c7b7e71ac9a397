#include "engine/trace/word_stages.h"

#include <algorithm>
#include <string>

namespace attentarium {
namespace {

/// The number behind `label` in a name: 1 in `encoder.blocks.1.attention_residual`; −1 where it has none.
int numberIn(const std::string& name, const std::string& label) {
    const std::size_t place = ("." + name).find("." + label + ".");
    return place == std::string::npos ? -1 : std::atoi(name.c_str() + place + label.size() + 1);
}

bool isRowForEachWord(const Trace& trace, Var node, TextSide side) {
    const Shape shape = trace.shape(node);
    if (shape.rank() != 2 || trace.isParameter(node)) return false;
    const std::size_t words = side == TextSide::Source ? trace.source().size() : trace.tokens().size();
    return trace.sideOf(node, Axis::Token) == side && shape[0] == static_cast<std::int64_t>(words);
}

}  // namespace

std::vector<WordStage> wordStagesOf(const Trace& trace, TextSide side) {
    std::vector<WordStage> stages;
    const auto add = [&](WordStage::Kind kind, int number, Var node) { stages.push_back({kind, number, node}); };
    for (const Var node : trace.nodes()) {
        if (!isRowForEachWord(trace, node, side)) continue;
        const std::string& name = trace.name(node);
        switch (trace.site(node)) {
            case Site::TokenEmbedding:
                if (stages.empty()) add(WordStage::Kind::Embedding, 0, node);
                break;
            case Site::Input:
                add(WordStage::Kind::Input, 0, node);
                break;
            case Site::FeedForwardResidual:
                add(WordStage::Kind::Block, numberIn(name, "blocks"), node);
                break;
            case Site::Normalised:
                if (name.find("final_norm") != std::string::npos) {
                    add(WordStage::Kind::LastNorm, 0, node);
                } else if (name.find("feed_forward_norm") != std::string::npos && !stages.empty() &&
                           stages.back().kind == WordStage::Kind::Block &&
                           stages.back().number == numberIn(name, "blocks")) {
                    // A block that normalises after its sums ends here.
                    stages.back().node = node;
                }
                break;
            case Site::HiddenStates:
                add(WordStage::Kind::HiddenStates, std::max(0, numberIn(name, "layers")), node);
                break;
            case Site::JoinedDirections:
                // Two readings of one layer have become one.
                while (!stages.empty() && stages.back().kind == WordStage::Kind::HiddenStates &&
                       stages.back().number == std::max(0, numberIn(name, "layers"))) {
                    stages.pop_back();
                }
                add(WordStage::Kind::HiddenStates, std::max(0, numberIn(name, "layers")), node);
                break;
            case Site::EncoderStates:
                add(WordStage::Kind::Encoded, 0, node);
                break;
            default:
                break;
        }
    }
    return stages;
}

std::span<const float> vectorAt(const Trace& trace, const WordStage& stage, int word) {
    const auto width = static_cast<std::size_t>(trace.shape(stage.node)[1]);
    return trace.values(stage.node).subspan(static_cast<std::size_t>(word) * width, width);
}

}  // namespace attentarium
