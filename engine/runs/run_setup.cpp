#include "engine/runs/run_setup.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/train/memory_need.h"

namespace attentarium {
namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& value, const std::string& limit) {
    throw Error(ErrorKind::OptionOutOfRange, {.name = name, .value = value, .limit = limit});
}

void demandTrainable(const RunSetup& setup) {
    const Family family = setup.model.family;
    const std::string name(nameOf(family));
    if (family == Family::Ngram) refuse("family", name, "a family that learns by gradients");
    if (setup.task) return;
    if (setup.settings.objective != objectiveOf(family)) {
        refuse("objective", std::string(nameOf(setup.settings.objective)),
               std::string(nameOf(objectiveOf(family))) + " for " + name);
    }
    if (setup.settings.carry && !kRecurrent.contains(family)) refuse("carry", "true", "recurrent families");
}

Material openTask(const TaskOptions& options, ModelConfig& config, const TrainingSettings& settings) {
    const std::shared_ptr<const Task> task = makeTask(options);
    config.vocabulary = task->vocabulary().size();
    validate(config);
    demandMemory(config, settings);
    return taskMaterial(options, config);
}

Material openCorpusOf(const RunSetup& setup, ModelConfig& config) {
    // Sizes are checked before the corpus is read, so with the smallest vocabulary.
    config.vocabulary = 2;
    validate(config);
    demandMemory(config, setup.settings);
    CorpusSource source = setup.corpus;
    source.seed = setup.settings.seed;
    source.objective = setup.settings.objective;
    Material material = corpusMaterial(source, config.context);
    config.vocabulary = material.tokenizer->vocabulary().size();
    validate(config);
    demandMemory(config, setup.settings);
    return material;
}

}  // namespace

void fitToTask(ModelConfig& config, const TaskOptions& options, std::initializer_list<Fit> what) {
    const std::shared_ptr<const Task> task = makeTask(options);
    const Vocabulary vocabulary = task->vocabulary();
    config.vocabulary = vocabulary.size();
    for (const Fit fit : what) {
        if (fit == Fit::Classes && task->hasClasses()) {
            config.classes = static_cast<std::int64_t>(task->classes().size());
        }
        if (fit == Fit::Context) {
            const TaskEncoder encoder(task, vocabulary, formFor(*task, config), config.family);
            config.context = std::max(config.context, encoder.longest());
        }
    }
}

void validate(const RunSetup& setup) {
    ModelConfig config = setup.model;
    config.vocabulary = std::max<std::int64_t>(config.vocabulary, 2);
    validate(config);
    validate(setup.settings);
    if (setup.task) validate(*setup.task);
    demandTrainable(setup);
    demandMemory(config, setup.settings);
}

PreparedRun prepared(const RunSetup& setup) {
    validate(setup.settings);
    demandTrainable(setup);
    PreparedRun run;
    ModelConfig config = setup.model;
    run.settings = setup.settings;
    run.material = setup.task ? openTask(*setup.task, config, setup.settings) : openCorpusOf(setup, config);
    run.model = makeModel<float>(config);
    Random random(setup.settings.seed);
    run.model->initialise(random);
    return run;
}

}  // namespace attentarium
