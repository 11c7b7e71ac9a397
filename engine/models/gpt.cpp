#include "engine/models/gpt.h"

#include <cmath>
#include <numeric>

#include "engine/core/error.h"
#include "engine/ops/add.h"

namespace attentarium {
namespace {

// As in GPT-2: small weights, and smaller ones where a block adds to the residual stream.
constexpr double kDeviation = 0.02;

template <typename Block, typename Scalar>
std::vector<Block> makeBlocks(ParameterSet<Scalar>& parameters, const ModelConfig& config) {
    std::vector<Block> blocks;
    for (std::int64_t i = 0; i < config.layers; ++i) {
        blocks.emplace_back(parameters, "blocks." + std::to_string(i), config);
    }
    return blocks;
}

}  // namespace

template <typename Scalar>
Gpt<Scalar>::Block::Block(ParameterSet<Scalar>& parameters, const std::string& name, const ModelConfig& config)
    : attentionNorm(parameters, name + ".attention_norm", config.width),
      attention(parameters, name + ".attention", config.width, config.heads),
      feedForwardNorm(parameters, name + ".feed_forward_norm", config.width),
      feedForward(parameters, name + ".feed_forward", config.width, config.hiddenWidth()) {}

template <typename Scalar>
Gpt<Scalar>::Gpt(const ModelConfig& config)
    : Model<Scalar>(config),
      m_tokenEmbedding(this->parameters(), "token_embedding", config.vocabulary, config.width),
      m_positionEmbedding(this->parameters(), "position_embedding", config.context, config.width),
      m_blocks(makeBlocks<Block>(this->parameters(), config)),
      m_finalNorm(this->parameters(), "final_norm", config.width),
      m_unembedding(config.tied ? nullptr
                                : std::make_unique<Linear<Scalar>>(this->parameters(), "unembedding", config.width,
                                                                   config.vocabulary, Bias::Without)),
      m_places(static_cast<std::size_t>(config.context)) {
    std::iota(m_places.begin(), m_places.end(), 0);
}

template <typename Scalar>
void Gpt<Scalar>::initialise(Random& random) {
    const double residualDeviation = kDeviation / std::sqrt(2.0 * static_cast<double>(m_blocks.size()));
    m_tokenEmbedding.initialise(random, kDeviation);
    m_positionEmbedding.initialise(random, kDeviation);
    for (Block& block : m_blocks) {
        block.attentionNorm.initialise();
        block.attention.initialise(random, kDeviation, residualDeviation);
        block.feedForwardNorm.initialise();
        block.feedForward.initialise(random, kDeviation, residualDeviation);
    }
    m_finalNorm.initialise();
    if (m_unembedding) m_unembedding->initialise(random, kDeviation);
}

template <typename Scalar>
Var Gpt<Scalar>::Block::operator()(Tape<Scalar>& tape, Var x) const {
    const auto within = [&](std::string_view name, const auto& part, Var input) {
        const Scope scope(tape, name);
        return part(tape, input);
    };
    const Var attended = within("attention", attention, within("attention_norm", attentionNorm, x));
    const Var middle = tape.named(add(tape, x, attended), Site::AttentionResidual);
    const Var fed = within("feed_forward", feedForward, within("feed_forward_norm", feedForwardNorm, middle));
    return tape.named(add(tape, middle, fed), Site::FeedForwardResidual);
}

template <typename Scalar>
Var Gpt<Scalar>::input(Tape<Scalar>& tape, const TokenRows& tokens) const {
    const Var words =
        tape.named(m_tokenEmbedding(tape, tokens.ids, {tokens.texts(), tokens.length}), Site::TokenEmbedding);
    const std::span<const int> places(m_places.data(), static_cast<std::size_t>(tokens.length));
    const Var positions = tape.named(m_positionEmbedding(tape, places, {tokens.length}), Site::PositionEmbedding);
    return tape.named(add(tape, words, positions), Site::Input);
}

template <typename Scalar>
Outputs Gpt<Scalar>::run(Tape<Scalar>& tape, const Batch& batch) const {
    const TokenRows& tokens = batch.tokens;
    expects(tokens.length >= 1 && tokens.length <= this->config().context, "[gpt] the text must fit the context");
    Var x = input(tape, tokens);
    int number = 0;
    for (const Block& block : m_blocks) {
        const Scope scope(tape, "blocks", number++);
        x = block(tape, x);
    }
    {
        const Scope scope(tape, "final_norm");
        x = m_finalNorm(tape, x);
    }
    const Var logits = m_unembedding ? (*m_unembedding)(tape, x) : m_tokenEmbedding.unembed(tape, x);
    return {.hidden = x, .logits = tape.named(logits, Site::Logits), .classLogits = {}};
}

template class Gpt<float>;
template class Gpt<double>;

}  // namespace attentarium
