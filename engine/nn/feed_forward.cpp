#include "engine/nn/feed_forward.h"

#include "engine/ops/gelu.h"

namespace attentarium {

template <typename Scalar>
FeedForward<Scalar>::FeedForward(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width,
                                 std::int64_t hidden)
    : m_hidden(parameters, name + ".hidden", width, hidden, Bias::With),
      m_output(parameters, name + ".output", hidden, width, Bias::With) {}

template <typename Scalar>
void FeedForward<Scalar>::initialise(Random& random, double deviation, double outputDeviation) {
    m_hidden.initialise(random, deviation);
    m_output.initialise(random, outputDeviation);
}

template <typename Scalar>
Var FeedForward<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    const Var hidden = tape.named(m_hidden(tape, x), Site::Hidden);
    const Var activated = tape.named(gelu(tape, hidden), Site::Activated);
    return tape.named(m_output(tape, activated), Site::FeedForwardOutput);
}

template class FeedForward<float>;
template class FeedForward<double>;

}  // namespace attentarium
