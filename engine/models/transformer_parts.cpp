#include "engine/models/transformer_parts.h"

#include <algorithm>
#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/add.h"
#include "engine/ops/scale.h"

namespace attentarium {
namespace {

constexpr double kDeviation = 0.02;
constexpr std::int64_t kFirstRoom = 32;

bool isScaled(const ModelConfig& config) {
    return config.family == Family::Transformer || config.positions == Positions::Sinusoidal;
}

/// Makes room in [texts, capacity, width] for `more` tokens after those read, doubling it up to `most`.
template <typename Scalar>
void makeRoom(Tensor<Scalar>& kept, std::int64_t read, std::int64_t more, std::int64_t most) {
    const Shape shape = kept.shape();
    if (read + more <= shape[1]) return;
    const std::int64_t room = std::min(most, std::max(read + more, 2 * shape[1]));
    Tensor<Scalar> larger({shape[0], room, shape[2]});
    Scalar* to = larger.mutableView().data;
    for (std::int64_t text = 0; text < shape[0]; ++text) {
        std::copy_n(kept.view().data + text * shape[1] * shape[2], read * shape[2], to + text * room * shape[2]);
    }
    kept = std::move(larger);
}

}  // namespace

BlockSettings blockSettings(const ModelConfig& config, CrossAttention cross) {
    return {.width = config.width,
            .hidden = config.hiddenWidth(),
            .heads = config.heads,
            .keyValueHeads = config.keyValueHeads,
            .alibi = config.positions == Positions::Alibi,
            .norm = config.norm,
            .normPlace = config.normPlace,
            .activation = config.activation,
            .cross = cross};
}

double embeddingScale(const ModelConfig& config) {
    return isScaled(config) ? std::sqrt(static_cast<double>(config.width)) : 1;
}

double embeddingDeviation(const ModelConfig& config) {
    return isScaled(config) ? 1 / std::sqrt(static_cast<double>(config.width)) : kDeviation;
}

FreshWeights freshWeights(const ModelConfig& config) {
    if (config.family == Family::Transformer) {
        const double deviation = 1 / std::sqrt(static_cast<double>(config.width));
        return {deviation, deviation / 2};
    }
    return {kDeviation, kDeviation / std::sqrt(2.0 * static_cast<double>(config.layers))};
}

template <typename Scalar>
Var transformerInput(Tape<Scalar>& tape, const ModelConfig& config, const EmbeddingTable<Scalar>& embedding,
                     const TokenPlaces<Scalar>& places, const TokenRows& tokens, std::int64_t before, Var segments) {
    expects(tokens.length >= 1 && before + tokens.length <= config.context,
            "[transformer input] the text must fit the context");
    Var x = tape.named(embedding(tape, tokens.ids, {tokens.texts(), tokens.length}), Site::TokenEmbedding);
    if (isScaled(config)) x = tape.named(scale(tape, x, embeddingScale(config)), Site::ScaledEmbedding);
    const Var rows = places.rows(tape, before, tokens.length);
    if (rows) x = add(tape, x, rows);
    if (segments) x = add(tape, x, segments);
    if (rows || segments) tape.named(x, Site::Input);
    return x;
}

template <typename Scalar>
Unembedding<Scalar>::Unembedding(ParameterSet<Scalar>& parameters, const ModelConfig& config,
                                 const EmbeddingTable<Scalar>& embedding)
    : m_embedding(&embedding) {
    if (!config.tied) m_own.emplace(parameters, "unembedding", config.width, config.vocabulary, Bias::Without);
}

template <typename Scalar>
void Unembedding<Scalar>::initialise(Random& random, double deviation) {
    if (m_own) m_own->initialise(random, deviation);
}

template <typename Scalar>
Var Unembedding<Scalar>::operator()(Tape<Scalar>& tape, Var hidden) const {
    return tape.named(m_own ? (*m_own)(tape, hidden) : m_embedding->unembed(tape, hidden), Site::Logits);
}

template <typename Scalar>
std::optional<Linear<Scalar>> makeClassifier(ParameterSet<Scalar>& parameters, const ModelConfig& config) {
    if (config.classes == 0) return std::nullopt;
    return Linear<Scalar>(parameters, "classifier", config.width, config.classes, Bias::With);
}

template <typename Scalar>
Memory<Scalar> emptyMemory(const ModelConfig& config, std::int64_t texts) {
    Memory<Scalar> memory{.texts = texts, .tokensRead = 0, .tensors = {}, .sourceLengths = {}};
    const std::int64_t heads = config.keyValueHeads == 0 ? config.heads : config.keyValueHeads;
    const Shape shape{texts, std::min(config.context, kFirstRoom), heads * config.headWidth()};
    for (std::int64_t i = 0; i < 2 * config.layers; ++i) memory.tensors.emplace_back(shape);
    return memory;
}

template <typename Scalar>
std::span<BlockMemory<Scalar>> blockMemories(Tape<Scalar>& tape, const ModelConfig& config, Memory<Scalar>& memory,
                                             std::int64_t more) {
    const auto blocks = tape.arena().template allocate<BlockMemory<Scalar>>(static_cast<std::size_t>(config.layers));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (const std::size_t part : {2 * i, 2 * i + 1}) {
            makeRoom(memory.tensors[part], memory.tokensRead, more, config.context);
        }
        ::new (&blocks[i])
            BlockMemory<Scalar>{{memory.tensors[2 * i].mutableView(), memory.tensors[2 * i + 1].mutableView()}, {}};
    }
    return blocks;
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                       \
    template Var transformerInput(Tape<Scalar>&, const ModelConfig&, const EmbeddingTable<Scalar>&,           \
                                  const TokenPlaces<Scalar>&, const TokenRows&, std::int64_t, Var);           \
    template class Unembedding<Scalar>;                                                                       \
    template std::optional<Linear<Scalar>> makeClassifier(ParameterSet<Scalar>&, const ModelConfig&);         \
    template Memory<Scalar> emptyMemory(const ModelConfig&, std::int64_t);                                    \
    template std::span<BlockMemory<Scalar>> blockMemories(Tape<Scalar>&, const ModelConfig&, Memory<Scalar>&, \
                                                          std::int64_t);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
