#include "engine/nn/transformer_block.h"

#include "engine/ops/add.h"
#include "engine/ops/dropout.h"

namespace attentarium {
namespace {

/// A part that only a decoder's block has.
template <typename Part, typename... Arguments>
std::optional<Part> crossPart(const BlockSettings& settings, Arguments&&... arguments) {
    if (settings.cross == CrossAttention::Without) return std::nullopt;
    return Part(std::forward<Arguments>(arguments)...);
}

}  // namespace

template <typename Scalar>
TransformerBlock<Scalar>::TransformerBlock(ParameterSet<Scalar>& parameters, const std::string& name,
                                           const BlockSettings& settings)
    : m_normPlace(settings.normPlace),
      m_attentionNorm(parameters, name + ".attention_norm", settings.width, settings.norm),
      m_attention(parameters, name + ".attention",
                  {settings.width, settings.heads, settings.keyValueHeads, settings.alibi}),
      m_crossAttentionNorm(crossPart<Normalisation<Scalar>>(settings, parameters, name + ".cross_attention_norm",
                                                            settings.width, settings.norm)),
      m_crossAttention(
          crossPart<MultiHeadAttention<Scalar>>(settings, parameters, name + ".cross_attention",
                                                typename MultiHeadAttention<Scalar>::Settings{
                                                    settings.width, settings.heads, settings.keyValueHeads, false})),
      m_feedForwardNorm(parameters, name + ".feed_forward_norm", settings.width, settings.norm),
      m_feedForward(parameters, name + ".feed_forward", settings.width, settings.hidden, settings.activation) {}

template <typename Scalar>
void TransformerBlock<Scalar>::initialise(Random& random, const FreshWeights& fresh) {
    m_attentionNorm.initialise();
    m_attention.initialise(random, fresh.deviation, fresh.residualDeviation);
    if (m_crossAttention) {
        m_crossAttentionNorm->initialise();
        m_crossAttention->initialise(random, fresh.deviation, fresh.residualDeviation);
    }
    m_feedForwardNorm.initialise();
    m_feedForward.initialise(random, fresh.deviation, fresh.residualDeviation);
}

template <typename Scalar>
template <typename Part>
Var TransformerBlock<Scalar>::added(Tape<Scalar>& tape, Var x, std::string_view name, std::string_view normName,
                                    const Normalisation<Scalar>& norm, Site residual, const Part& part) const {
    const auto normalised = [&](Var input) {
        const Scope scope(tape, normName);
        return norm(tape, input);
    };
    const auto within = [&](Var input) {
        const Scope scope(tape, name);
        return dropout(tape, part(input));
    };
    const Var y = within(m_normPlace == NormPlace::Before ? normalised(x) : x);
    const Var sum = tape.named(add(tape, x, y), residual);
    return m_normPlace == NormPlace::After ? normalised(sum) : sum;
}

template <typename Scalar>
Var TransformerBlock<Scalar>::operator()(Tape<Scalar>& tape, Var x, const Surroundings<Scalar>& around,
                                         const BlockMemory<Scalar>& memory) const {
    x = added(tape, x, "attention", "attention_norm", m_attentionNorm, Site::AttentionResidual, [&](Var input) {
        return m_attention.toThemselves(tape, input, around.visibility, around.turns, memory.own);
    });
    if (m_crossAttention) {
        x = added(tape, x, "cross_attention", "cross_attention_norm", *m_crossAttentionNorm, Site::CrossResidual,
                  [&](Var input) {
                      if (!memory.source.key) {
                          return m_crossAttention->toSource(tape, input, around.source, around.sourceLengths);
                      }
                      const Var key = tape.named(tape.constant(memory.source.key), Site::Key);
                      const Var value = tape.named(tape.constant(memory.source.value), Site::Value);
                      return m_crossAttention->toSource(tape, input, {key, value}, around.sourceLengths);
                  });
    }
    return added(tape, x, "feed_forward", "feed_forward_norm", m_feedForwardNorm, Site::FeedForwardResidual,
                 [&](Var input) { return m_feedForward(tape, input); });
}

template <typename Scalar>
KeyValue TransformerBlock<Scalar>::offeredBySource(Tape<Scalar>& tape, Var source) const {
    const Scope scope(tape, "cross_attention");
    return m_crossAttention->offered(tape, source);
}

template class TransformerBlock<float>;
template class TransformerBlock<double>;

}  // namespace attentarium
