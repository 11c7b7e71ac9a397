#include "engine/models/transformer.h"

#include <algorithm>

#include "engine/ops/dropout.h"

namespace attentarium {

template <typename Scalar>
Transformer<Scalar>::Transformer(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_sourcePlaces(this->parameters(), "encoder.position_embedding", config.positions, config.context, config.width,
                     config.headWidth()),
      m_places(this->parameters(), "decoder.position_embedding", config.positions, config.context, config.width,
               config.headWidth()),
      m_encoder(this->parameters(), "encoder", config.layers, blockSettings(config)),
      m_decoder(this->parameters(), "decoder", config.layers, blockSettings(config, CrossAttention::With)),
      m_unembedding(this->parameters(), config, m_tokenEmbedding) {}

template <typename Scalar>
void Transformer<Scalar>::initialise(Random& random) {
    const FreshWeights fresh = freshWeights(this->config());
    m_tokenEmbedding.initialise(random, embeddingDeviation(this->config()));
    m_sourcePlaces.initialise(random, fresh.deviation);
    m_places.initialise(random, fresh.deviation);
    m_encoder.initialise(random, fresh);
    m_decoder.initialise(random, fresh);
    m_unembedding.initialise(random, fresh.deviation);
}

template <typename Scalar>
Var Transformer<Scalar>::encoded(Tape<Scalar>& tape, const TokenRows& source) const {
    const Scope scope(tape, "encoder");
    const Var x = transformerInput(tape, this->config(), m_tokenEmbedding, m_sourcePlaces, source);
    Surroundings<Scalar> around;
    around.visibility = {.lengths = source.lengths};
    around.turns = m_sourcePlaces.turns(0, source.length);
    return m_encoder(tape, dropout(tape, x), around);
}

template <typename Scalar>
Var Transformer<Scalar>::decoded(Tape<Scalar>& tape, const TokenRows& tokens, std::int64_t before,
                                 Surroundings<Scalar> around) const {
    const Scope scope(tape, "decoder");
    const Var x = transformerInput(tape, this->config(), m_tokenEmbedding, m_places, tokens, before);
    around.visibility = {.causal = true, .offset = before, .lengths = tokens.lengths};
    around.turns = m_places.turns(before, tokens.length);
    return m_decoder(tape, dropout(tape, x), around);
}

template <typename Scalar>
Outputs Transformer<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    expects(batch.source.texts() == batch.texts(), "[transformer] needs a source for each text");
    Surroundings<Scalar> around;
    around.source = encoded(tape, batch.source);
    around.sourceLengths = batch.source.lengths;
    Outputs outputs;
    outputs.hidden = decoded(tape, batch.tokens, 0, around);
    outputs.logits = m_unembedding(tape, outputs.hidden);
    return outputs;
}

template <typename Scalar>
Memory<Scalar> Transformer<Scalar>::begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const {
    expects(source.texts() == texts, "[transformer] needs a source for each text");
    Memory<Scalar> memory = emptyMemory<Scalar>(this->config(), texts);
    memory.sourceLengths.assign(source.lengths.begin(), source.lengths.end());
    const Var read = encoded(tape, source);
    const Scope scope(tape, "decoder");
    // After each block's own keys and values come those of the source.
    for (std::size_t i = 0; i < m_decoder.size(); ++i) {
        const KeyValue offered = m_decoder.offeredBySource(tape, i, read);
        for (const Var part : {offered.key, offered.value}) {
            Tensor<Scalar>& kept = memory.tensors.emplace_back(tape.shape(part));
            std::ranges::copy(tape.value(part).span(), kept.mutableView().data);
        }
    }
    return memory;
}

template <typename Scalar>
Var Transformer<Scalar>::advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const {
    expects(tokens.texts() == memory.texts && tokens.lengths.empty(), "[transformer] the memory is of other texts");
    const auto kept = blockMemories(tape, this->config(), memory, tokens.length);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const std::size_t ofSource = 2 * (kept.size() + i);
        kept[i].source = {memory.tensors[ofSource].view(), memory.tensors[ofSource + 1].view()};
    }
    Surroundings<Scalar> around;
    around.sourceLengths = memory.sourceLengths;
    around.memory = kept;
    const Var x = decoded(tape, tokens, memory.tokensRead, around);
    memory.tokensRead += tokens.length;
    return m_unembedding(tape, x);
}

template class Transformer<float>;
template class Transformer<double>;

}  // namespace attentarium
