#include "app/cli/ngram_run.h"

#include <chrono>

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "app/cli/material.h"
#include "app/cli/training_plan.h"
#include "engine/io/ngram_checkpoint.h"

namespace attentarium::cli {
namespace {

void demandNothingToLearn(const TrainOptions& o) {
    const auto refuse = [&](const std::string& option) {
        if (o.isTyped(option)) throw UsageError(option + " is not for ngram, which counts instead of learning.");
    };
    const TrainingSettings settings;
    forEachField(settings, [&](const SettingsField& field, const auto&) { refuse(optionName(field)); });
    for (const char* option : {"--task", "--stop-at", "--resume"}) refuse(option);
}

}  // namespace

Results countNgrams(const TrainOptions& o) {
    const auto start = std::chrono::steady_clock::now();
    demandNothingToLearn(o);
    ModelConfig config = o.model.chosen();
    config.vocabulary = 2;
    validate(config);
    const CorpusSource source = o.corpusSource(ObjectiveKind::NextToken);
    demandWritable(o.out);
    const Material material = corpusMaterial(source, config.context);
    config.vocabulary = material.tokenizer->vocabulary().size();
    validate(config);
    const SplitCorpus parts = material.corpus->parts();
    NgramCheckpoint checkpoint{.model = std::make_shared<NgramModel>(config, parts.training),
                               .tokenizer = material.tokenizer,
                               .language = material.language,
                               .seed = source.seed,
                               .corpus = material.name,
                               .stories = material.stories,
                               .measures = {}};
    checkpoint.measures = {
        {"train_loss", checkpoint.model->crossEntropy(parts.training.last(parts.heldOut.size()))},
        {"held_out_loss", checkpoint.model->crossEntropy(parts.heldOut)}};
    saveNgrams(o.out, checkpoint);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return {checkpoint.measures, 0, seconds, {}};
}

}  // namespace attentarium::cli
