#include "ui/views/stage/stage_reading.h"

#include <algorithm>
#include <cmath>

#include "ui/views/matrix_image.h"
#include "ui/views/stage/largest.h"

namespace attentarium {
namespace {

bool contains(std::span<const Var> nodes, Var node) {
    return std::ranges::find(nodes, node) != nodes.end();
}

}  // namespace

StageReading::StageReading(const Session& session, const Trace& trace, const StageMap& map)
    : m_session(session), m_trace(trace), m_map(map) {
    for (const Var node : trace.nodes()) {
        if (trace.isParameter(node) || !isAttention(trace.site(node))) continue;
        m_heads = std::max(m_heads, static_cast<int>(trace.shape(node)[0]));
    }
}

int StageReading::head() const {
    return std::clamp(m_session.selection().head, 0, m_heads - 1);
}

int StageReading::token() const {
    return rowOf(TextSide::Tokens);
}

int StageReading::rowOf(TextSide side) const {
    const Selection& selection = m_session.selection();
    const bool ofSource = side == TextSide::Source;
    const auto words = ofSource ? m_trace.source() : m_trace.tokens();
    return std::clamp(ofSource ? selection.sourceToken : selection.token, 0, static_cast<int>(words.size()) - 1);
}

int StageReading::keyToken() const {
    const Selection& selection = m_session.selection();
    if (!selection.node || !selection.cell || m_trace.isParameter(*selection.node)) return -1;
    if (!isAttention(m_trace.site(*selection.node))) return -1;
    return static_cast<int>(*selection.cell % m_trace.shape(*selection.node)[-1]);
}

Quantity StageReading::quantityOf(Var node) const {
    switch (m_shown) {
        case Shown::AsThePassGoes:
        case Shown::Change:
            return phase() == Phase::Backward && hasGradient(node) ? Quantity::Gradient : Quantity::Value;
        case Shown::Gradient:
            return Quantity::Gradient;
        case Shown::Value:
        case Shown::Both:
            break;
    }
    return Quantity::Value;
}

bool StageReading::ownGradient(Var node) const {
    const int step = m_map.backwardStep(node);
    return step >= 0 && step <= m_session.step();
}

bool StageReading::hasGradient(Var node) const {
    return std::ranges::any_of(m_trace.acrossTime(node), [&](Var each) { return ownGradient(each); });
}

Presence StageReading::presenceOf(Var node) const {
    // A figure of all time steps is there with the first of them, and current with any.
    const auto all = m_trace.acrossTime(node);
    Presence presence = ownPresenceOf(all.front());
    for (const Var each : all.subspan(1)) {
        const Presence own = ownPresenceOf(each);
        if (own == Presence::Current) return own;
        const bool fuller = own == Presence::Shown || presence == Presence::Pending;
        if (presence != Presence::Current && fuller) presence = own;
    }
    return presence;
}

Presence StageReading::ownPresenceOf(Var node) const {
    const int now = m_session.step();
    switch (phase()) {
        case Phase::Forward:
        case Phase::Loss: {
            const int computed = m_map.forwardStep(node);
            if (computed > now) return Presence::Pending;
            return computed == now ? Presence::Current : Presence::Shown;
        }
        case Phase::Backward: {
            const int computed = m_map.backwardStep(node);
            if (computed < 0 || computed > now) return Presence::Dimmed;
            return computed == now ? Presence::Current : Presence::Shown;
        }
        case Phase::Update:
            return m_map.updateStep(node) == now ? Presence::Current : Presence::Dimmed;
    }
    return Presence::Shown;
}

bool StageReading::isSource(Var figure) const {
    return std::ranges::any_of(m_trace.acrossTime(figure), [&](Var node) { return isOwnSource(node); });
}

bool StageReading::isOwnSource(Var node) const {
    const Var current = step().node;
    const auto reads = [&](Var reader, Var read) {
        return contains(m_map.sourcesOf(reader), read) || contains(m_trace.inputs(reader), read);
    };
    switch (phase()) {
        case Phase::Forward:
        case Phase::Loss:
            return reads(current, node);
        case Phase::Backward: {
            // The gradient came from those that used it; a weight's also from what it was multiplied with.
            if (reads(node, current)) return hasGradient(node);
            if (!m_trace.isParameter(current) || m_trace.isParameter(node)) return false;
            return std::ranges::any_of(m_trace.users(current),
                                       [&](Var user) { return contains(m_trace.inputs(user), node); });
        }
        case Phase::Update:
            return false;
    }
    return false;
}

std::optional<Var> StageReading::attentionOf(const StagePage& page) const {
    std::optional<Var> shown, first, last;
    for (const Var node : m_map.figuresOf(page)) {
        if (!isAttention(m_trace.site(node))) continue;
        if (contains(m_trace.acrossTime(node), step().node)) return node;
        if (!first) first = node;
        last = node;
        // On the way the latest that is complete; before and after, where the walk enters and leaves.
        const bool forward = phase() == Phase::Forward || phase() == Phase::Loss;
        if (forward && presenceOf(node) == Presence::Shown) shown = node;
        if (phase() == Phase::Backward && !shown && presenceOf(node) == Presence::Shown) shown = node;
    }
    if (shown) return shown;
    return phase() == Phase::Forward || phase() == Phase::Loss ? first : last;
}

std::vector<std::int64_t> StageReading::bestWords(std::size_t count) const {
    for (const Var node : m_trace.nodes()) {
        if (m_trace.isParameter(node) || m_trace.site(node) != Site::Probabilities) continue;
        const std::int64_t size = m_trace.shape(node)[-1];
        const auto row =
            m_trace.values(node).subspan(static_cast<std::size_t>(token() * size), static_cast<std::size_t>(size));
        return placesOfLargest(row, count);
    }
    return {};
}

std::vector<std::int64_t> StageReading::wordsThatMatter(std::span<const float> gradient, std::int64_t columns,
                                                        std::size_t count) const {
    std::vector<float> sizes(static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        float& size = sizes[i % sizes.size()];
        size = std::max(size, std::abs(gradient[i]));
    }
    std::vector<std::int64_t> words = placesOfLargest(sizes, count);
    std::ranges::sort(words);
    return words;
}

QImage StageReading::headImage(Var attention, int head) const {
    if (presenceOf(attention) == Presence::Pending) return {};
    FigureSpec spec{attention, FigureSpec::Extent::HeadMatrix};
    MatrixContent content;
    content.node = attention;
    content.quantity = quantityOf(attention);
    fillPresence(content, spec);
    if (content.presence == Presence::Pending) return {};
    fillTime(content);
    fillNumbers(content, spec);
    fillWindow(content, spec);
    fillScale(content);
    content.window.first += (head - this->head()) * m_trace.shape(attention)[1] * m_trace.shape(attention)[2];
    MatrixNumbers numbers;
    numbers.columns = content.window.columns;
    numbers.isShare = content.scale == ColourScale::Sequential;
    numbers.limit = content.limit;
    numbers.hue = content.scaleColour;
    for (int row = 0; row < content.window.rows; ++row) {
        const auto first = static_cast<std::size_t>(content.window.indexAt(row, 0));
        const auto width = static_cast<std::size_t>(numbers.columns);
        const bool isThere = !content.isPending(row) && first + width <= content.numbers.size();
        numbers.rows.push_back(isThere ? content.numbers.subspan(first, width) : std::span<const float>());
        if (!content.mask.empty()) numbers.mask.push_back(content.mask.subspan(first, width));
    }
    return matrixImage(numbers);
}

}  // namespace attentarium
