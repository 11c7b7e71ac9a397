#include <filesystem>
#include <memory>
#include <sstream>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/failure.h"
#include "app/cli/memory_need.h"
#include "app/cli/options.h"
#include "app/cli/training_run.h"
#include "engine/core/error.h"
#include "engine/io/atomic_folder.h"
#include "engine/models/registry.h"

namespace attentarium::cli {
namespace {

struct TrainOptions {
    ModelOptions model;
    TrainingSettings settings;
    double finalRate = 0;
    std::string corpus = kSmallWorld;
    std::string language = "en";
    std::string tokenizer;
    std::int64_t stories = CorpusSource().stories;
    int threads = 1;
    std::int64_t stopAt = 0;
    bool resume = false;
    std::string out = "checkpoint";
    bool json = false;
};

void addOptions(CLI::App& command, TrainOptions& o) {
    addModelOptions(command, o.model);
    const auto add = [&](const char* name, auto& value, const char* text) {
        return command.add_option(name, value, text)->capture_default_str();
    };
    add("--batch", o.settings.batch, "texts in each step");
    add("--steps", o.settings.steps, "steps in all; they fix the schedule of the rate");
    add("--lr", o.settings.peakRate, "highest learning rate");
    command.add_option("--final-lr", o.finalRate, "learning rate at the end [a tenth of --lr]");
    add("--warmup", o.settings.warmup, "steps over which the rate rises");
    add("--weight-decay", o.settings.weightDecay, "on matrices only");
    add("--clip", o.settings.clip, "largest norm of the gradient");
    add("--beta1", o.settings.beta1, "AdamW: share of the old mean gradient");
    add("--beta2", o.settings.beta2, "AdamW: share of the old mean square");
    addSeedOption(command, o.settings.seed, "of the weights, the batches and the small world");
    add("--corpus", o.corpus, "UTF-8 file, or small-world");
    add("--language", o.language, "en or zh");
    command.add_option("--tokenizer", o.tokenizer, "char or word [word for small-world, else char]");
    add("--stories", o.stories, "size of the small world");
    addThreadsOption(command, o.threads);
    command.add_option("--stop-at", o.stopAt, "save and end after this step of all");
    command.add_flag("--resume", o.resume, "go on from the checkpoint in --out; what else is given must agree with it");
    add("--out", o.out, "folder of the checkpoint");
    addJsonFlag(command, o.json);
}

/// Refuses a setting that was typed and is not the checkpoint's.
template <typename Value>
void agree(const CLI::App& command, const char* option, const Value& typed, const Value& stored) {
    if (command.count(option) == 0 || typed == stored) return;
    std::ostringstream value, limit;
    value << typed;
    limit << stored << ", as in the checkpoint";
    throw Error(ErrorKind::OptionOutOfRange, {.name = option, .value = value.str(), .limit = limit.str()});
}

void demandAgreement(const CLI::App& command, const TrainOptions& o, const Checkpoint& c) {
    const ModelConfig& m = c.model->config();
    const TrainingSettings& s = c.settings;
    agree(command, "--model", o.model.family, std::string(nameOf(m.family)));
    agree(command, "--layers", o.model.config.layers, m.layers);
    agree(command, "--heads", o.model.config.heads, m.heads);
    agree(command, "--width", o.model.config.width, m.width);
    agree(command, "--context", o.model.config.context, m.context);
    agree(command, "--tie", o.model.config.tied, m.tied);
    agree(command, "--batch", o.settings.batch, s.batch);
    agree(command, "--steps", o.settings.steps, s.steps);
    agree(command, "--lr", o.settings.peakRate, s.peakRate);
    agree(command, "--final-lr", o.finalRate, s.finalRate);
    agree(command, "--warmup", o.settings.warmup, s.warmup);
    agree(command, "--weight-decay", o.settings.weightDecay, s.weightDecay);
    agree(command, "--clip", o.settings.clip, s.clip);
    agree(command, "--beta1", o.settings.beta1, s.beta1);
    agree(command, "--beta2", o.settings.beta2, s.beta2);
    agree(command, "--seed", o.settings.seed, s.seed);
    if (command.count("--language")) {
        agree(command, "--language", std::string(languageName(languageFrom(o.language))),
              std::string(languageName(c.language)));
    }
    agree(command, "--tokenizer", o.tokenizer, std::string(tokenizerKindName(c.tokenizer->kind())));
    if (c.corpus == kSmallWorld) agree(command, "--stories", o.stories, c.stories);
}

TrainingPlan resumedPlan(const CLI::App& command, const TrainOptions& o) {
    Checkpoint checkpoint = loadCheckpoint(o.out, LoadTraining::Yes);
    demandAgreement(command, o, checkpoint);
    agree(command, "--corpus", nameOf(CorpusSource{.corpus = o.corpus}), checkpoint.corpus);
    if (checkpoint.corpus != kSmallWorld && command.count("--corpus") == 0) {
        throw UsageError("This checkpoint learned from the file " + checkpoint.corpus +
                         ": say where it is with --corpus.");
    }
    TrainingPlan plan;
    plan.settings = checkpoint.settings;
    demandMemory(checkpoint.model->config(), plan.settings);
    plan.model = makeModel<float>(checkpoint.model->config());
    plan.model->parameters().setValues(checkpoint.model->parameters().values());
    plan.state = std::move(checkpoint.training);
    plan.source = {o.corpus, checkpoint.language, checkpoint.tokenizer->kind(), plan.settings.seed, checkpoint.stories};
    plan.corpus = openCorpus(plan.source, plan.model->config().context, checkpoint.tokenizer);
    return plan;
}

/// Finds out before hours of work whether a new checkpoint can be written there, and leaves no trace of having tried.
void demandWritable(const std::filesystem::path& out) {
    restoreFolder(out);
    if (std::filesystem::exists(out / kConfigFile)) throw Error(ErrorKind::FolderExists, {.file = out.string()});
    const AtomicFolder probe(out, {kConfigFile, kModelFile, kTrainingFile});
}

TrainingPlan freshPlan(const CLI::App& command, const TrainOptions& o) {
    TrainingPlan plan;
    plan.settings = o.settings;
    plan.settings.finalRate = command.count("--final-lr") ? o.finalRate : o.settings.peakRate / 10;
    validate(plan.settings);
    ModelConfig config = o.model.chosen();
    // Sizes are checked before the corpus is read, so with the smallest vocabulary.
    config.vocabulary = 2;
    validate(config);
    demandMemory(config, plan.settings);
    const std::string kind = o.tokenizer.empty() ? (o.corpus == kSmallWorld ? "word" : "char") : o.tokenizer;
    plan.source = {o.corpus, languageFrom(o.language), tokenizerFrom(kind), plan.settings.seed, o.stories};
    demandWritable(o.out);
    plan.corpus = openCorpus(plan.source, config.context);
    config.vocabulary = plan.corpus.tokenizer->vocabulary().size();
    validate(config);
    demandMemory(config, plan.settings);
    plan.model = makeModel<float>(config);
    Random random(plan.settings.seed);
    plan.model->initialise(random);
    return plan;
}

void run(const CLI::App& command, const TrainOptions& o) {
    validateThreads(o.threads);
    TrainingPlan plan = o.resume ? resumedPlan(command, o) : freshPlan(command, o);
    plan.threads = o.threads;
    plan.out = o.out;
    plan.stopAt = plan.settings.steps;
    if (command.count("--stop-at")) {
        if (o.stopAt < 1 || o.stopAt > plan.settings.steps) {
            throw Error(ErrorKind::OptionOutOfRange, {.name = "--stop-at",
                                                      .value = std::to_string(o.stopAt),
                                                      .limit = "from 1 to " + std::to_string(plan.settings.steps)});
        }
        plan.stopAt = o.stopAt;
    }
    print(train(std::move(plan)), o.json);
}

}  // namespace

void addTrainCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("train", "Trains a model");
    const auto options = std::make_shared<TrainOptions>();
    addOptions(*command, *options);
    command->callback([options, command, &chosen] { chosen = [options, command] { run(*command, *options); }; });
}

}  // namespace attentarium::cli
