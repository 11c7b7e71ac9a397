#include "ui/views/stage/stage_map.h"

#include <algorithm>
#include <array>

#include "engine/tape/scope_names.h"
#include "ui/explain/scope_words.h"

namespace attentarium {
namespace {

using Kind = StagePart::Kind;
using PageKind = StagePage::Kind;

Kind kindOf(Site site) {
    switch (site) {
        case Site::TokenEmbedding:
            return Kind::TokenEmbedding;
        case Site::ScaledEmbedding:
        case Site::PositionEmbedding:
        case Site::SegmentEmbedding:
        case Site::Input:
            return Kind::Position;
        case Site::Normalised:
            return Kind::Norm;
        case Site::Logits:
        case Site::TemperedLogits:
            return Kind::Unembedding;
        case Site::Probabilities:
            return Kind::Softmax;
        case Site::Pooled:
        case Site::ClassLogits:
        case Site::ClassProbabilities:
            return Kind::Class;
        case Site::TokenLosses:
        case Site::PairLosses:
        case Site::ClassLosses:
        case Site::TokenLoss:
        case Site::TaskLoss:
        case Site::Loss:
            return Kind::Loss;
        default:
            return Kind::Other;
    }
}

bool isEnd(Kind kind) {
    return kind == Kind::Unembedding || kind == Kind::Softmax || kind == Kind::Loss || kind == Kind::Class;
}

bool isEmbedding(Kind kind) {
    return kind == Kind::TokenEmbedding || kind == Kind::Position;
}

std::size_t at(Var node) {
    return static_cast<std::size_t>(node.index);
}

bool hasAxis(Site site, Axis axis) {
    const SiteEntry& entry = entryOf(site);
    return std::ranges::find(entry.axes.begin(), entry.axes.begin() + entry.rank, axis) !=
           entry.axes.begin() + entry.rank;
}

/// Towers are the two sides of an encoder–decoder.
bool isTower(const std::string& label) {
    return label == kEncoderScope || label == kDecoderScope;
}

/// Where a value stands: its tower, and the part within that.
StagePart emptyPartOf(const Trace& trace, Var node) {
    StagePart part;
    part.kind = kindOf(trace.site(node));
    std::string before;
    for (const ScopeName& scope : scopeNamesOf(trace, node)) {
        if (isTower(scope.label)) {
            part.tower = scope.label;
        } else if (scope.number && scope.label != kTimeScope) {
            part.kind = Kind::Block;
            part.scope = before + scope.label;
            part.number = *scope.number;
            return part;
        } else if (!scope.number) {
            before += scope.label + '.';
        }
    }
    // What is repeated in time beside the layers, and what has a scope of its own, is a block without a number.
    if (!trace.timeOf(node) && (part.kind != Kind::Other || before.empty())) return part;
    part.kind = Kind::Block;
    part.scope = before.substr(0, before.find('.'));
    part.number = -1;
    return part;
}

bool isSamePart(const StagePart& a, const StagePart& b) {
    const bool anyScope = a.number < 0 && b.number < 0 && (a.scope.empty() || b.scope.empty());
    return a.kind == b.kind && a.tower == b.tower && (a.scope == b.scope || anyScope) && a.number == b.number;
}

}  // namespace

bool isAttention(Site site) {
    return hasAxis(site, Axis::Head) && hasAxis(site, Axis::KeyToken);
}

bool isResidual(Site site) {
    return site == Site::AttentionResidual || site == Site::CrossResidual || site == Site::FeedForwardResidual;
}

StageMap::StageMap(const Trace& trace) : m_trace(trace) {
    std::int32_t last = -1;
    for (const Var node : trace.nodes()) last = std::max(last, node.index);
    const auto size = static_cast<std::size_t>(last) + 1;
    for (auto* list : {&m_partOf, &m_pageOf, &m_owner, &m_forward, &m_backward, &m_update}) list->assign(size, -1);
    findSources();
    findParts();
    findPages();
    for (std::size_t i = 0; i < trace.steps().size(); ++i) {
        const Step& step = trace.steps()[i];
        auto& list = step.phase == Phase::Backward ? m_backward : step.phase == Phase::Update ? m_update : m_forward;
        list[at(step.node)] = static_cast<int>(i);
    }
}

void StageMap::findSources() {
    m_sources.resize(m_partOf.size());
    std::vector<bool> named(m_partOf.size(), false);
    for (const Var node : m_trace.nodes()) named[at(node)] = true;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_sources.size()); ++i) {
        std::vector<Var>& sources = m_sources[static_cast<std::size_t>(i)];
        const auto add = [&](Var source) {
            if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
        };
        for (const Var input : m_trace.inputs({i})) {
            if (!input || m_trace.isParameter(input)) continue;
            if (named[at(input)]) {
                add(input);
            } else {
                for (const Var through : m_sources[at(input)]) add(through);
            }
        }
    }
}

void StageMap::findParts() {
    for (const Var node : m_trace.nodes()) {
        if (m_trace.isParameter(node)) continue;
        StagePart part = emptyPartOf(m_trace, node);
        // A block is one however its values are mixed with those of others, and so is what is said of the whole text;
        // the rest follows one after the other.
        auto found = m_parts.end();
        if (part.kind == Kind::Block || part.kind == Kind::Class) {
            found = std::ranges::find_if(m_parts, [&](const StagePart& other) { return isSamePart(part, other); });
        } else if (!m_parts.empty() && isSamePart(part, m_parts.back())) {
            found = m_parts.end() - 1;
        }
        if (found == m_parts.end()) {
            m_parts.push_back(std::move(part));
            found = m_parts.end() - 1;
        }
        if (found->scope.empty()) found->scope = emptyPartOf(m_trace, node).scope;
        found->nodes.push_back(node);
        m_partOf[at(node)] = static_cast<int>(found - m_parts.begin());
        for (const Var input : m_trace.inputs(node)) {
            if (!input || at(input) >= m_owner.size() || !m_trace.isParameter(input) || m_owner[at(input)] >= 0)
                continue;
            m_owner[at(input)] = node.index;
            m_partOf[at(input)] = m_partOf[at(node)];
        }
    }
}

void StageMap::addPage(PageKind kind, int part, std::vector<Var> nodes) {
    if (nodes.empty()) return;
    const auto index = static_cast<int>(m_pages.size());
    for (const Var node : nodes) {
        m_pageOf[at(node)] = index;
        StagePart& shown = m_parts[static_cast<std::size_t>(m_partOf[at(node)])];
        if (node == shown.nodes.front()) shown.page = index;
    }
    m_pages.push_back({kind, part, std::move(nodes)});
}

/// Whether a normalisation is what goes on along the blocks, as it is where it follows each sum.
bool StageMap::isStream(Var norm) const {
    const int part = m_partOf[at(norm)];
    bool used = false;
    for (const Var node : m_parts[static_cast<std::size_t>(part)].nodes) {
        const std::vector<Var>& sources = m_sources[at(node)];
        if (std::ranges::find(sources, norm) == sources.end()) continue;
        used = true;
        if (isResidual(m_trace.site(node))) return true;
    }
    return !used;
}

/// A block has a page for each of its parts: up to the sum that ends it, with the normalisation of that sum where it
/// is what goes on.
void StageMap::cutBlock(int part) {
    std::vector<Var> nodes;
    const auto close = [&] {
        const auto has = [&](auto&& fits) {
            return std::ranges::any_of(nodes, [&](Var node) { return fits(m_trace.site(node)); });
        };
        const bool repeats = std::ranges::any_of(nodes, [&](Var node) { return m_trace.timeOf(node).has_value(); });
        const bool asks = has(isAttention);
        const bool hides = has([](Site site) { return site == Site::Hidden; });
        const PageKind kind = repeats ? PageKind::Flow
                              : asks  ? PageKind::Attention
                              : hides ? PageKind::FeedForward
                                      : PageKind::Flow;
        addPage(kind, part, std::move(nodes));
        nodes.clear();
    };
    bool ended = false;
    for (const Var node : m_parts[static_cast<std::size_t>(part)].nodes) {
        const bool goesOn = m_trace.site(node) == Site::Normalised && isStream(node);
        if (ended && !goesOn) close();
        ended = (ended && goesOn) || isResidual(m_trace.site(node));
        nodes.push_back(node);
    }
    close();
}

void StageMap::findPages() {
    const auto count = static_cast<int>(m_parts.size());
    const auto part = [&](int i) -> const StagePart& { return m_parts[static_cast<std::size_t>(i)]; };
    std::vector<Var> nodes;
    int first = 0;
    for (int i = 0; i < count; ++i) {
        const StagePart& now = part(i);
        if (now.kind == Kind::Block) {
            cutBlock(i);
            continue;
        }
        if (nodes.empty()) first = i;
        nodes.insert(nodes.end(), now.nodes.begin(), now.nodes.end());
        const StagePart* const next = i + 1 < count ? &part(i + 1) : nullptr;
        if (next && next->kind != Kind::Block && (next->tower.empty() || next->tower == part(first).tower)) {
            // What stands between two parts is on one page with them, but what ends a model stands alone.
            const bool endBegins = isEnd(next->kind) || (next->kind == Kind::Norm && !isEmbedding(now.kind));
            const bool embeds = isEmbedding(part(first).kind);
            // What is learned from pairs follows the words that a model tells, on a page of its own.
            const bool pairsBegin = isEnd(now.kind) && next->kind == Kind::Other;
            if (!(embeds && endBegins) && !pairsBegin) continue;
        }
        // An encoder's last normalisation follows its blocks alone.
        const bool ends = std::ranges::any_of(nodes, [&](Var node) { return isEnd(kindOf(m_trace.site(node))); });
        const bool plain = std::ranges::all_of(nodes, [&](Var node) {
            const Kind kind = kindOf(m_trace.site(node));
            return isEmbedding(kind) || kind == Kind::Norm;
        });
        const PageKind kind = ends                                     ? PageKind::End
                              : plain && isEmbedding(part(first).kind) ? PageKind::Embedding
                                                                       : PageKind::Flow;
        addPage(kind, first, std::move(nodes));
        nodes.clear();
    }
}

const StagePart& StageMap::partOf(const StagePage& page) const {
    return m_parts[static_cast<std::size_t>(m_pages[static_cast<std::size_t>(page.index)].part)];
}

int StageMap::countLike(const StagePart& part) const {
    return static_cast<int>(std::ranges::count_if(m_parts, [&](const StagePart& other) {
        return other.kind == part.kind && other.tower == part.tower && other.scope == part.scope;
    }));
}

std::optional<StagePage> StageMap::neighbour(const StagePage& page, int direction) const {
    const int other = page.index + direction;
    if (other < 0 || other >= pageCount()) return {};
    const Page& now = m_pages[static_cast<std::size_t>(page.index)];
    const Page& next = m_pages[static_cast<std::size_t>(other)];
    if (now.part != next.part) return {};
    return StagePage{next.kind, other, page.learning};
}

Var StageMap::valueOf(Var node) const {
    const int owner = m_owner[at(node)];
    return owner >= 0 ? Var{owner} : node;
}

StagePage StageMap::pageOf(const Step& step) const {
    StagePage page;
    page.learning = step.phase == Phase::Backward || step.phase == Phase::Update;
    page.index = std::max(0, m_pageOf[at(valueOf(step.node))]);
    page.kind = m_pages[static_cast<std::size_t>(page.index)].kind;
    return page;
}

const std::vector<Var>& StageMap::nodesOf(const StagePage& page) const {
    return m_pages[static_cast<std::size_t>(page.index)].nodes;
}

std::vector<Var> StageMap::figuresOf(const StagePage& page) const {
    std::vector<Var> figures;
    for (const Var node : nodesOf(page)) {
        const Var figure = figureOf(node);
        if (std::ranges::find(figures, figure) == figures.end()) figures.push_back(figure);
    }
    return figures;
}

std::optional<Var> StageMap::find(const StagePage& page, Site site) const {
    const std::vector<Var>& nodes = nodesOf(page);
    const auto found = std::ranges::find_if(nodes, [&](Var node) { return m_trace.site(node) == site; });
    return found == nodes.end() ? std::nullopt : std::optional(*found);
}

std::vector<Var> StageMap::enteringOf(const StagePage& page) const {
    std::vector<Var> entering;
    for (const Var node : nodesOf(page)) {
        for (const Var source : sourcesOf(node)) {
            const Var figure = figureOf(source);
            if (m_pageOf[at(source)] == page.index) continue;
            if (std::ranges::find(entering, figure) == entering.end()) entering.push_back(figure);
        }
    }
    return entering;
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
