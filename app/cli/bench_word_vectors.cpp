#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/bench_commands.h"
#include "app/cli/options.h"
#include "engine/core/demand.h"
#include "engine/models/registry.h"
#include "engine/train/word_vector_trainer.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct WordVectorBench {
    ModelConfig config = defaultConfig(Family::SkipGram);
    bool cbow = false;
    std::int64_t tokens = 100'000;
    std::uint64_t seed = 1;
    bool json = false;
};

/// Words by Zipf's law: the r-th in proportion to 1 / r.
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

void run(WordVectorBench options) {
    options.config.family = options.cbow ? Family::Cbow : Family::SkipGram;
    validate(options.config);
    demand("negatives", options.config.negatives, options.config.negatives > 0, "1 or more");
    demand("tokens", options.tokens, options.tokens >= 1000 && options.tokens <= 100'000'000, "from 1000 to 100000000");
    const auto model = makeModel<float>(options.config);
    Random random(options.seed);
    model->initialise(random);
    const std::vector<int> text = zipfText(options.tokens, options.config.vocabulary, random);
    WordVectorTrainer trainer(*model, text, {}, {.passes = 2, .subsample = 0, .seed = options.seed});
    // The median of the steps, of which the first half warms up.
    std::vector<double> nanoseconds;
    while (!trainer.finished()) {
        const auto start = Clock::now();
        const std::int64_t pairs = trainer.step().pairs;
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        if (trainer.tokensDone() > options.tokens && pairs > 0) {
            nanoseconds.push_back(1e9 * seconds / static_cast<double>(pairs));
        }
    }
    std::ranges::sort(nanoseconds);
    const double typical = nanoseconds[nanoseconds.size() / 2];
    const nlohmann::ordered_json all{{"ns_per_pair", typical}, {"pairs_per_s", 1e9 / typical}};
    if (options.json) {
        std::cout << all.dump() << '\n';
        return;
    }
    for (const auto& [name, value] : all.items()) std::cout << name << ' ' << value.dump() << '\n';
}

}  // namespace

void addWordVectorBench(CLI::App& bench, Run& chosen) {
    CLI::App* command = bench.add_subcommand("word-vectors", "Times pairs of negative sampling on a made-up text");
    const auto options = std::make_shared<WordVectorBench>();
    options->config.vocabulary = 10'000;
    options->config.window = 5;
    command->add_flag("--cbow", options->cbow, "from the neighbours to the word instead of the other way round");
    command->add_option("--width", options->config.width, "numbers in each vector")->capture_default_str();
    command->add_option("--negatives", options->config.negatives, "words drawn against each true one")
        ->capture_default_str();
    command->add_option("--window", options->config.window, "words on each side")->capture_default_str();
    command->add_option("--vocabulary", options->config.vocabulary, "words, as frequent as Zipf's law says")
        ->capture_default_str();
    command->add_option("--tokens", options->tokens, "of the text, which is read twice")->capture_default_str();
    addSeedOption(*command, options->seed, "of the vectors and the text");
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
