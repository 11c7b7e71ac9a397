#include <algorithm>
#include <array>
#include <vector>

#include "engine/ops/add.h"
#include "engine/ops/blend.h"
#include "engine/ops/carry_over.h"
#include "engine/ops/gate_sums.h"
#include "engine/ops/multiply.h"
#include "engine/ops/recurrent_layer.h"
#include "engine/ops/select_time.h"
#include "engine/ops/sigmoid.h"
#include "engine/ops/stack_times.h"
#include "engine/ops/start_state.h"
#include "engine/ops/tanh.h"

namespace attentarium {
namespace {

/// One time step of one layer.
template <typename Scalar>
class Step {
  public:
    Step(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, const RecurrentState& before)
        : m_tape(tape),
          m_fromInput{x, weights.input, weights.inputBias},
          m_fromState{before.hidden, weights.recurrent, weights.recurrentBias},
          m_before(before),
          m_width(tape.shape(weights.recurrent)[0]) {}

    RecurrentState rnn() { return {tanh(m_tape, sums(0, Site::HiddenSum)), {}}; }

    RecurrentState lstm() {
        const Var input = m_tape.named(sigmoid(m_tape, sums(0, Site::InputGateSum)), Site::InputGate);
        const Var forget = m_tape.named(sigmoid(m_tape, sums(1, Site::ForgetGateSum)), Site::ForgetGate);
        const Var candidate = m_tape.named(tanh(m_tape, sums(2, Site::CandidateSum)), Site::Candidate);
        const Var output = m_tape.named(sigmoid(m_tape, sums(3, Site::OutputGateSum)), Site::OutputGate);
        const Var kept = m_tape.named(multiply(m_tape, forget, m_before.cell), Site::Kept);
        const Var written = m_tape.named(multiply(m_tape, input, candidate), Site::Written);
        const Var cell = m_tape.named(add(m_tape, kept, written), Site::CellState);
        const Var activated = m_tape.named(tanh(m_tape, cell), Site::ActivatedCell);
        return {multiply(m_tape, output, activated), cell};
    }

    RecurrentState gru() {
        const Var reset = m_tape.named(sigmoid(m_tape, sums(0, Site::ResetGateSum)), Site::ResetGate);
        const Var update = m_tape.named(sigmoid(m_tape, sums(1, Site::UpdateGateSum)), Site::UpdateGate);
        const Var fromInput = m_tape.named(part(m_fromInput, 2), Site::CandidateInput);
        const Var fromState = m_tape.named(part(m_fromState, 2), Site::CandidateMemory);
        const Var recalled = m_tape.named(multiply(m_tape, reset, fromState), Site::RecalledMemory);
        const Var sum = m_tape.named(add(m_tape, fromInput, recalled), Site::CandidateSum);
        const Var candidate = m_tape.named(tanh(m_tape, sum), Site::Candidate);
        return {blend(m_tape, update, candidate, m_before.hidden), {}};
    }

  private:
    Var sums(std::int64_t gate, Site site) {
        return m_tape.named(gateSums<Scalar>(m_tape, std::array{m_fromInput, m_fromState}, gate * m_width, m_width),
                            site);
    }
    Var part(const GatePart& only, std::int64_t gate) {
        return gateSums<Scalar>(m_tape, std::array{only}, gate * m_width, m_width);
    }

    Tape<Scalar>& m_tape;
    GatePart m_fromInput;
    GatePart m_fromState;
    RecurrentState m_before;
    std::int64_t m_width;
};

}  // namespace

template <typename Scalar>
RecurrentStates recurrentSteps(Tape<Scalar>& tape, Var x, const RecurrentWeights& weights, RecurrentState state,
                               const RecurrentSettings& settings) {
    const Shape shape = tape.shape(x);
    const bool isOneStep = shape.rank() == 2;
    const std::int64_t texts = shape[0], length = isOneStep ? 1 : shape[1], width = tape.shape(weights.recurrent)[0];
    if (!state.hidden) state.hidden = tape.named(startState(tape, {texts, width}), Site::StartHidden);
    if (!state.cell && hasCellState(settings.cell)) {
        state.cell = tape.named(startState(tape, {texts, width}), Site::StartCell);
    }
    std::vector<Var> hidden(static_cast<std::size_t>(length));
    for (std::int64_t count = 0; count < length; ++count) {
        const std::int64_t time = settings.reversed ? length - 1 - count : count;
        const Scope scope(tape, "t", static_cast<int>(settings.firstTime + time));
        const Var input = isOneStep ? x : tape.named(selectTime(tape, x, time), Site::StepInput);
        Step<Scalar> step(tape, input, weights, state);
        RecurrentState next = settings.cell == RecurrentCell::Rnn    ? step.rnn()
                              : settings.cell == RecurrentCell::Lstm ? step.lstm()
                                                                     : step.gru();
        if (std::ranges::any_of(settings.lengths, [time](std::int64_t whole) { return whole <= time; })) {
            next.hidden = carryOver(tape, next.hidden, state.hidden, settings.lengths, time);
            if (next.cell) next.cell = carryOver(tape, next.cell, state.cell, settings.lengths, time);
        }
        state = next;
        tape.named(state.hidden, Site::HiddenState);
        hidden[static_cast<std::size_t>(time)] = state.hidden;
    }
    return {isOneStep ? state.hidden : stackTimes<Scalar>(tape, hidden), state};
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                  \
    template RecurrentStates recurrentSteps(Tape<Scalar>&, Var, const RecurrentWeights&, RecurrentState, \
                                            const RecurrentSettings&);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
