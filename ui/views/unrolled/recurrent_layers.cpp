#include "ui/views/unrolled/recurrent_layers.h"

#include <algorithm>

#include "ui/explain/scope_words.h"

namespace attentarium {
namespace {

struct Kind {
    Site site;
    bool isBetween = false;
    bool isGate = false;
};

std::vector<Kind> kindsOf(RecurrentCell cell) {
    switch (cell) {
        case RecurrentCell::Rnn:
            return {{Site::HiddenSum}, {Site::HiddenState}};
        case RecurrentCell::Lstm:
            return {{Site::ForgetGateSum, true},
                    {Site::ForgetGate, false, true},
                    {Site::InputGateSum, true},
                    {Site::InputGate, false, true},
                    {Site::CandidateSum, true},
                    {Site::Candidate},
                    {Site::Kept, true},
                    {Site::Written, true},
                    {Site::CellState},
                    {Site::OutputGateSum, true},
                    {Site::OutputGate, false, true},
                    {Site::ActivatedCell, true},
                    {Site::HiddenState}};
        case RecurrentCell::Gru:
            return {{Site::ResetGateSum, true},
                    {Site::ResetGate, false, true},
                    {Site::UpdateGateSum, true},
                    {Site::UpdateGate, false, true},
                    {Site::CandidateMemory, true},
                    {Site::RecalledMemory, true},
                    {Site::CandidateInput, true},
                    {Site::CandidateSum, true},
                    {Site::Candidate},
                    {Site::HiddenState}};
    }
    return {};
}

double at(const Trace& trace, Var node, int unit) {
    return static_cast<double>(trace.values(node)[static_cast<std::size_t>(unit)]);
}

/// The vector that the first sum of a step multiplied: the word's row, or what the layer below shows.
Site inputSite(const Trace& trace, const std::vector<Var>& nodes) {
    return trace.site(nodes.front());
}

}  // namespace

const StateRow* UnrolledLayer::find(Site site) const {
    const auto found = std::ranges::find(rows, site, &StateRow::site);
    // What a step reads may be a hidden state of the layer below.
    if (site == Site::HiddenState) return &rows.back();
    return found == rows.end() ? nullptr : &*found;
}

std::optional<Var> UnrolledLayer::before(const StateRow& row, int time) const {
    const int earlier = time + (reversed ? 1 : -1);
    if (earlier < 0 || earlier >= steps()) return std::nullopt;
    return row.nodes[static_cast<std::size_t>(earlier)];
}

std::vector<UnrolledLayer> unrolledLayersOf(const Trace& trace) {
    std::vector<UnrolledLayer> layers;
    for (const Var node : trace.nodes()) {
        if (trace.site(node) != Site::HiddenState || trace.timeOf(node) != 0) continue;
        const std::string& name = trace.name(node);
        const std::string step = name.substr(0, name.rfind('.') + 1);
        UnrolledLayer layer;
        layer.scope = step.substr(0, step.rfind(".t."));
        const auto inStep = [&](Site site) { return trace.find(step + std::string(entryOf(site).name)); };
        layer.cell = inStep(Site::CellState)    ? RecurrentCell::Lstm
                     : inStep(Site::UpdateGate) ? RecurrentCell::Gru
                                                : RecurrentCell::Rnn;
        layer.side = layer.scope.starts_with("encoder") ? TextSide::Source : TextSide::Tokens;
        layer.reversed = layer.scope.find("backward") != std::string::npos;
        for (const Kind& kind : kindsOf(layer.cell)) {
            const std::optional<Var> first = inStep(kind.site);
            if (!first) continue;
            const std::span<const Var> nodes = trace.acrossTime(*first);
            layer.rows.push_back({kind.site, {nodes.begin(), nodes.end()}, kind.isBetween, kind.isGate});
        }
        if (layer.rows.size() < 2) continue;
        // The first sum multiplied what the step reads.
        StateRow read;
        for (const Var sum : layer.rows.front().nodes) read.nodes.push_back(trace.inputs(sum)[0]);
        read.site = inputSite(trace, read.nodes);
        layer.rows.insert(layer.rows.begin(), read);
        layers.push_back(std::move(layer));
    }
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (layer->side != TextSide::Tokens) continue;
        layer->isLast = true;
        break;
    }
    return layers;
}

QString titleOfLayer(const Trace& trace, const UnrolledLayer& layer) {
    QStringList titles;
    for (const ScopeName& scope : scopeNamesOf(trace, layer.hidden().nodes.front())) {
        if (scope.label != "t") titles.append(scopeTitle(scope));
    }
    titles.removeAll(QString());
    return titles.join(QStringLiteral(" › "));
}

MemoryStep memoryStep(const Trace& trace, const UnrolledLayer& layer, int time, int unit) {
    const auto t = static_cast<std::size_t>(time);
    const StateRow& memory = layer.memory();
    MemoryStep step;
    step.now = at(trace, memory.nodes[t], unit);
    step.shown = at(trace, layer.hidden().nodes[t], unit);
    if (const auto before = layer.before(memory, time)) {
        step.before = at(trace, *before, unit);
    } else {
        // A decoder begins with what the encoder left.
        const bool isLstm = layer.cell == RecurrentCell::Lstm;
        const StateRow* const user = isLstm ? layer.find(Site::Kept) : &layer.rows[1];
        const std::span<const Var> inputs = trace.inputs(user->nodes[t]);
        const Var begin = isLstm ? inputs[1] : inputs[3];
        step.before = at(trace, begin, unit);
    }
    switch (layer.cell) {
        case RecurrentCell::Lstm:
            step.kept = at(trace, layer.find(Site::Kept)->nodes[t], unit);
            step.written = at(trace, layer.find(Site::Written)->nodes[t], unit);
            break;
        case RecurrentCell::Gru:
            step.kept = at(trace, layer.find(Site::UpdateGate)->nodes[t], unit) * step.before;
            step.written = step.now - step.kept;
            break;
        case RecurrentCell::Rnn:
            step.kept = 0;
            step.written = step.now;
            break;
    }
    return step;
}

}  // namespace attentarium
