#include "engine/models/gpt.h"

#include "engine/ops/dropout.h"
#include "engine/ops/select_tokens.h"

namespace attentarium {

template <typename Scalar>
Gpt<Scalar>::Gpt(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_places(this->parameters(), "position_embedding", config.positions, config.context, config.width,
               config.headWidth()),
      m_blocks(this->parameters(), "", config.layers, blockSettings(config)),
      m_unembedding(this->parameters(), config, m_tokenEmbedding),
      m_classifier(makeClassifier(this->parameters(), config)) {}

template <typename Scalar>
void Gpt<Scalar>::initialise(Random& random) {
    const FreshWeights fresh = freshWeights(this->config());
    m_tokenEmbedding.initialise(random, embeddingDeviation(this->config()));
    m_places.initialise(random, fresh.deviation);
    m_blocks.initialise(random, fresh);
    m_unembedding.initialise(random, fresh.deviation);
    if (m_classifier) m_classifier->initialise(random, fresh.deviation);
}

template <typename Scalar>
Var Gpt<Scalar>::hidden(Tape<Scalar>& tape, const TokenRows& tokens, std::int64_t before,
                        std::span<const BlockMemory<Scalar>> memory) const {
    const Var x = transformerInput(tape, this->config(), m_tokenEmbedding, m_places, tokens, before);
    Surroundings<Scalar> around;
    around.visibility = {.causal = true, .offset = before, .lengths = tokens.lengths};
    around.turns = m_places.turns(before, tokens.length);
    around.memory = memory;
    return m_blocks(tape, dropout(tape, x), around);
}

template <typename Scalar>
Outputs Gpt<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    Outputs outputs;
    outputs.hidden = hidden(tape, batch.tokens, 0, {});
    outputs.logits = m_unembedding(tape, outputs.hidden);
    if (!m_classifier) return outputs;
    const auto last = tape.arena().template allocate<int>(static_cast<std::size_t>(batch.texts()));
    for (std::size_t text = 0; text < last.size(); ++text) {
        last[text] = static_cast<int>(batch.tokens.lengthOf(static_cast<std::int64_t>(text)) - 1);
    }
    const Var pooled = tape.named(selectTokens(tape, outputs.hidden, last), Site::Pooled);
    outputs.classLogits = tape.named((*m_classifier)(tape, pooled), Site::ClassLogits);
    return outputs;
}

template <typename Scalar>
Memory<Scalar> Gpt<Scalar>::begin(Tape<Scalar>&, const TokenRows&, std::int64_t texts) const {
    return emptyMemory<Scalar>(this->config(), texts);
}

template <typename Scalar>
Var Gpt<Scalar>::advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const {
    expects(tokens.texts() == memory.texts && tokens.lengths.empty(), "[gpt] the memory is of other texts");
    const auto kept = blockMemories(tape, this->config(), memory, tokens.length);
    const Var x = hidden(tape, tokens, memory.tokensRead, kept);
    memory.tokensRead += tokens.length;
    return m_unembedding(tape, x);
}

template class Gpt<float>;
template class Gpt<double>;

}  // namespace attentarium
