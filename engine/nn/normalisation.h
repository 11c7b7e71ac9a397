#pragma once

#include "engine/nn/parameter_set.h"
#include "engine/nn/transformer_choices.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// LayerNorm with parameters `NAME.gain` and `NAME.bias` [width], or RMSNorm with the gain alone.
template <typename Scalar>
class Normalisation {
  public:
    Normalisation(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width, Norm norm);

    void initialise();
    Var operator()(Tape<Scalar>& tape, Var x) const;

  private:
    Parameter<Scalar>* m_gain;
    Parameter<Scalar>* m_bias = nullptr;  ///< null for RMSNorm
};

}  // namespace attentarium
