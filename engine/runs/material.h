#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/io/corpus_source.h"
#include "engine/io/training_data.h"
#include "engine/text/tasks/task_options.h"

namespace attentarium {

/// What a model learns from or is tested on, opened, and what a checkpoint says of it.
struct Material {
    std::shared_ptr<const Tokenizer> tokenizer;
    Language language = Language::English;
    std::string name;  ///< of the corpus or the task
    std::int64_t stories = 0;
    std::optional<TaskOptions> task;
    std::shared_ptr<const TokenizedCorpus> corpus;  ///< null for a task
    std::shared_ptr<const TaskEncoder> encoder;     ///< null for a corpus
    std::shared_ptr<const TrainingData> data;
};

/// A corpus for a model of that context, cut by `tokenizer` where there is one. Throws `Error` as `openCorpus`.
Material corpusMaterial(const CorpusSource& source, std::int64_t context,
                        std::shared_ptr<const Tokenizer> tokenizer = {});

/// A task, for a model of that configuration, whose vocabulary is the task's. Throws `Error` as `makeTask` and
/// `formFor`, and with OptionOutOfRange where the questions do not fit the context.
Material taskMaterial(const TaskOptions& options, const ModelConfig& config);

}  // namespace attentarium
