#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/bench_commands.h"
#include "app/cli/failure.h"
#include "app/cli/machine_speed.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "engine/core/demand.h"
#include "engine/decode/generator.h"
#include "engine/models/registry.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

// As many characters as the works of Shakespeare have.
constexpr std::int64_t kVocabulary = 65;

struct GenerateBench {
    ModelOptions model;
    std::int64_t tokens = 200;
    std::int64_t runs = 20;
    std::uint64_t seed = 1;
    bool reread = false;
    bool json = false;
};

/// One text, from its first token on.
void generateOnce(const Model<float>& model, std::span<const int> source, const GenerateBench& options) {
    const Recall recall = options.reread ? Recall::Rereading : Recall::Remembering;
    Generator generator(makeReader(model, source, recall), {0}, {}, options.seed);
    for (std::int64_t i = 0; i < options.tokens; ++i) generator.next();
}

void run(const GenerateBench& options) {
    ModelConfig config = options.model.chosen();
    if (config.family == Family::Ngram) throw UsageError("An n-gram model looks up counts; it has nothing to time.");
    if (!options.model.isTyped("--vocabulary")) config.vocabulary = kVocabulary;
    validate(config);
    demand("tokens", options.tokens, options.tokens >= 1 && options.tokens <= 1'000'000, "from 1 to 1000000");
    demand("runs", options.runs, options.runs >= 1 && options.runs <= 1'000'000, "from 1 to 1000000");
    const auto model = makeModel<float>(config);
    Random random(options.seed);
    model->initialise(random);
    const std::vector<int> source(kEncoderDecoders.contains(config.family) ? static_cast<std::size_t>(config.context)
                                                                           : 0);
    // The first run is not what the others cost.
    generateOnce(*model, source, options);
    std::vector<double> times(static_cast<std::size_t>(options.runs));
    for (double& spent : times) {
        const auto start = Clock::now();
        generateOnce(*model, source, options);
        spent = std::chrono::duration<double>(Clock::now() - start).count();
    }
    const double seconds = median(times);
    nlohmann::ordered_json figures;
    figures["ms_per_run"] = 1000 * seconds;
    figures["ms_per_token"] = 1000 * seconds / static_cast<double>(options.tokens);
    figures["tokens_per_s"] = static_cast<double>(options.tokens) / seconds;
    figures["peak_rss_mb"] = peakMegabytes();
    if (options.json) {
        std::cout << figures.dump() << '\n';
        return;
    }
    for (const auto& [name, value] : figures.items()) std::cout << name << ' ' << value.dump() << '\n';
}

}  // namespace

void addGenerateBench(CLI::App& bench, Run& chosen) {
    CLI::App* command =
        bench.add_subcommand("generate", "Times the continuation of one token by others, on one thread");
    const auto options = std::make_shared<GenerateBench>();
    options->model.addTo(*command, true);
    command->add_option("--tokens", options->tokens, "to generate in each run")->capture_default_str();
    command->add_option("--runs", options->runs, "runs to time, after a first one")->capture_default_str();
    command->add_flag("--reread", options->reread, "remember nothing: read everything again for each token");
    addSeedOption(*command, options->seed, "of the weights and the tokens");
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
