#pragma once

#include "engine/nn/linear.h"
#include "engine/ops/key_visibility.h"

namespace attentarium {

/// What tokens offer to those who attend to them.
struct KeyValue {
    Var key;
    Var value;
};

/// Where the keys and values of earlier tokens are kept: [texts, capacity, key–value width] each, empty when they are
/// not.
template <typename Scalar>
struct KeyValueMemory {
    TensorView<Scalar> key;
    TensorView<Scalar> value;
};

/// Multi-head attention (Vaswani et al., 2017, section 3.2), with parameters `NAME.query`, `NAME.key`, `NAME.value` and
/// `NAME.projection`. Keys and values may have fewer heads (Ainslie et al., 2023).
template <typename Scalar>
class MultiHeadAttention {
  public:
    struct Settings {
        std::int64_t width = 0;
        std::int64_t heads = 1;
        std::int64_t keyValueHeads = 0;  ///< 0: as many as heads
        bool alibi = false;
    };

    MultiHeadAttention(ParameterSet<Scalar>& parameters, const std::string& name, const Settings& settings);

    void initialise(Random& random, double deviation, double projectionDeviation);

    /// Among the tokens of x [batch, token, width], the first of which stands at `visibility.offset`. `turns` are those
    /// of `rotary` for these tokens, empty without rotary positions.
    Var toThemselves(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility, TensorView<const Scalar> turns,
                     const KeyValueMemory<Scalar>& memory) const;
    /// From the tokens of x to those of a source.
    Var toSource(Tape<Scalar>& tape, Var x, Var source, std::span<const std::int64_t> lengths) const;
    /// The same, on the keys and values of the source.
    Var toSource(Tape<Scalar>& tape, Var x, const KeyValue& source, std::span<const std::int64_t> lengths) const;
    /// What the tokens of x offer.
    KeyValue offered(Tape<Scalar>& tape, Var x) const;

  private:
    Var query(Tape<Scalar>& tape, Var x) const;
    Var attend(Tape<Scalar>& tape, Var query, const KeyValue& to, const KeyVisibility& visibility) const;

    Settings m_settings;
    Linear<Scalar> m_query;
    Linear<Scalar> m_key;
    Linear<Scalar> m_value;
    Linear<Scalar> m_projection;
};

}  // namespace attentarium
