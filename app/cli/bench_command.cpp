#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/memory_need.h"
#include "app/cli/model_options.h"
#include "app/cli/options.h"
#include "engine/core/allocations.h"
#include "engine/core/error.h"
#include "engine/core/matrix_product.h"
#include "engine/models/registry.h"
#include "engine/train/trainer.h"
#include "engine/train/window_sampler.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

// As many characters as the works of Shakespeare have.
constexpr std::int64_t kVocabulary = 65;

struct BenchOptions {
    ModelOptions model;
    std::int64_t batch = TrainingSettings().batch;
    std::int64_t steps = 40;
    std::uint64_t seed = 1;
    int threads = 1;
    bool json = false;
};

struct Figures {
    double millisecondsPerStep = 0;
    double tokensPerSecond = 0;
    double gflops = 0;
    double sgemmGflops = 0;
    double peakMegabytes = 0;
    double allocationsPerStep = 0;
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// The most memory this process has held so far, in MB; 0 where the system does not say.
double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    return 0;
}

/// Products of a typical size, one after the other on each thread: as fast as this machine multiplies.
double sgemmGflops(int threads) {
    constexpr std::int64_t kRows = 768, kDepth = 128, kColumns = 512;
    constexpr int kRepeats = 100, kRounds = 5;
    std::vector<double> rates;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> seconds(static_cast<std::size_t>(threads));
        const auto work = [&](std::size_t thread) {
            Tensor<float> left({kRows, kDepth}), right({kDepth, kColumns}), result({kRows, kColumns});
            const MatrixView<float> to{result.mutableView().data, kRows, kColumns, kColumns};
            const auto once = [&] {
                matrixProduct<float>({left.view().data, kRows, kDepth, kDepth},
                                     {right.view().data, kDepth, kColumns, kColumns}, to);
            };
            once();
            const auto start = Clock::now();
            for (int i = 0; i < kRepeats; ++i) once();
            seconds[thread] = std::chrono::duration<double>(Clock::now() - start).count();
        };
        {
            std::vector<std::jthread> workers;
            for (std::size_t i = 1; i < seconds.size(); ++i) workers.emplace_back(work, i);
            work(0);
        }
        double rate = 0;
        for (const double spent : seconds) rate += 2.0 * kRows * kDepth * kColumns * kRepeats / spent / 1e9;
        rates.push_back(rate);
    }
    return median(rates);
}

/// Forward and backward: 6 for each parameter and token, and 12 · layers · width · context for attention.
double flopsPerToken(const ModelConfig& config) {
    return 6 * static_cast<double>(parameterCount(config)) + 12 * static_cast<double>(config.layers) *
                                                                 static_cast<double>(config.width) *
                                                                 static_cast<double>(config.context);
}

Figures measure(const ModelConfig& config, const TrainingSettings& settings, int threads) {
    const auto model = makeModel<float>(config);
    Random random(settings.seed);
    model->initialise(random);
    std::vector<int> tokens(static_cast<std::size_t>(config.context + (1 << 16)));
    for (int& token : tokens) token = static_cast<int>(random.below(static_cast<std::uint64_t>(config.vocabulary)));
    Parallel parallel(threads);
    WindowSampler source(tokens, {}, settings.batch, config.context, settings.seed);
    Trainer trainer(*model, source, settings, parallel);
    // The first step asks for all the memory; it is not what the others cost.
    trainer.step();
    std::vector<double> seconds(static_cast<std::size_t>(settings.steps - 1));
    const std::int64_t allocated = allocationCount();
    for (double& spent : seconds) {
        const auto start = Clock::now();
        trainer.step();
        spent = std::chrono::duration<double>(Clock::now() - start).count();
    }
    Figures figures;
    figures.allocationsPerStep =
        static_cast<double>(allocationCount() - allocated) / static_cast<double>(seconds.size());
    const double typical = median(seconds);
    figures.millisecondsPerStep = 1000 * typical;
    figures.tokensPerSecond = static_cast<double>(settings.batch * config.context) / typical;
    figures.gflops = flopsPerToken(config) * figures.tokensPerSecond / 1e9;
    figures.peakMegabytes = peakMegabytes();
    return figures;
}

void print(const Figures& figures, bool json) {
    nlohmann::ordered_json all{
        {"ms_per_step", figures.millisecondsPerStep},
        {"tokens_per_s", figures.tokensPerSecond},
        {"gflops", figures.gflops},
        {"sgemm_gflops", figures.sgemmGflops},
        {"peak_rss_mb", figures.peakMegabytes},
        {"allocations_per_step", figures.allocationsPerStep},
    };
    // The sanitizers bring an allocator of their own, which nobody counts.
    if (!allocationsAreCounted()) all["allocations_per_step"] = nullptr;
    if (json) {
        std::cout << all.dump() << '\n';
        return;
    }
    for (const auto& [name, value] : all.items()) std::cout << name << ' ' << value.dump() << '\n';
}

void run(const BenchOptions& options) {
    validateThreads(options.threads);
    ModelConfig config = options.model.chosen();
    if (!options.model.isTyped("--vocabulary")) config.vocabulary = kVocabulary;
    validate(config);
    TrainingSettings settings{.batch = options.batch, .steps = options.steps, .seed = options.seed};
    validate(settings);
    ++settings.steps;
    demandMemory(config, settings);
    Figures figures = measure(config, settings, options.threads);
    figures.sgemmGflops = sgemmGflops(options.threads);
    print(figures, options.json);
}

}  // namespace

void addBenchCommand(CLI::App& app, Run& chosen) {
    CLI::App* bench = app.add_subcommand("bench", "Measures how fast this machine is");
    CLI::App* command = bench->add_subcommand("train", "Times training steps on random tokens");
    const auto options = std::make_shared<BenchOptions>();
    options->model.addTo(*command, true);
    command->add_option("--batch", options->batch, "texts in each step")->capture_default_str();
    command->add_option("--steps", options->steps, "steps to time, after a first one")->capture_default_str();
    addSeedOption(*command, options->seed, "of the weights and the tokens");
    addThreadsOption(*command, options->threads);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
