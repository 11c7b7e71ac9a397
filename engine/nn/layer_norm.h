#pragma once

#include "engine/nn/parameter_set.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// LayerNorm with parameters `NAME.gain` and `NAME.bias` [width].
template <typename Scalar>
class LayerNorm {
  public:
    LayerNorm(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width);

    void initialise();
    Var operator()(Tape<Scalar>& tape, Var x) const;

  private:
    Parameter<Scalar>* m_gain;
    Parameter<Scalar>* m_bias;
};

}  // namespace attentarium
