#pragma once

#include <optional>

#include "engine/nn/linear.h"
#include "engine/nn/transformer_choices.h"

namespace attentarium {

/// y = activation(x · W_1 + b_1) · W_2 + b_2, for each token alone (Vaswani et al., 2017, section 3.3), with parameters
/// `NAME.hidden` and `NAME.output`. SwiGLU has a `NAME.gate` too: y = (SiLU(x · W_gate + b_gate) ⊙ (x · W_1 + b_1)) ·
/// W_2
/// + b_2 (Shazeer, 2020, equation 6, with biases).
template <typename Scalar>
class FeedForward {
  public:
    FeedForward(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width, std::int64_t hidden,
                Activation activation);

    void initialise(Random& random, double deviation, double outputDeviation);
    Var operator()(Tape<Scalar>& tape, Var x) const;

  private:
    Var activated(Tape<Scalar>& tape, Var x) const;

    Activation m_activation;
    Linear<Scalar> m_hidden;
    std::optional<Linear<Scalar>> m_gate;
    Linear<Scalar> m_output;
};

}  // namespace attentarium
