#include "engine/runs/material.h"

#include <utility>

#include "engine/core/error.h"

namespace attentarium {

Material corpusMaterial(const CorpusSource& source, std::int64_t context, std::shared_ptr<const Tokenizer> tokenizer) {
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

}  // namespace attentarium
