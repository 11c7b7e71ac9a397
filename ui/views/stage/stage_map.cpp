#include "ui/views/stage/stage_map.h"

#include <algorithm>
#include <string>

#include "ui/session/step_walk.h"

namespace attentarium {
namespace {

using Kind = StagePart::Kind;

Kind kindOf(Site site) {
    switch (site) {
        case Site::TokenEmbedding:
            return Kind::TokenEmbedding;
        case Site::PositionEmbedding:
        case Site::Input:
            return Kind::Position;
        case Site::Normalised:
            return Kind::Norm;
        case Site::Logits:
            return Kind::Unembedding;
        case Site::Probabilities:
            return Kind::Softmax;
        case Site::TokenLosses:
        case Site::Loss:
            return Kind::Loss;
        default:
            return Kind::Other;
    }
}

bool isBlock(const std::string& layer) {
    return layer.find('.') != std::string::npos;
}

std::size_t at(Var node) {
    return static_cast<std::size_t>(node.index);
}

}  // namespace

StageMap::StageMap(const Trace& trace) : m_trace(trace) {
    std::int32_t last = -1;
    for (const Var node : trace.nodes()) last = std::max(last, node.index);
    const auto size = static_cast<std::size_t>(last) + 1;
    for (auto* list : {&m_partOf, &m_owner, &m_forward, &m_backward, &m_update}) list->assign(size, -1);

    std::string layerBefore;
    for (const Var node : trace.nodes()) {
        if (trace.isParameter(node)) continue;
        const std::string layer = layerOf(trace, {Phase::Forward, node});
        const Kind kind = isBlock(layer) ? Kind::Block : kindOf(trace.site(node));
        const bool sameBlock = kind == Kind::Block && layer == layerBefore;
        if (m_parts.empty() || m_parts.back().kind != kind || (kind == Kind::Block && !sameBlock)) {
            m_parts.push_back({kind, kind == Kind::Block ? m_blocks++ : 0, {}});
        }
        layerBefore = layer;
        m_parts.back().nodes.push_back(node);
        m_partOf[at(node)] = static_cast<int>(m_parts.size()) - 1;
        for (const Var input : trace.inputs(node)) {
            if (!input || at(input) >= size || !trace.isParameter(input) || m_owner[at(input)] >= 0) continue;
            m_owner[at(input)] = node.index;
            m_partOf[at(input)] = m_partOf[at(node)];
        }
    }
    for (std::size_t i = 0; i < trace.steps().size(); ++i) {
        const Step& step = trace.steps()[i];
        auto& list = step.phase == Phase::Backward ? m_backward : step.phase == Phase::Update ? m_update : m_forward;
        list[at(step.node)] = static_cast<int>(i);
    }
}

Var StageMap::valueOf(Var node) const {
    const int owner = m_owner[at(node)];
    return owner >= 0 ? Var{owner} : node;
}

bool StageMap::inFeedForward(Var node) const {
    const std::int32_t value = valueOf(node).index;
    for (const Var other : m_parts[static_cast<std::size_t>(partOf(node))].nodes) {
        if (m_trace.site(other) == Site::AttentionResidual) return value > other.index;
    }
    return false;
}

StagePage StageMap::pageOf(const Step& step) const {
    StagePage page;
    page.learning = step.phase == Phase::Backward || step.phase == Phase::Update;
    page.part = std::max(0, partOf(step.node));
    switch (m_parts[static_cast<std::size_t>(page.part)].kind) {
        case Kind::TokenEmbedding:
        case Kind::Position:
            page.kind = StagePage::Kind::Embedding;
            page.part = 0;
            break;
        case Kind::Block:
            page.kind = inFeedForward(step.node) ? StagePage::Kind::FeedForward : StagePage::Kind::Attention;
            break;
        default: {
            page.kind = StagePage::Kind::End;
            const auto found = std::find_if(m_parts.rbegin(), m_parts.rend(),
                                            [](const StagePart& part) { return part.kind == Kind::Block; });
            page.part = static_cast<int>(m_parts.rend() - found);
            break;
        }
    }
    return page;
}

std::vector<Var> StageMap::nodesOf(const StagePage& page) const {
    std::vector<Var> nodes;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const StagePart& part = m_parts[i];
        if (part.kind == Kind::Block ? static_cast<int>(i) != page.part : part.nodes.empty()) continue;
        for (const Var node : part.nodes) {
            StagePage own = pageOf({Phase::Forward, node});
            own.learning = page.learning;
            if (own == page) nodes.push_back(node);
        }
    }
    return nodes;
}

std::optional<Var> StageMap::find(const StagePage& page, Site site) const {
    const std::vector<Var> nodes = nodesOf(page);
    const auto found = std::ranges::find_if(nodes, [&](Var node) { return m_trace.site(node) == site; });
    return found == nodes.end() ? std::nullopt : std::optional(*found);
}

int StageMap::firstStep(const std::vector<Var>& nodes, const Step& like) const {
    const auto shows = [&](const Step& step) {
        const Var value = valueOf(step.node);
        return std::ranges::find(nodes, value) != nodes.end();
    };
    const auto isForward = [](Phase phase) { return phase == Phase::Forward || phase == Phase::Loss; };
    const auto steps = m_trace.steps();
    for (const bool inPhase : {true, false}) {
        const auto found = std::ranges::find_if(steps, [&](const Step& step) {
            const bool fits = inPhase && !isForward(like.phase) ? step.phase == like.phase : isForward(step.phase);
            return fits && shows(step);
        });
        if (found != steps.end()) return static_cast<int>(found - steps.begin());
    }
    return -1;
}

}  // namespace attentarium
