#include "engine/models/bert.h"

#include <algorithm>

#include "engine/ops/dropout.h"
#include "engine/ops/gelu.h"
#include "engine/ops/select_tokens.h"
#include "engine/ops/tanh.h"

namespace attentarium {
namespace {

constexpr std::int64_t kSegments = 2;

template <typename Scalar>
std::optional<Linear<Scalar>> makePooler(ParameterSet<Scalar>& parameters, const ModelConfig& config) {
    if (config.classes == 0) return std::nullopt;
    return Linear<Scalar>(parameters, "pooler", config.width, config.width, Bias::With);
}

}  // namespace

template <typename Scalar>
Bert<Scalar>::Bert(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_places(this->parameters(), "position_embedding", config.positions, config.context, config.width,
               config.headWidth()),
      m_segmentEmbedding(this->parameters(), "segment_embedding", kSegments, config.width),
      m_embeddingNorm(this->parameters(), "embedding_norm", config.width, config.norm),
      m_blocks(this->parameters(), "", config.layers, blockSettings(config)),
      m_dense(this->parameters(), "masked_token_head.dense", config.width, config.width, Bias::With),
      m_denseNorm(this->parameters(), "masked_token_head.norm", config.width, config.norm),
      m_unembedding(this->parameters(), config, m_tokenEmbedding),
      m_pooler(makePooler(this->parameters(), config)),
      m_classifier(makeClassifier(this->parameters(), config)) {}

template <typename Scalar>
void Bert<Scalar>::initialise(Random& random) {
    const FreshWeights fresh = freshWeights(this->config());
    m_tokenEmbedding.initialise(random, embeddingDeviation(this->config()));
    m_places.initialise(random, fresh.deviation);
    m_segmentEmbedding.initialise(random, fresh.deviation);
    m_embeddingNorm.initialise();
    m_blocks.initialise(random, fresh);
    m_dense.initialise(random, fresh.deviation);
    m_denseNorm.initialise();
    m_unembedding.initialise(random, fresh.deviation);
    if (m_pooler) m_pooler->initialise(random, fresh.deviation);
    if (m_classifier) m_classifier->initialise(random, fresh.deviation);
}

template <typename Scalar>
Var Bert<Scalar>::input(Tape<Scalar>& tape, const Batch& batch) const {
    const TokenRows& tokens = batch.tokens;
    std::span<const int> segments = batch.segments;
    if (segments.empty()) {
        const auto zeros = tape.arena().template allocate<int>(tokens.ids.size());
        std::ranges::fill(zeros, 0);
        segments = zeros;
    }
    const Var rows =
        tape.named(m_segmentEmbedding(tape, segments, {tokens.texts(), tokens.length}), Site::SegmentEmbedding);
    const Var x = transformerInput(tape, this->config(), m_tokenEmbedding, m_places, tokens, 0, rows);
    const Scope scope(tape, "embedding_norm");
    return dropout(tape, m_embeddingNorm(tape, x));
}

template <typename Scalar>
Var Bert<Scalar>::maskedTokenLogits(Tape<Scalar>& tape, Var hidden) const {
    {
        const Scope head(tape, "masked_token_head");
        const Var dense = tape.named(m_dense(tape, hidden), Site::Hidden);
        hidden = tape.named(gelu(tape, dense), Site::Activated);
        const Scope norm(tape, "norm");
        hidden = m_denseNorm(tape, hidden);
    }
    return m_unembedding(tape, hidden);
}

template <typename Scalar>
Var Bert<Scalar>::classLogits(Tape<Scalar>& tape, Var hidden) const {
    const auto first = tape.arena().template allocate<int>(static_cast<std::size_t>(tape.shape(hidden)[0]));
    std::ranges::fill(first, 0);
    const Var dense = (*m_pooler)(tape, selectTokens(tape, hidden, first));
    const Var pooled = tape.named(tanh(tape, dense), Site::Pooled);
    return tape.named((*m_classifier)(tape, dropout(tape, pooled)), Site::ClassLogits);
}

template <typename Scalar>
Outputs Bert<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    const TokenRows& tokens = batch.tokens;
    Surroundings<Scalar> around;
    around.visibility = {.lengths = tokens.lengths};
    around.turns = m_places.turns(0, std::min(tokens.length, this->config().context));
    Outputs outputs;
    outputs.hidden = m_blocks(tape, input(tape, batch), around);
    outputs.logits = maskedTokenLogits(tape, outputs.hidden);
    if (m_classifier) outputs.classLogits = classLogits(tape, outputs.hidden);
    return outputs;
}

template class Bert<float>;
template class Bert<double>;

}  // namespace attentarium
