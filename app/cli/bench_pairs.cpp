#include "app/cli/bench_pairs.h"

#include <algorithm>
#include <chrono>

#include "app/cli/machine_speed.h"
#include "engine/models/registry.h"
#include "engine/train/word_vector_trainer.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// The r-th word in proportion to 1 / r.
std::vector<int> zipfText(std::int64_t count, std::int64_t vocabulary, Random& random) {
    std::vector<double> reached;
    for (std::int64_t rank = 1; rank <= vocabulary; ++rank) {
        reached.push_back((reached.empty() ? 0 : reached.back()) + 1 / static_cast<double>(rank));
    }
    std::vector<int> text;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto place = std::ranges::lower_bound(reached, random.uniform() * reached.back());
        text.push_back(static_cast<int>(place - reached.begin()));
    }
    return text;
}

}  // namespace

nlohmann::ordered_json measurePairs(const ModelConfig& config, std::int64_t steps, std::uint64_t seed) {
    constexpr std::int64_t kTokens = 100'000, kEndless = 1'000'000;
    const auto model = makeModel<float>(config);
    Random random(seed);
    model->initialise(random);
    const std::vector<int> text = zipfText(kTokens, config.vocabulary, random);
    WordVectorTrainer trainer(*model, text, {}, {.passes = kEndless, .subsample = 0, .seed = seed});
    trainer.step();
    std::vector<double> nanoseconds;
    for (std::int64_t i = 0; i < steps; ++i) {
        const auto start = Clock::now();
        const std::int64_t pairs = trainer.step().pairs;
        const double spent = std::chrono::duration<double>(Clock::now() - start).count();
        if (pairs > 0) nanoseconds.push_back(1e9 * spent / static_cast<double>(pairs));
    }
    const double typical = nanoseconds.empty() ? 0 : median(nanoseconds);
    return {{"ns_per_pair", typical}, {"pairs_per_s", 1e9 / typical}, {"peak_rss_mb", peakMegabytes()}};
}

}  // namespace attentarium::cli
