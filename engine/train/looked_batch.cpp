#include "engine/train/looked_batch.h"

#include <string>
#include <utility>

#include "engine/core/error.h"
#include "engine/core/random.h"

namespace attentarium {
namespace {

void demandFits(const std::vector<int>& tokens, std::int64_t context) {
    if (tokens.empty()) throw Error(ErrorKind::TextEmpty, {});
    if (static_cast<std::int64_t>(tokens.size()) <= context) return;
    throw Error(ErrorKind::TextTooLong, {.value = std::to_string(tokens.size()), .limit = std::to_string(context)});
}

TokenRows rowOf(const std::vector<int>& tokens) {
    return {tokens, static_cast<std::int64_t>(tokens.size()), {}};
}

/// Word vectors learn from the pairs of neighbours, which the text then holds as its targets.
WordPairs pairsOf(const ModelConfig& config, TracedText& text, std::uint64_t seed) {
    // How often words occur is known in training only; here all are as likely to be drawn.
    const NoiseWords even(std::vector<std::int64_t>(static_cast<std::size_t>(config.vocabulary), 1));
    Random random(seed);
    WordPairs pairs;
    collectPairs(config, rowOf(text.tokens), even, random, pairs);
    text.rows = pairs.rows;
    text.targets = pairs.targets;
    text.inPlace = pairs.rows.empty();
    return pairs;
}

}  // namespace

LookedBatch::LookedBatch(const ModelConfig& config, TracedText text, std::uint64_t seed)
    : m_text(std::move(text)), m_hasLabel(m_text.label >= 0 && config.classes > 0) {
    demandFits(m_text.tokens, config.context);
    const bool reads = kEncoderDecoders.contains(config.family);
    if (reads) demandFits(m_text.source, config.context);
    expects(reads || m_text.source.empty(), "[look] only an encoder–decoder reads a source");
    if (kWordVectors.contains(config.family)) m_pairs = pairsOf(config, m_text, seed);
}

TrainingBatch LookedBatch::view() const {
    return {.inputs = {.tokens = rowOf(m_text.tokens), .source = rowOf(m_text.source), .segments = m_text.segments},
            .targets = m_text.targets,
            .rows = m_pairs.rows,
            .candidates = m_pairs.candidates,
            .labels = {&m_text.label, m_hasLabel ? std::size_t{1} : 0}};
}

}  // namespace attentarium
