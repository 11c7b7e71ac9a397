#pragma once

#include "engine/nn/linear.h"

namespace attentarium {

/// Causal multi-head self-attention (Vaswani et al., 2017, section 3.2), with parameters `NAME.query`, `NAME.key`,
/// `NAME.value` and `NAME.projection`, each a linear layer of width × width.
template <typename Scalar>
class SelfAttention {
  public:
    SelfAttention(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t width, std::int64_t heads);

    void initialise(Random& random, double deviation, double projectionDeviation);
    /// For x [batch, token, width], the same shape.
    Var operator()(Tape<Scalar>& tape, Var x) const;

  private:
    std::int64_t m_heads;
    Linear<Scalar> m_query;
    Linear<Scalar> m_key;
    Linear<Scalar> m_value;
    Linear<Scalar> m_projection;
};

}  // namespace attentarium
