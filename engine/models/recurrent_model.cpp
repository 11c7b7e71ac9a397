#include "engine/models/recurrent_model.h"

#include <cmath>

#include "engine/models/recurrent_memory.h"

namespace attentarium {
namespace {

RecurrentCell cellOf(Family family) {
    switch (family) {
        case Family::Rnn:
            return RecurrentCell::Rnn;
        case Family::Gru:
            return RecurrentCell::Gru;
        default:
            expects(family == Family::Lstm, "[recurrent model] the family has no cell");
            return RecurrentCell::Lstm;
    }
}

}  // namespace

template <typename Scalar>
RecurrentModel<Scalar>::RecurrentModel(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_stack(this->parameters(), "", cellOf(config.family), config.width, config.width, config.layers),
      m_unembedding(this->parameters(), "unembedding", config.width, config.vocabulary, Bias::With) {}

template <typename Scalar>
void RecurrentModel<Scalar>::initialise(Random& random) {
    m_tokenEmbedding.initialise(random, 1);
    m_stack.initialise(random);
    m_unembedding.initialise(random, 1 / std::sqrt(3.0 * static_cast<double>(this->config().width)));
}

template <typename Scalar>
EmbeddedTokens RecurrentModel<Scalar>::embedded(Tape<Scalar>& tape, const TokenRows& tokens) const {
    expects(tokens.texts() >= 1, "[recurrent model] needs a text");
    return {m_tokenEmbedding.matrix(tape), tokens.ids, tokens.texts()};
}

template <typename Scalar>
Outputs RecurrentModel<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    expects(batch.tokens.length <= this->config().context, "[recurrent model] the text must fit the context");
    RecurrentRun run;
    run.lengths = batch.tokens.lengths;
    Outputs outputs;
    outputs.hidden = m_stack(tape, embedded(tape, batch.tokens), run).hidden;
    outputs.logits = tape.named(m_unembedding(tape, outputs.hidden), Site::Logits);
    return outputs;
}

template <typename Scalar>
Memory<Scalar> RecurrentModel<Scalar>::begin(Tape<Scalar>&, const TokenRows&, std::int64_t texts) const {
    const ModelConfig& config = this->config();
    return freshMemory<Scalar>(m_stack.cell(), config.layers, texts, config.width);
}

template <typename Scalar>
Var RecurrentModel<Scalar>::advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const {
    expects(tokens.texts() == memory.texts && tokens.lengths.empty(), "[recurrent model] the memory is of other texts");
    RecurrentRun run;
    run.begin = recalledStates(tape, memory, m_stack);
    run.firstTime = memory.tokensRead;
    run.wantsEnd = true;
    const RecurrentResult result = m_stack(tape, embedded(tape, tokens), run);
    keepStates(tape, result.end, m_stack, memory);
    memory.tokensRead += tokens.length;
    return tape.named(m_unembedding(tape, result.hidden), Site::Logits);
}

template class RecurrentModel<float>;
template class RecurrentModel<double>;

}  // namespace attentarium
