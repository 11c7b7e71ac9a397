#include "engine/models/seq2seq.h"

#include <algorithm>
#include <cmath>

#include "engine/models/recurrent_memory.h"
#include "engine/ops/dropout.h"
#include "engine/ops/join_features.h"
#include "engine/ops/select_time.h"
#include "engine/ops/stack_times.h"
#include "engine/ops/tanh.h"

namespace attentarium {

template <typename Scalar>
Seq2Seq<Scalar>::Seq2Seq(const ModelConfig& config)
    : Model<Scalar>(config),
      m_sourceEmbedding(this->parameters(), "encoder.token_embedding", config.vocabulary, config.width),
      m_tokenEmbedding(this->parameters(), "decoder.token_embedding", config.vocabulary, config.width),
      m_decoder(this->parameters(), "decoder.", config.cell,
                config.alignment == Alignment::Additive ? 2 * config.width : config.width, config.width, config.layers),
      m_unembedding(this->parameters(), "unembedding", config.width, config.vocabulary, Bias::With) {
    ParameterSet<Scalar>& parameters = this->parameters();
    const std::int64_t width = config.width;
    if (config.bidirectional) {
        m_bothWays.emplace(parameters, "encoder.", config.cell, width, config.layers);
        for (std::int64_t i = 0; i < config.layers; ++i) {
            const std::string name = "bridge." + std::to_string(i);
            Bridge& bridge = m_bridges.emplace_back(
                Bridge{Linear<Scalar>(parameters, name + ".hidden", 2 * width, width, Bias::With), {}});
            if (hasCellState(config.cell))
                bridge.cell.emplace(parameters, name + ".cell", 2 * width, width, Bias::With);
        }
    } else {
        m_encoder.emplace(parameters, "encoder.", config.cell, width, width, config.layers);
    }
    if (config.alignment == Alignment::None) return;
    if (config.bidirectional) {
        m_projection.emplace(parameters, "encoder.projection", 2 * width, width, Bias::With);
    }
    m_attention.emplace(parameters, "decoder.alignment", config.alignment, width);
    m_combination.emplace(parameters, "decoder.combination", 2 * width, width, Bias::With);
}

template <typename Scalar>
void Seq2Seq<Scalar>::initialise(Random& random) {
    // As widely spread as PyTorch's uniform weights of a matrix with so many rows.
    const auto deviation = [](std::int64_t rows) { return 1 / std::sqrt(3.0 * static_cast<double>(rows)); };
    const std::int64_t width = this->config().width;
    m_sourceEmbedding.initialise(random, 1);
    m_tokenEmbedding.initialise(random, 1);
    if (m_encoder) m_encoder->initialise(random);
    if (m_bothWays) m_bothWays->initialise(random);
    if (m_projection) m_projection->initialise(random, deviation(2 * width));
    for (Bridge& bridge : m_bridges) {
        bridge.hidden.initialise(random, deviation(2 * width));
        if (bridge.cell) bridge.cell->initialise(random, deviation(2 * width));
    }
    m_decoder.initialise(random);
    if (m_attention) m_attention->initialise(random);
    if (m_combination) m_combination->initialise(random, deviation(2 * width));
    m_unembedding.initialise(random, deviation(width));
}

template <typename Scalar>
typename Seq2Seq<Scalar>::Encoded Seq2Seq<Scalar>::encode(Tape<Scalar>& tape, const TokenRows& source) const {
    expects(source.texts() >= 1 && source.length <= this->config().context,
            "[seq2seq] the source must fit the context");
    Encoded encoded;
    Var states;
    {
        const Scope scope(tape, "encoder");
        const EmbeddedTokens x{m_sourceEmbedding.matrix(tape), source.ids, source.texts()};
        RecurrentRun run;
        run.lengths = source.lengths;
        run.wantsEnd = true;
        const RecurrentResult read = m_encoder ? (*m_encoder)(tape, x, run) : (*m_bothWays)(tape, x, run);
        encoded.start = read.end;
        states = m_projection ? tape.named((*m_projection)(tape, read.hidden), Site::EncoderStates) : read.hidden;
    }
    const Scope scope(tape, "decoder");
    if (!m_bridges.empty()) encoded.start = bridged(tape, encoded.start);
    if (m_attention) encoded.source = {states, m_attention->keys(tape, states), source.lengths};
    return encoded;
}

template <typename Scalar>
LayerStates Seq2Seq<Scalar>::bridged(Tape<Scalar>& tape, LayerStates states) const {
    for (std::size_t i = 0; i < m_bridges.size(); ++i) {
        const Scope scope(tape, "layers", static_cast<int>(i));
        states[i].hidden = tape.named(m_bridges[i].hidden(tape, states[i].hidden), Site::StartHidden);
        if (m_bridges[i].cell) {
            states[i].cell = tape.named((*m_bridges[i].cell)(tape, states[i].cell), Site::StartCell);
        }
    }
    return states;
}

template <typename Scalar>
typename Seq2Seq<Scalar>::Decoded Seq2Seq<Scalar>::decode(Tape<Scalar>& tape, const TokenRows& tokens,
                                                          const Encoded& encoded, std::int64_t before,
                                                          bool wantsEnd) const {
    const Scope scope(tape, "decoder");
    RecurrentRun run;
    run.lengths = tokens.lengths;
    run.begin = encoded.start;
    run.firstTime = before;
    run.wantsEnd = wantsEnd;
    if (this->config().alignment == Alignment::Additive) return decodeStepByStep(tape, tokens, encoded, run);
    const RecurrentResult told =
        m_decoder(tape, EmbeddedTokens{m_tokenEmbedding.matrix(tape), tokens.ids, tokens.texts()}, run);
    if (!m_attention) return {told.hidden, told.end};
    const Var context = (*m_attention)(tape, told.hidden, encoded.source);
    return {attentionalState(tape, context, told.hidden), told.end};
}

// Each step reads what the one before looked for, so there is no op for all of them.
template <typename Scalar>
typename Seq2Seq<Scalar>::Decoded Seq2Seq<Scalar>::decodeStepByStep(Tape<Scalar>& tape, const TokenRows& tokens,
                                                                    const Encoded& encoded, RecurrentRun run) const {
    const Var embedded =
        tape.named(m_tokenEmbedding(tape, tokens.ids, {tokens.texts(), tokens.length}), Site::TokenEmbedding);
    const std::int64_t length = tokens.length, first = run.firstTime;
    const auto states = tape.arena().template allocate<Var>(static_cast<std::size_t>(length));
    const auto contexts = tape.arena().template allocate<Var>(static_cast<std::size_t>(length));
    run.lengths = {};
    run.wantsEnd = true;
    for (std::int64_t time = 0; time < length; ++time) {
        run.firstTime = first + time;
        const Var before = run.begin[m_decoder.layers() - 1].hidden;
        const Var context = m_attention->lookBack(tape, before, encoded.source, run.firstTime);
        const RecurrentResult told = m_decoder(tape, joinedInput(tape, embedded, context, time, run.firstTime), run);
        run.begin = told.end;
        states[static_cast<std::size_t>(time)] = told.hidden;
        contexts[static_cast<std::size_t>(time)] = context;
    }
    const Var allStates = tape.named(stackTimes<Scalar>(tape, states), Site::HiddenStates);
    const Var allContexts = tape.named(stackTimes<Scalar>(tape, contexts), Site::ContextVector);
    return {attentionalState(tape, allContexts, allStates), run.begin};
}

template <typename Scalar>
Var Seq2Seq<Scalar>::joinedInput(Tape<Scalar>& tape, Var embedded, Var context, std::int64_t time,
                                 std::int64_t number) const {
    const Scope scope(tape, "t", static_cast<int>(number));
    const Var word = tape.named(selectTime(tape, embedded, time), Site::StepInput);
    return tape.named(joinFeatures(tape, word, context), Site::DecoderInput);
}

template <typename Scalar>
Var Seq2Seq<Scalar>::attentionalState(Tape<Scalar>& tape, Var context, Var states) const {
    const Var both = tape.named(joinFeatures(tape, context, states), Site::ContextAndState);
    const Var sum = tape.named((*m_combination)(tape, both), Site::AttentionalSum);
    return tape.named(tanh(tape, sum), Site::AttentionalState);
}

template <typename Scalar>
Var Seq2Seq<Scalar>::logits(Tape<Scalar>& tape, Var hidden) const {
    return tape.named(m_unembedding(tape, hidden), Site::Logits);
}

template <typename Scalar>
Outputs Seq2Seq<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    expects(batch.texts() >= 1 && batch.source.texts() == batch.texts(), "[seq2seq] needs a source for each text");
    expects(batch.tokens.length <= this->config().context, "[seq2seq] the text must fit the context");
    Outputs outputs;
    outputs.hidden = decode(tape, batch.tokens, encode(tape, batch.source), 0, false).hidden;
    outputs.logits = logits(tape, outputs.hidden);
    return outputs;
}

template <typename Scalar>
Memory<Scalar> Seq2Seq<Scalar>::begin(Tape<Scalar>& tape, const TokenRows& source, std::int64_t texts) const {
    expects(source.texts() == texts, "[seq2seq] needs a source for each text");
    const ModelConfig& config = this->config();
    Memory<Scalar> memory = freshMemory<Scalar>(config.cell, config.layers, texts, config.width);
    memory.sourceLengths.assign(source.lengths.begin(), source.lengths.end());
    const Encoded encoded = encode(tape, source);
    keepStates(tape, encoded.start, m_decoder, memory);
    if (!m_attention) return memory;
    const auto keep = [&](Var states) {
        Tensor<Scalar>& kept = memory.tensors.emplace_back(tape.shape(states));
        std::ranges::copy(tape.value(states).span(), kept.mutableView().data);
    };
    keep(encoded.source.states);
    if (config.alignment == Alignment::Additive) keep(encoded.source.keys);
    return memory;
}

template <typename Scalar>
Var Seq2Seq<Scalar>::advance(Tape<Scalar>& tape, Memory<Scalar>& memory, const TokenRows& tokens) const {
    expects(tokens.texts() == memory.texts && tokens.lengths.empty(), "[seq2seq] the memory is of other texts");
    Encoded encoded;
    {
        const Scope scope(tape, "decoder");
        encoded.start = recalledStates(tape, memory, m_decoder);
        if (m_attention) {
            const std::size_t kept = m_decoder.layers() * (hasCellState(m_decoder.cell()) ? 2 : 1);
            encoded.source.states = tape.named(recalled(tape, memory.tensors[kept]), Site::EncoderStates);
            encoded.source.keys = encoded.source.states;
            if (memory.tensors.size() > kept + 1) {
                const Scope alignment(tape, "alignment");
                encoded.source.keys = tape.named(recalled(tape, memory.tensors[kept + 1]), Site::Key);
            }
            encoded.source.lengths = memory.sourceLengths;
        }
    }
    const Decoded decoded = decode(tape, tokens, encoded, memory.tokensRead, true);
    keepStates(tape, decoded.end, m_decoder, memory);
    memory.tokensRead += tokens.length;
    return logits(tape, decoded.hidden);
}

template class Seq2Seq<float>;
template class Seq2Seq<double>;

}  // namespace attentarium
