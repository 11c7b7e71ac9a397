#include "engine/train/random_batch.h"

#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

int below(Random& random, std::int64_t count) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
}

std::vector<int> drawn(Random& random, std::int64_t count, std::int64_t kinds) {
    std::vector<int> all;
    for (std::int64_t i = 0; i < count; ++i) all.push_back(below(random, kinds));
    return all;
}

std::vector<std::int64_t> drawnLengths(Random& random, std::int64_t texts, std::int64_t longest) {
    std::vector<std::int64_t> lengths{longest};
    while (static_cast<std::int64_t>(lengths.size()) < texts) lengths.push_back(1 + below(random, longest));
    return lengths;
}

}  // namespace

RandomBatch::RandomBatch(const ModelConfig& config, const Sizes& sizes, Random& random) : m_sizes(sizes) {
    const std::int64_t tokens = sizes.texts * sizes.length;
    ids = drawn(random, tokens, config.vocabulary);
    targets = drawn(random, tokens, config.vocabulary);
    if (targets.size() > 1) targets[1] = kNoTarget;
    if (config.family == Family::Bert) segments = drawn(random, tokens, 2);
    if (config.classes > 0) labels = drawn(random, sizes.texts, config.classes);
    if (kEncoderDecoders.contains(config.family)) {
        source = drawn(random, sizes.texts * sizes.sourceLength, config.vocabulary);
    }
    if (sizes.padded) lengths = drawnLengths(random, sizes.texts, sizes.length);
    if (kWordVectors.contains(config.family)) {
        const NoiseWords even(std::vector<std::int64_t>(static_cast<std::size_t>(config.vocabulary), 1));
        collectPairs(config, {ids, sizes.length, lengths}, even, random, pairs);
    }
    if (!sizes.padded) return;
    if (!source.empty()) sourceLengths = drawnLengths(random, sizes.texts, sizes.sourceLength);
    for (std::int64_t i = 0; i < tokens; ++i) {
        const bool isPadding = i % sizes.length >= lengths[static_cast<std::size_t>(i / sizes.length)];
        if (isPadding) targets[static_cast<std::size_t>(i)] = kNoTarget;
    }
}

TrainingBatch RandomBatch::view() const {
    const TokenRows tokens{ids, m_sizes.length, lengths};
    if (!pairs.targets.empty()) return pairs.batch(tokens);
    const TokenRows read = source.empty() ? TokenRows{} : TokenRows{source, m_sizes.sourceLength, sourceLengths};
    return {.inputs = {tokens, read, segments}, .targets = targets, .labels = labels};
}

}  // namespace attentarium
