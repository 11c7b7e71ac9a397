#include "app/cli/training_plan.h"

#include <algorithm>
#include <utility>

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/atomic_folder.h"
#include "engine/models/registry.h"
#include "engine/train/memory_need.h"

namespace attentarium::cli {
namespace {

/// What the task decides where it was not typed: classes, and room for its longest example.
void adaptToTask(const TrainOptions& o, const TaskOptions& options, ModelConfig& config) {
    const std::shared_ptr<const Task> task = makeTask(options);
    const Vocabulary vocabulary = task->vocabulary();
    config.vocabulary = vocabulary.size();
    if (task->hasClasses() && !o.isTyped("--classes")) {
        config.classes = static_cast<std::int64_t>(task->classes().size());
    }
    if (o.isTyped("--context")) return;
    const TaskEncoder encoder(task, vocabulary, formFor(*task, config), config.family);
    config.context = std::max(config.context, encoder.longest());
}

Material taskOf(const TrainOptions& o, const TaskOptions& task, const TrainingSettings& settings, ModelConfig& config) {
    validate(config);
    demandMemory(config, settings);
    demandWritable(o.out);
    return taskMaterial(task, config);
}

Material corpusOf(const TrainOptions& o, const TrainingSettings& settings, ModelConfig& config) {
    // Sizes are checked before the corpus is read, so with the smallest vocabulary.
    config.vocabulary = 2;
    validate(config);
    demandMemory(config, settings);
    const CorpusSource source = o.corpusSource(settings.objective);
    demandWritable(o.out);
    Material material = corpusMaterial(source, config.context);
    config.vocabulary = material.tokenizer->vocabulary().size();
    validate(config);
    demandMemory(config, settings);
    return material;
}

void demandAgreement(const TrainOptions& o, const Checkpoint& c) {
    o.model.demandAgreement(c.model->config());
    o.settings.demandAgreement(c.settings);
    o.task.demandAgreement(c.task);
    const auto agree = [&](const char* option, const std::string& typed, const std::string& stored) {
        if (!o.isTyped(option) || typed == stored) return;
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = option, .value = typed, .limit = stored + ", as in the checkpoint"});
    };
    if (c.task) return o.demandNoCorpus();
    if (o.isTyped("--language")) {
        agree("--language", std::string(languageName(languageFrom(o.language))), std::string(languageName(c.language)));
    }
    agree("--tokenizer", o.tokenizer, std::string(tokenizerKindName(c.tokenizer->kind())));
    // A text may have had fewer pairs than were asked for.
    if (const std::int64_t stored = c.model->config().vocabulary;
        c.tokenizer->kind() != TokenizerKind::BytePair || o.vocabulary < stored) {
        agree("--vocabulary", std::to_string(o.vocabulary), std::to_string(stored));
    }
    if (c.corpus == kSmallWorld) agree("--stories", std::to_string(o.stories), std::to_string(c.stories));
    agree("--corpus", nameOf(CorpusSource{.corpus = o.corpus}), c.corpus);
}

}  // namespace

void demandWritable(const std::filesystem::path& out) {
    restoreFolder(out);
    if (std::filesystem::exists(out / kConfigFile)) throw Error(ErrorKind::FolderExists, {.file = out.string()});
    const AtomicFolder probe(out, {kConfigFile, kModelFile, kTrainingFile});
}

TrainingPlan freshPlan(const TrainOptions& o) {
    TrainingPlan plan;
    ModelConfig config = o.model.chosen();
    const auto task = o.task.chosen(languageFrom(o.language), o.settings.seed());
    if (task) {
        o.demandNoCorpus();
        adaptToTask(o, *task, config);
    }
    plan.settings = o.settings.chosen(config, task.has_value());
    plan.material = task ? taskOf(o, *task, plan.settings, config) : corpusOf(o, plan.settings, config);
    plan.model = makeModel<float>(config);
    Random random(plan.settings.seed);
    plan.model->initialise(random);
    return plan;
}

TrainingPlan resumedPlan(const TrainOptions& o) {
    Checkpoint checkpoint = loadCheckpoint(o.out, LoadTraining::Yes);
    demandAgreement(o, checkpoint);
    TrainingPlan plan;
    plan.settings = checkpoint.settings;
    demandMemory(checkpoint.model->config(), plan.settings);
    plan.model = makeModel<float>(checkpoint.model->config());
    plan.model->parameters().setValues(checkpoint.model->parameters().values());
    plan.state = std::move(checkpoint.training);
    plan.material = materialOf(checkpoint, o.isTyped("--corpus") ? o.corpus : "");
    return plan;
}

}  // namespace attentarium::cli
