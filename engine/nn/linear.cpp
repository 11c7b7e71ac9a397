#include "engine/nn/linear.h"

#include "engine/ops/gelu_linear.h"
#include "engine/ops/linear.h"

namespace attentarium {

template <typename Scalar>
Linear<Scalar>::Linear(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t in, std::int64_t out,
                       Bias bias)
    : m_weight(&parameters.add(name + ".weight", {in, out}, true)) {
    if (bias == Bias::With) m_bias = &parameters.add(name + ".bias", {out}, false);
}

template <typename Scalar>
void Linear<Scalar>::initialise(Random& random, double deviation) {
    fillNormal(*m_weight, random, deviation);
    if (m_bias) fillConstant(*m_bias, 0);
}

template <typename Scalar>
Var Linear<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    return linear(tape, x, tape.parameter(*m_weight), m_bias ? tape.parameter(*m_bias) : Var{});
}

template <typename Scalar>
Var Linear<Scalar>::afterGelu(Tape<Scalar>& tape, Var x) const {
    return geluLinear(tape, x, tape.parameter(*m_weight), tape.parameter(*m_bias));
}

template class Linear<float>;
template class Linear<double>;

}  // namespace attentarium
