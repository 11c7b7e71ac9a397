#include "engine/models/mlp_lm.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/add.h"
#include "engine/ops/dropout.h"
#include "engine/ops/recent_words.h"
#include "engine/ops/tanh.h"

namespace attentarium {

template <typename Scalar>
MlpLm<Scalar>::MlpLm(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_hidden(this->parameters(), "hidden", config.window * config.width, config.hidden, Bias::With),
      m_unembedding(this->parameters(), "unembedding", config.hidden, config.vocabulary, Bias::With),
      m_direct(config.direct
                   ? std::make_unique<Linear<Scalar>>(this->parameters(), "direct", config.window * config.width,
                                                      config.vocabulary, Bias::Without)
                   : nullptr) {}

template <typename Scalar>
void MlpLm<Scalar>::initialise(Random& random) {
    // Sums of as many products keep the size of what goes in; the first guess of the next word is an even one.
    const ModelConfig& config = this->config();
    m_tokenEmbedding.initialise(random, 1);
    m_hidden.initialise(random, 1 / std::sqrt(static_cast<double>(config.window * config.width)));
    m_unembedding.initialise(random, 0.1 / std::sqrt(static_cast<double>(config.hidden)));
    if (m_direct) m_direct->initialise(random, 0.1 / std::sqrt(static_cast<double>(config.window * config.width)));
}

template <typename Scalar>
Outputs MlpLm<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    const TokenRows& tokens = batch.tokens;
    expects(tokens.length >= 1 && tokens.length <= this->config().context, "[mlp-lm] the text must fit the context");
    const Var words =
        tape.named(m_tokenEmbedding(tape, tokens.ids, {tokens.texts(), tokens.length}), Site::TokenEmbedding);
    const Var x = tape.named(recentWords(tape, words, this->config().window), Site::RecentWords);
    const Var sum = tape.named(m_hidden(tape, x), Site::Hidden);
    const Var hidden = tape.named(tanh(tape, sum), Site::Activated);
    const Var kept = dropout(tape, hidden);
    if (!m_direct) return {hidden, tape.named(m_unembedding(tape, kept), Site::Logits), {}};
    const Var fromHidden = tape.named(m_unembedding(tape, kept), Site::HiddenLogits);
    const Var direct = tape.named((*m_direct)(tape, x), Site::DirectLogits);
    return {hidden, tape.named(add(tape, fromHidden, direct), Site::Logits), {}};
}

template class MlpLm<float>;
template class MlpLm<double>;

}  // namespace attentarium
