#include "app/cli/training_plan.h"

#include <utility>

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "app/cli/material.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/train/memory_need.h"

namespace attentarium::cli {
namespace {

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
    if (isTold(c.corpus)) agree("--stories", std::to_string(o.stories), std::to_string(c.stories));
    agree("--corpus", nameOf(CorpusSource{.corpus = o.corpusName()}), c.corpus);
}

}  // namespace

void demandWritable(const std::filesystem::path& out) {
    restoreFolder(out);
    if (std::filesystem::exists(out / kConfigFile)) throw Error(ErrorKind::FolderExists, {.file = out.string()});
    const AtomicFolder probe(out, {kConfigFile, kModelFile, kTrainingFile});
}

TrainingPlan freshPlan(const TrainOptions& o) {
    RunSetup setup{.model = o.model.chosen(), .settings = {}, .corpus = {}, .task = {}};
    setup.task = o.task.chosen(languageFrom(o.language), o.settings.seed());
    if (setup.task) {
        o.demandNoCorpus();
        if (!o.isTyped("--classes")) fitToTask(setup.model, *setup.task, {Fit::Classes});
        if (!o.isTyped("--context")) fitToTask(setup.model, *setup.task, {Fit::Context});
    }
    setup.settings = o.settings.chosen(setup.model, setup.task.has_value());
    validate(setup);
    if (!setup.task) setup.corpus = o.corpusSource(setup.settings.objective);
    demandWritable(o.out);
    return {.run = prepared(setup), .out = o.out};
}

TrainingPlan resumedPlan(const TrainOptions& o) {
    Checkpoint checkpoint = loadCheckpoint(o.out, LoadTraining::Yes);
    demandAgreement(o, checkpoint);
    PreparedRun run;
    run.settings = checkpoint.settings;
    demandMemory(checkpoint.model->config(), run.settings);
    run.model = makeModel<float>(checkpoint.model->config());
    run.model->parameters().setValues(checkpoint.model->parameters().values());
    run.state = std::move(checkpoint.training);
    run.material = materialOf(checkpoint, o.isTyped("--corpus") ? o.corpusName() : "");
    return {.run = std::move(run), .out = o.out};
}

}  // namespace attentarium::cli
