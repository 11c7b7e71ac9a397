#include "ui/views/attention/attention_choices.h"

#include <algorithm>
#include <utility>

namespace attentarium {

AttentionChoices::AttentionChoices(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session, &Session::traceChanged, this, &AttentionChoices::adoptTrace);
    connect(&session, &Session::stepChanged, this, &AttentionChoices::followStep);
    connect(&session, &Session::selectionChanged, this, &AttentionChoices::followSelection);
    connect(&session, &Session::headStudyChanged, this, &AttentionChoices::tell);
    adoptTrace();
}

AttentionChoices::~AttentionChoices() = default;

void AttentionChoices::setActive(bool active) {
    if (std::exchange(m_active, active) != active) adoptTrace();
}

void AttentionChoices::tell() {
    if (m_active) Q_EMIT changed();
}

void AttentionChoices::adoptTrace() {
    const bool isFirst = !m_trace;
    m_trace = m_active ? m_session.trace() : nullptr;
    m_layers.clear();
    m_groups.clear();
    if (m_trace) m_layers = attentionLayersOf(*m_trace);
    for (int i = 0; i < static_cast<int>(m_layers.size()); ++i) {
        const AttentionLayer& layer = m_layers[static_cast<std::size_t>(i)];
        const TextSide side = m_trace->sideOf(layer.weights(), Axis::Token);
        const auto found = std::ranges::find_if(
            m_groups, [&](const AttentionGroup& group) { return group.kind == layer.kind && group.side == side; });
        if (found == m_groups.end()) {
            m_groups.push_back({layer.kind, side, {i}});
        } else {
            found->layers.push_back(i);
        }
    }
    m_group = std::clamp(m_group, 0, std::max(0, static_cast<int>(m_groups.size()) - 1));
    if (hasAttention()) {
        const std::vector<int>& own = currentGroup().layers;
        if (std::ranges::find(own, m_layer) == own.end()) m_layer = own.front();
        if (isFirst || m_lit.empty() || *m_lit.rbegin() >= currentLayer().heads) lightChosenHead();
        if (isFirst) followStep();
    }
    tell();
}

void AttentionChoices::lightChosenHead() {
    m_lit = {head()};
}

int AttentionChoices::head() const {
    return std::clamp(m_session.selection().head, 0, currentLayer().heads - 1);
}

Var AttentionChoices::stage() const {
    if (m_mix != HeadMix::OneHead) return currentLayer().weights();
    const std::vector<Var>& stages = currentLayer().stages;
    const auto found = std::ranges::find_if(stages, [&](Var stage) { return m_trace->site(stage) == m_site; });
    return found == stages.end() ? stages.back() : *found;
}

bool AttentionChoices::hasGradients() const {
    const Step* step = m_session.currentStep();
    const bool back = step && (step->phase == Phase::Backward || step->phase == Phase::Update);
    return back && hasAttention() && m_mix == HeadMix::OneHead &&
           !attentionRow(*m_trace, stage(), Quantity::Gradient, head(), 0).empty();
}

Quantity AttentionChoices::quantity() const {
    return hasGradients() ? m_quantity : Quantity::Value;
}

bool AttentionChoices::show(Var node) {
    if (!m_trace || m_trace->isParameter(node)) return false;
    const Var first = m_trace->acrossTime(node).front();
    for (int i = 0; i < static_cast<int>(m_layers.size()); ++i) {
        const AttentionLayer& layer = m_layers[static_cast<std::size_t>(i)];
        if (std::ranges::find(layer.stages, first) == layer.stages.end()) continue;
        m_layer = i;
        m_site = m_trace->site(first);
        for (int group = 0; group < static_cast<int>(m_groups.size()); ++group) {
            const std::vector<int>& own = m_groups[static_cast<std::size_t>(group)].layers;
            if (std::ranges::find(own, i) != own.end()) m_group = group;
        }
        return true;
    }
    return false;
}

void AttentionChoices::followStep() {
    const Step* step = m_session.currentStep();
    if (!step || m_choosing || !hasAttention()) return;
    const bool shown = show(step->node);
    const bool turned = std::exchange(m_phase, step->phase) != step->phase;
    if (turned) m_quantity = step->phase == Phase::Backward ? Quantity::Gradient : Quantity::Value;
    if (shown || turned) tell();
}

void AttentionChoices::followSelection() {
    if (m_choosing || !hasAttention()) return;
    const Selection& selection = m_session.selection();
    if (selection.node && show(*selection.node) && selection.cell) m_quantity = selection.quantity;
    // Lines follow the chosen head unless several were put side by side.
    if (m_lit.size() == 1) lightChosenHead();
    tell();
}

int AttentionChoices::chosenRow() const {
    const Selection& selection = m_session.selection();
    const bool ofSource = m_trace->sideOf(stage(), Axis::Token) == TextSide::Source;
    return std::clamp(ofSource ? selection.sourceToken : selection.token, 0, currentLayer().rows - 1);
}

int AttentionChoices::chosenColumn() const {
    const Selection& selection = m_session.selection();
    if (!selection.node || !selection.cell || m_trace->isParameter(*selection.node)) return -1;
    const Var first = m_trace->acrossTime(*selection.node).front();
    const std::vector<Var>& stages = currentLayer().stages;
    if (std::ranges::find(stages, first) == stages.end()) return -1;
    return static_cast<int>(*selection.cell % currentLayer().columns);
}

void AttentionChoices::goToShownStep() {
    const Step* step = m_session.currentStep();
    if (!step) return;
    const bool back = step->phase == Phase::Backward && quantity() == Quantity::Gradient;
    const Phase phase = back ? Phase::Backward : Phase::Forward;
    m_session.goToStep(phase, QString::fromStdString(m_trace->name(stage())));
}

void AttentionChoices::chooseGroup(int group) {
    if (group == m_group || group < 0 || group >= static_cast<int>(m_groups.size())) return;
    const AttentionGroup& wanted = m_groups[static_cast<std::size_t>(group)];
    chooseHead({wanted.layers.front(), head()});
}

void AttentionChoices::chooseHead(HeadPlace place) {
    // Between two models there is nothing to choose from.
    if (place.layer < 0 || place.layer >= static_cast<int>(m_layers.size())) return;
    const AttentionLayer& layer = m_layers[static_cast<std::size_t>(place.layer)];
    const int head = std::clamp(place.head, 0, layer.heads - 1);
    const int row = chosenRow(), column = chosenColumn();
    m_choosing = true;
    m_mix = HeadMix::OneHead;
    show(layer.weights().index == stage().index ? stage() : [&] {
        const auto same = std::ranges::find_if(layer.stages, [&](Var s) { return m_trace->site(s) == m_site; });
        return same == layer.stages.end() ? layer.weights() : *same;
    }());
    if (column >= 0 && row < layer.rows && column < layer.columns) {
        const Cell cell = attentionCell(*m_trace, stage(), quantity(), head, row, column);
        m_session.selectCell(cell.node, cell.quantity, cell.index);
    } else {
        m_session.selectNode(stage(), quantity());
    }
    m_session.selectHead(head);
    goToShownStep();
    m_choosing = false;
    if (m_lit.size() <= 1 || *m_lit.rbegin() >= layer.heads) lightChosenHead();
    tell();
}

void AttentionChoices::chooseMix(HeadMix mix) {
    if (std::exchange(m_mix, mix) != mix) tell();
}

void AttentionChoices::chooseStage(std::size_t place) {
    if (!hasAttention() || place >= currentLayer().stages.size()) return;
    const Var stage = currentLayer().stages[place];
    m_mix = HeadMix::OneHead;
    m_choosing = true;
    show(stage);
    goToShownStep();
    m_choosing = false;
    tell();
}

void AttentionChoices::chooseQuantity(Quantity quantity) {
    if (std::exchange(m_quantity, quantity) != quantity) tell();
}

void AttentionChoices::chooseCell(int row, int column) {
    if (!hasAttention() || row >= currentLayer().rows || column >= currentLayer().columns) return;
    const Cell cell = attentionCell(*m_trace, stage(), quantity(), head(), row, column);
    m_choosing = true;
    m_session.selectHead(head());
    m_session.selectCell(cell.node, cell.quantity, cell.index);
    m_choosing = false;
    tell();
}

void AttentionChoices::chooseRow(int row) {
    if (!hasAttention() || row >= currentLayer().rows) return;
    const bool ofSource = m_trace->sideOf(stage(), Axis::Token) == TextSide::Source;
    ofSource ? m_session.selectSourceToken(row) : m_session.selectToken(row);
}

void AttentionChoices::setThreshold(double threshold) {
    if (std::exchange(m_threshold, threshold) != threshold) tell();
}

void AttentionChoices::setOrder(HeadOrder order) {
    if (std::exchange(m_order, order) != order) tell();
}

void AttentionChoices::toggleHead(int head) {
    if (!m_lit.erase(head)) m_lit.insert(head);
    tell();
}

void AttentionChoices::soloHead(int head) {
    if (!hasAttention()) return;
    if (m_lit == std::set<int>{head}) {
        for (int i = 0; i < currentLayer().heads; ++i) m_lit.insert(i);
    } else {
        m_lit = {head};
    }
    tell();
}

}  // namespace attentarium
