#include "engine/models/word_vectors.h"

#include "engine/core/error.h"
#include "engine/ops/context_mean.h"
#include "engine/ops/negative_sampling.h"

namespace attentarium {

template <typename Scalar>
WordVectors<Scalar>::WordVectors(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_outputEmbedding(this->parameters(), "output_embedding", config.vocabulary, config.width) {}

template <typename Scalar>
void WordVectors<Scalar>::initialise(Random& random) {
    // As in the authors' program: uniform in ±1 / (2 · width), and zeros where words are predicted.
    const auto width = static_cast<double>(this->config().width);
    for (Scalar& cell : this->parameters()[0].value.mutableView().span()) {
        cell = static_cast<Scalar>((random.uniform() - 0.5) / width);
    }
    fillConstant(this->parameters()[1], 0);
}

template <typename Scalar>
Outputs WordVectors<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    const TokenRows& tokens = batch.tokens;
    expects(tokens.length >= 1 && tokens.length <= this->config().context,
            "[word_vectors] the text must fit the context");
    Var hidden = tape.named(m_tokenEmbedding(tape, tokens.ids, {tokens.texts(), tokens.length}), Site::TokenEmbedding);
    if (this->config().family == Family::Cbow) {
        hidden = tape.named(contextMean(tape, hidden, this->config().window, tokens.lengths), Site::ContextMean);
    }
    const Var logits = tape.named(m_outputEmbedding.unembed(tape, hidden), Site::Logits);
    return {.hidden = hidden, .logits = logits, .classLogits = {}};
}

template <typename Scalar>
Var WordVectors<Scalar>::sampledLosses(Tape<Scalar>& tape, Var hidden, std::span<const int> candidates) const {
    return negativeSampling(tape, hidden, tape.parameter(this->parameters()[1]), candidates);
}

template class WordVectors<float>;
template class WordVectors<double>;

}  // namespace attentarium
