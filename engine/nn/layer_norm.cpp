#include "engine/nn/layer_norm.h"

#include "engine/ops/layer_norm.h"

namespace attentarium {

template <typename Scalar>
LayerNorm<Scalar>::LayerNorm(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width)
    : m_gain(&parameters.add(name + ".gain", {width}, false)),
      m_bias(&parameters.add(name + ".bias", {width}, false)) {}

template <typename Scalar>
void LayerNorm<Scalar>::initialise() {
    fillConstant(*m_gain, 1);
    fillConstant(*m_bias, 0);
}

template <typename Scalar>
Var LayerNorm<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    return tape.named(layerNorm(tape, x, tape.parameter(*m_gain), tape.parameter(*m_bias)), Site::Normalised);
}

template class LayerNorm<float>;
template class LayerNorm<double>;

}  // namespace attentarium
