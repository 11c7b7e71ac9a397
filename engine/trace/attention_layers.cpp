#include "engine/trace/attention_layers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attentarium {
namespace {

bool isStage(Site site) {
    switch (site) {
        case Site::Scores:
        case Site::ScaledScores:
        case Site::BiasedScores:
        case Site::MaskedScores:
        case Site::Weights:
            return true;
        default:
            return false;
    }
}

/// From the weights back to the scores, then turned round.
std::vector<Var> stagesOf(const Trace& trace, Var weights) {
    std::vector<Var> stages{weights};
    while (trace.site(stages.back()) != Site::Scores) {
        const auto inputs = trace.inputs(stages.back());
        const auto before = std::ranges::find_if(
            inputs, [&](Var input) { return input && !trace.isParameter(input) && isStage(trace.site(input)); });
        if (before == inputs.end()) break;
        stages.push_back(*before);
    }
    std::ranges::reverse(stages);
    return stages;
}

bool hidesLaterWords(const Trace& trace, const std::vector<Var>& stages, int rows, int columns) {
    const std::optional<Var> masked = maskBehind(trace, stages.back());
    if (!masked || rows < 2) return false;
    return std::isinf(attentionRow(trace, *masked, Quantity::Value, 0, 0)[static_cast<std::size_t>(columns - 1)]);
}

AttentionLayer::Kind kindOf(const Trace& trace, const AttentionLayer& layer) {
    using Kind = AttentionLayer::Kind;
    const Var weights = layer.weights();
    if (trace.sideOf(weights, Axis::Token) == trace.sideOf(weights, Axis::KeyToken)) {
        return hidesLaterWords(trace, layer.stages, layer.rows, layer.columns) ? Kind::Masked : Kind::Self;
    }
    return trace.name(weights).find("alignment") != std::string::npos ? Kind::Alignment : Kind::Cross;
}

}  // namespace

std::vector<AttentionLayer> attentionLayersOf(const Trace& trace) {
    std::vector<AttentionLayer> layers;
    std::map<std::pair<AttentionLayer::Kind, TextSide>, int> counted;
    for (const Var node : trace.nodes()) {
        if (trace.isParameter(node) || trace.site(node) != Site::Weights) continue;
        const auto series = trace.acrossTime(node);
        if (series.front() != node) continue;
        AttentionLayer layer;
        layer.stages = stagesOf(trace, node);
        const Shape shape = trace.shape(node);
        layer.heads = static_cast<int>(shape[0]);
        layer.rows = series.size() > 1 ? static_cast<int>(series.size()) : static_cast<int>(shape[1]);
        layer.columns = static_cast<int>(shape[2]);
        layer.kind = kindOf(trace, layer);
        layer.number = counted[{layer.kind, trace.sideOf(node, Axis::Token)}]++;
        layers.push_back(std::move(layer));
    }
    return layers;
}

Cell attentionCell(const Trace& trace, Var stage, Quantity quantity, int head, int row, int column) {
    const auto series = trace.acrossTime(stage);
    const Shape shape = trace.shape(stage);
    const bool steps = series.size() > 1;
    const std::int64_t within = steps ? 0 : row;
    return {steps ? series[static_cast<std::size_t>(row)] : stage, quantity,
            (head * shape[1] + within) * shape[2] + column};
}

std::span<const float> attentionRow(const Trace& trace, Var stage, Quantity quantity, int head, int row) {
    const Cell first = attentionCell(trace, stage, quantity, head, row, 0);
    const auto numbers = quantity == Quantity::Value ? trace.values(first.node) : trace.gradients(first.node);
    if (numbers.empty()) return {};
    return numbers.subspan(static_cast<std::size_t>(first.index), static_cast<std::size_t>(trace.shape(stage)[2]));
}

std::optional<Var> maskBehind(const Trace& trace, Var node) {
    if (trace.isParameter(node)) return std::nullopt;
    if (trace.site(node) == Site::MaskedScores) return node;
    if (trace.site(node) != Site::Weights) return std::nullopt;
    const auto inputs = trace.inputs(node);
    const auto masked = std::ranges::find_if(inputs, [&](Var input) {
        return input && !trace.isParameter(input) && trace.site(input) == Site::MaskedScores;
    });
    return masked == inputs.end() ? std::nullopt : std::optional(*masked);
}

bool isMaskedAway(const Trace& trace, const AttentionLayer& layer, int head, int row, int column) {
    const std::optional<Var> masked = maskBehind(trace, layer.weights());
    if (!masked) return false;
    return std::isinf(attentionRow(trace, *masked, Quantity::Value, head, row)[static_cast<std::size_t>(column)]);
}

}  // namespace attentarium
