#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/bench_commands.h"
#include "app/cli/bench_pairs.h"
#include "app/cli/bench_source.h"
#include "app/cli/commands.h"
#include "app/cli/failure.h"
#include "app/cli/machine_speed.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "engine/core/allocations.h"
#include "engine/core/demand.h"
#include "engine/models/registry.h"
#include "engine/train/memory_need.h"
#include "engine/train/trainer.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

// As many different characters as the works of Shakespeare have, and words of a small corpus.
constexpr std::int64_t kCharacters = 65, kWords = 10'000;

struct BenchOptions {
    ModelOptions model;
    std::int64_t batch = TrainingSettings().batch;
    std::int64_t steps = 40;
    std::int64_t length = 0;        ///< 0: the context
    std::int64_t sourceLength = 0;  ///< 0: the context
    std::uint64_t seed = 1;
    int threads = 1;
    bool json = false;
};

using Figures = nlohmann::ordered_json;

/// Times `step` after a first call, which asks for all the memory and is not what the others cost.
template <typename Step>
double typicalSeconds(std::int64_t steps, Step&& step, Figures& figures) {
    step();
    std::vector<double> seconds(static_cast<std::size_t>(steps));
    const std::int64_t allocated = allocationCount();
    for (double& spent : seconds) {
        const auto start = Clock::now();
        step();
        spent = std::chrono::duration<double>(Clock::now() - start).count();
    }
    figures["allocations_per_step"] =
        static_cast<double>(allocationCount() - allocated) / static_cast<double>(seconds.size());
    // The sanitizers bring an allocator of their own, which nobody counts.
    if (!allocationsAreCounted()) figures["allocations_per_step"] = nullptr;
    return median(seconds);
}

/// Forward and backward for a token: 6 for each parameter, and 12 · layers · width · context for attention. Only for
/// families in which each parameter meets each token once.
std::optional<double> flopsPerToken(const ModelConfig& config, std::int64_t length) {
    const double parameters = 6 * static_cast<double>(parameterCount(config));
    if (kRecurrent.contains(config.family)) return parameters;
    if (config.family != Family::Gpt && config.family != Family::Bert) return std::nullopt;
    return parameters +
           12 * static_cast<double>(config.layers) * static_cast<double>(config.width) * static_cast<double>(length);
}

Figures measureSteps(const ModelConfig& config, const TrainingSettings& settings, const RandomBatch::Sizes& sizes,
                     int threads) {
    const auto model = makeModel<float>(config);
    Random random(settings.seed);
    model->initialise(random);
    Parallel parallel(threads);
    BenchSource source(config, sizes, random);
    Trainer trainer(*model, source, settings, parallel);
    Figures figures, counted;
    const double typical = typicalSeconds(
        settings.steps - 1, [&] { trainer.step(); }, counted);
    const double tokensPerSecond = static_cast<double>(sizes.texts * sizes.length) / typical;
    figures["ms_per_step"] = 1000 * typical;
    figures["tokens_per_s"] = tokensPerSecond;
    const auto flops = flopsPerToken(config, sizes.length);
    figures["gflops"] = flops ? Figures(*flops * tokensPerSecond / 1e9) : Figures(nullptr);
    figures["sgemm_gflops"] = nullptr;
    figures["peak_rss_mb"] = peakMegabytes();
    figures.update(counted);
    return figures;
}

void print(const Figures& figures, bool json) {
    if (json) {
        std::cout << figures.dump() << '\n';
        return;
    }
    for (const auto& [name, value] : figures.items()) std::cout << name << ' ' << value.dump() << '\n';
}

std::int64_t lengthFrom(const char* option, std::int64_t typed, std::int64_t context) {
    if (typed == 0) return context;
    demand(option, typed, typed >= 1 && typed <= context, "from 1 to the context, " + std::to_string(context));
    return typed;
}

void run(const BenchOptions& o) {
    validateThreads(o.threads);
    ModelConfig config = o.model.chosen();
    if (config.family == Family::Ngram) throw UsageError("An n-gram model counts; it has no training steps to time.");
    const bool inPairs = kWordVectors.contains(config.family) && config.negatives > 0;
    if (!o.model.isTyped("--vocabulary")) config.vocabulary = inPairs ? kWords : kCharacters;
    if (!o.model.isTyped("--context") && o.length > 0) config.context = std::max(o.length, o.sourceLength);
    validate(config);
    if (o.sourceLength != 0 && !kEncoderDecoders.contains(config.family)) {
        throw UsageError("--source-length is for seq2seq and transformer.");
    }
    const RandomBatch::Sizes sizes{.texts = o.batch,
                                   .length = lengthFrom("length", o.length, config.context),
                                   .sourceLength = lengthFrom("source-length", o.sourceLength, config.context)};
    TrainingSettings settings{.batch = o.batch, .steps = o.steps, .seed = o.seed};
    validate(settings);
    if (inPairs) return print(measurePairs(config, settings.steps, settings.seed), o.json);
    ++settings.steps;
    demandMemory(config, settings);
    Figures figures = measureSteps(config, settings, sizes, o.threads);
    figures["sgemm_gflops"] = sgemmGflops(o.threads);
    print(figures, o.json);
}

}  // namespace

void addBenchCommand(CLI::App& app, Run& chosen) {
    CLI::App* bench = app.add_subcommand("bench", "Measures how fast this machine is");
    CLI::App* command = bench->add_subcommand("train", "Times training steps on random tokens");
    const auto options = std::make_shared<BenchOptions>();
    options->model.addTo(*command, true);
    command->add_option("--length", options->length, "tokens of each text [the context]");
    command->add_option("--source-length", options->sourceLength, "tokens that an encoder–decoder reads [the context]");
    command->add_option("--batch", options->batch, "texts in each step")->capture_default_str();
    command->add_option("--steps", options->steps, "steps to time, after a first one")->capture_default_str();
    addSeedOption(*command, options->seed, "of the weights and the tokens");
    addThreadsOption(*command, options->threads);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
    addGenerateBench(*bench, chosen);
    addTokensBench(*bench, chosen);
}

}  // namespace attentarium::cli
