#include "engine/nn/multi_head_attention.h"

#include "engine/ops/attention.h"
#include "engine/ops/remember.h"
#include "engine/ops/rotary.h"

namespace attentarium {
namespace {

template <typename Settings>
std::int64_t keyValueWidth(const Settings& settings) {
    const std::int64_t heads = settings.keyValueHeads == 0 ? settings.heads : settings.keyValueHeads;
    return settings.width / settings.heads * heads;
}

}  // namespace

template <typename Scalar>
MultiHeadAttention<Scalar>::MultiHeadAttention(ParameterSet<Scalar>& parameters, const std::string& name,
                                               const Settings& settings)
    : m_settings(settings),
      m_query(parameters, name + ".query", settings.width, settings.width, Bias::With),
      m_key(parameters, name + ".key", settings.width, keyValueWidth(settings), Bias::With),
      m_value(parameters, name + ".value", settings.width, keyValueWidth(settings), Bias::With),
      m_projection(parameters, name + ".projection", settings.width, settings.width, Bias::With) {}

template <typename Scalar>
void MultiHeadAttention<Scalar>::initialise(Random& random, double deviation, double projectionDeviation) {
    m_query.initialise(random, deviation);
    m_key.initialise(random, deviation);
    m_value.initialise(random, deviation);
    m_projection.initialise(random, projectionDeviation);
}

template <typename Scalar>
Var MultiHeadAttention<Scalar>::query(Tape<Scalar>& tape, Var x) const {
    return tape.named(m_query(tape, x), Site::Query);
}

template <typename Scalar>
KeyValue MultiHeadAttention<Scalar>::offered(Tape<Scalar>& tape, Var x) const {
    const Var key = tape.named(m_key(tape, x), Site::Key);
    return {key, tape.named(m_value(tape, x), Site::Value)};
}

template <typename Scalar>
Var MultiHeadAttention<Scalar>::attend(Tape<Scalar>& tape, Var query, const KeyValue& to,
                                       const KeyVisibility& visibility) const {
    const AttentionSettings settings{m_settings.heads, m_settings.keyValueHeads, visibility, m_settings.alibi};
    const Var heads = tape.named(attention(tape, query, to.key, to.value, settings), Site::Concatenated);
    return tape.named(m_projection(tape, heads), Site::Projected);
}

template <typename Scalar>
Var MultiHeadAttention<Scalar>::toThemselves(Tape<Scalar>& tape, Var x, const KeyVisibility& visibility,
                                             TensorView<const Scalar> turns,
                                             const KeyValueMemory<Scalar>& memory) const {
    Var asked = query(tape, x);
    KeyValue own = offered(tape, x);
    if (turns) {
        asked = tape.named(rotary(tape, asked, turns), Site::RotatedQuery);
        own.key = tape.named(rotary(tape, own.key, turns), Site::RotatedKey);
    }
    if (memory.key) {
        own.key = tape.named(remember(tape, own.key, memory.key, visibility.offset), Site::RememberedKey);
        own.value = tape.named(remember(tape, own.value, memory.value, visibility.offset), Site::RememberedValue);
    }
    return attend(tape, asked, own, visibility);
}

template <typename Scalar>
Var MultiHeadAttention<Scalar>::toSource(Tape<Scalar>& tape, Var x, Var source,
                                         std::span<const std::int64_t> lengths) const {
    const Var asked = query(tape, x);
    return attend(tape, asked, offered(tape, source), {.lengths = lengths});
}

template <typename Scalar>
Var MultiHeadAttention<Scalar>::toSource(Tape<Scalar>& tape, Var x, const KeyValue& source,
                                         std::span<const std::int64_t> lengths) const {
    return attend(tape, query(tape, x), source, {.lengths = lengths});
}

template class MultiHeadAttention<float>;
template class MultiHeadAttention<double>;

}  // namespace attentarium
