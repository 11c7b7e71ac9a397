#pragma once

#include <QString>
#include <string>
#include <vector>

#include "engine/ops/recurrent_cell.h"
#include "engine/trace/trace.h"

namespace attentarium {

/// One kind of vector in a recurrent cell, at every time step of a text.
struct StateRow {
    Site site = Site::HiddenState;
    std::vector<Var> nodes;  ///< in the order of the words
    bool isBetween = false;  ///< a step of the calculation that a drawing of the cell leaves out
    bool isGate = false;     ///< from 0 to 1

    bool operator==(const StateRow&) const = default;
};

/// A recurrent layer as a trace holds it, in one direction.
struct UnrolledLayer {
    std::string scope;  ///< `layers.0`, `encoder.backward.layers.1`
    RecurrentCell cell = RecurrentCell::Rnn;
    TextSide side = TextSide::Tokens;
    bool reversed = false;       ///< reads from the last word to the first
    bool isLast = false;         ///< what it shows is what the next words are told from
    std::vector<StateRow> rows;  ///< from what the step reads to what it shows

    int steps() const { return static_cast<int>(rows.back().nodes.size()); }
    const StateRow* find(Site site) const;
    /// What goes on from step to step and is written to: the cell state of an LSTM, else the hidden state.
    const StateRow& memory() const { return *find(hasCellState(cell) ? Site::CellState : Site::HiddenState); }
    const StateRow& hidden() const { return rows.back(); }
    /// The time step that was run as the `order`-th.
    int timeOf(int order) const { return reversed ? steps() - 1 - order : order; }
    int orderOf(int time) const { return timeOf(time); }
    /// The node before `time` in a row; none at the first step.
    std::optional<Var> before(const StateRow& row, int time) const;
};

/// Every recurrent layer of a run, in the order in which they ran; empty where the model has none.
std::vector<UnrolledLayer> unrolledLayersOf(const Trace& trace);

/// "encoder › layer 1".
QString titleOfLayer(const Trace& trace, const UnrolledLayer& layer);

/// What happened to one unit of the memory in one step: kept = before · forget gate, now = kept + written.
struct MemoryStep {
    double before = 0, kept = 0, written = 0, now = 0;
    double shown = 0;  ///< the hidden state

    double forgotten() const { return before - kept; }
};

/// Of an RNN, which has no gates, all of what was before is forgotten and all of what is now is written.
MemoryStep memoryStep(const Trace& trace, const UnrolledLayer& layer, int time, int unit);

}  // namespace attentarium
