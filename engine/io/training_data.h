#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/io/corpus_source.h"
#include "engine/models/model.h"
#include "engine/text/tasks/task.h"
#include "engine/train/batch_source.h"
#include "engine/train/task_encoder.h"

namespace attentarium {

/// How much of what there is a model is measured by.
enum class MeasuredPart {
    Whole,   ///< all of it, or as much as makes chance small
    Glance,  ///< a few thousand tokens, always the same ones: quick enough to be measured again and again
};

/// What a model learns from and is measured by.
class TrainingData {
  public:
    virtual ~TrainingData() = default;

    /// Batches as `settings` want them. Borrows from this object. Throws `Error` where there is too little text.
    virtual std::unique_ptr<BatchSource> batches(const ModelConfig& config, const TrainingSettings& settings) const = 0;

    /// `train_loss` and `held_out_loss`, in nats per token that had to be told (per question for tasks with classes);
    /// for tasks also `exact_match`, or `accuracy` for classes, of held-out questions. The same for the same settings.
    virtual std::map<std::string, double> measures(const Model<float>& model, const TrainingSettings& settings,
                                                   Parallel& parallel,
                                                   MeasuredPart part = MeasuredPart::Whole) const = 0;
};

/// The last tenth of a corpus is held out. The corpus must have the special tokens that the objective needs.
std::unique_ptr<TrainingData> corpusData(std::shared_ptr<const TokenizedCorpus> corpus);

/// The mean cost in nats of what the objective wants to be told in a whole corpus. Throws `Error` with CorpusTooShort.
double lossOn(const TokenizedCorpus& corpus, const Model<float>& model, const TrainingSettings& settings,
              Parallel& parallel);

/// The questions of a task, as a model of that family learns them.
std::unique_ptr<TrainingData> taskData(std::shared_ptr<const TaskEncoder> encoder);

}  // namespace attentarium
