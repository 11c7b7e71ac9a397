#pragma once

#include "engine/nn/linear.h"

namespace attentarium {

/// y = GELU(x · W_1 + b_1) · W_2 + b_2, for each token alone (Vaswani et al., 2017, section 3.3, with GELU), with
/// parameters `NAME.hidden` and `NAME.output`.
template <typename Scalar>
class FeedForward {
  public:
    FeedForward(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width, std::int64_t hidden);

    void initialise(Random& random, double deviation, double outputDeviation);
    Var operator()(Tape<Scalar>& tape, Var x) const;

  private:
    Linear<Scalar> m_hidden;
    Linear<Scalar> m_output;
};

}  // namespace attentarium
