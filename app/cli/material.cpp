#include "app/cli/material.h"

#include <utility>

#include "app/cli/failure.h"
#include "engine/core/error.h"

namespace attentarium::cli {

namespace {

/// The corpus of a checkpoint of either kind.
template <typename Stored>
Material learnedCorpus(const Stored& checkpoint, std::uint64_t seed, std::int64_t context, const std::string& corpus) {
    if (!isTold(checkpoint.corpus) && corpus.empty()) {
        throw UsageError("This checkpoint learned from the file " + checkpoint.corpus +
                         ": say where it is with --corpus.");
    }
    const CorpusSource source{.corpus = corpus.empty() ? checkpoint.corpus : corpus,
                              .language = checkpoint.language,
                              .tokenizer = checkpoint.tokenizer->kind(),
                              .seed = seed,
                              .stories = checkpoint.stories};
    return corpusMaterial(source, context, checkpoint.tokenizer);
}

}  // namespace

Material corpusMaterial(const CorpusSource& source, std::int64_t context,
                        std::shared_ptr<const Tokenizer> tokenizer) {
    Material material;
    material.corpus = std::make_shared<TokenizedCorpus>(openCorpus(source, context, std::move(tokenizer)));
    material.tokenizer = material.corpus->tokenizer;
    material.language = source.language;
    material.name = nameOf(source);
    material.stories = isTold(source.corpus) ? source.stories : 0;
    material.data = corpusData(material.corpus);
    return material;
}

Material taskMaterial(const TaskOptions& options, const ModelConfig& config) {
    Material material;
    const std::shared_ptr<const Task> task = makeTask(options);
    const Vocabulary vocabulary = task->vocabulary();
    material.tokenizer = makeTokenizer(task->tokenizerKind(), task->questionLanguage(), vocabulary);
    material.language = task->questionLanguage();
    material.name = nameOf(options.task);
    material.task = options;
    material.encoder = std::make_shared<TaskEncoder>(task, vocabulary, formFor(*task, config), config.family);
    if (material.encoder->longest() > config.context) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "context",
                     .value = std::to_string(config.context),
                     .limit = std::to_string(material.encoder->longest()) + " or more for this task"});
    }
    material.data = taskData(material.encoder);
    return material;
}

Material materialOf(const Checkpoint& checkpoint, const std::string& corpus) {
    const ModelConfig& config = checkpoint.model->config();
    if (checkpoint.task) return taskMaterial(*checkpoint.task, config);
    return learnedCorpus(checkpoint, checkpoint.settings.seed, config.context, corpus);
}

Material materialOf(const NgramCheckpoint& checkpoint, const std::string& corpus) {
    return learnedCorpus(checkpoint, checkpoint.seed, checkpoint.model->config().context, corpus);
}

}  // namespace attentarium::cli
