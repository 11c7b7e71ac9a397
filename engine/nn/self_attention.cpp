#include "engine/nn/self_attention.h"

#include "engine/ops/attention.h"

namespace attentarium {

template <typename Scalar>
SelfAttention<Scalar>::SelfAttention(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width,
                                     std::int64_t heads)
    : m_heads(heads),
      m_query(parameters, name + ".query", width, width, Bias::With),
      m_key(parameters, name + ".key", width, width, Bias::With),
      m_value(parameters, name + ".value", width, width, Bias::With),
      m_projection(parameters, name + ".projection", width, width, Bias::With) {}

template <typename Scalar>
void SelfAttention<Scalar>::initialise(Random& random, double deviation, double projectionDeviation) {
    m_query.initialise(random, deviation);
    m_key.initialise(random, deviation);
    m_value.initialise(random, deviation);
    m_projection.initialise(random, projectionDeviation);
}

template <typename Scalar>
Var SelfAttention<Scalar>::operator()(Tape<Scalar>& tape, Var x) const {
    const Var query = tape.named(m_query(tape, x), Site::Query);
    const Var key = tape.named(m_key(tape, x), Site::Key);
    const Var value = tape.named(m_value(tape, x), Site::Value);
    const Var heads = tape.named(attention(tape, query, key, value, {.heads = m_heads, .visibility = {.causal = true}}),
                                 Site::Concatenated);
    return tape.named(m_projection(tape, heads), Site::Projected);
}

template class SelfAttention<float>;
template class SelfAttention<double>;

}  // namespace attentarium
