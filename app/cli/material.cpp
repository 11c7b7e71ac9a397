#include "app/cli/material.h"

#include <utility>

#include "app/cli/failure.h"

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

Material materialOf(const Checkpoint& checkpoint, const std::string& corpus) {
    const ModelConfig& config = checkpoint.model->config();
    if (checkpoint.task) return taskMaterial(*checkpoint.task, config);
    return learnedCorpus(checkpoint, checkpoint.settings.seed, config.context, corpus);
}

Material materialOf(const NgramCheckpoint& checkpoint, const std::string& corpus) {
    return learnedCorpus(checkpoint, checkpoint.seed, checkpoint.model->config().context, corpus);
}

}  // namespace attentarium::cli
