#pragma once

#include "engine/nn/parameter_set.h"
#include "engine/tape/tape.h"

namespace attentarium {

enum class Bias { Without, With };

/// y = x · weight + bias, with parameters `NAME.weight` [in, out] and `NAME.bias` [out].
template <typename Scalar>
class Linear {
  public:
    Linear(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t in, std::int64_t out, Bias bias);

    /// Normal weights of the given deviation, zero biases.
    void initialise(Random& random, double deviation);
    Var operator()(Tape<Scalar>& tape, Var x) const;
    /// y = gelu(x) · weight + bias, on a tape for training; needs a bias.
    Var afterGelu(Tape<Scalar>& tape, Var x) const;

  private:
    Parameter<Scalar>* m_weight;
    Parameter<Scalar>* m_bias = nullptr;
};

}  // namespace attentarium
