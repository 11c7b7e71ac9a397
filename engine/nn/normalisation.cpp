#include "engine/nn/normalisation.h"

#include "engine/ops/layer_norm.h"
#include "engine/ops/rms_norm.h"

namespace attentarium {

template <typename Scalar>
Normalisation<Scalar>::Normalisation(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width,
                                     Norm norm)
    : m_gain(&parameters.add(name + ".gain", {width}, false)) {
    if (norm == Norm::LayerNorm) m_bias = &parameters.add(name + ".bias", {width}, false);
}

template <typename Scalar>
void Normalisation<Scalar>::initialise() {
    fillConstant(*m_gain, 1);
    if (m_bias) fillConstant(*m_bias, 0);
}

template <typename Scalar>
Var Normalisation<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    const Var gain = tape.parameter(*m_gain);
    const Var y = m_bias ? layerNorm(tape, x, gain, tape.parameter(*m_bias)) : rmsNorm(tape, x, gain);
    return tape.named(y, Site::Normalised);
}

template class Normalisation<float>;
template class Normalisation<double>;

}  // namespace attentarium
