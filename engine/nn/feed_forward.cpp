#include "engine/nn/feed_forward.h"

#include "engine/ops/gelu.h"
#include "engine/ops/multiply.h"
#include "engine/ops/relu.h"
#include "engine/ops/silu.h"

namespace attentarium {
namespace {

template <typename Scalar>
std::optional<Linear<Scalar>> makeGate(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width,
                                       std::int64_t hidden, Activation activation) {
    if (activation != Activation::SwiGlu) return std::nullopt;
    return Linear<Scalar>(parameters, name + ".gate", width, hidden, Bias::With);
}

}  // namespace

template <typename Scalar>
FeedForward<Scalar>::FeedForward(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width,
                                 std::int64_t hidden, Activation activation)
    : m_activation(activation),
      m_hidden(parameters, name + ".hidden", width, hidden, Bias::With),
      m_gate(makeGate(parameters, name, width, hidden, activation)),
      m_output(parameters, name + ".output", hidden, width, Bias::With) {}

template <typename Scalar>
void FeedForward<Scalar>::initialise(Random& random, double deviation, double outputDeviation) {
    m_hidden.initialise(random, deviation);
    if (m_gate) m_gate->initialise(random, deviation);
    m_output.initialise(random, outputDeviation);
}

template <typename Scalar>
Var FeedForward<Scalar>::activated(Tape<Scalar>& tape, Var x) const {
    const Var hidden = tape.named(m_hidden(tape, x), Site::Hidden);
    if (!m_gate) {
        const Var y = m_activation == Activation::Relu ? relu(tape, hidden) : gelu(tape, hidden);
        return tape.named(y, Site::Activated);
    }
    const Var gate = tape.named(silu(tape, tape.named((*m_gate)(tape, x), Site::Gate)), Site::Activated);
    return tape.named(multiply(tape, gate, hidden), Site::Gated);
}

template <typename Scalar>
Var FeedForward<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    if (m_activation == Activation::Gelu && tape.purpose() == Purpose::Training) {
        const Var hidden = tape.named(m_hidden(tape, x), Site::Hidden);
        return tape.named(m_output.afterGelu(tape, hidden), Site::FeedForwardOutput);
    }
    return tape.named(m_output(tape, activated(tape, x)), Site::FeedForwardOutput);
}

template class FeedForward<float>;
template class FeedForward<double>;

}  // namespace attentarium
