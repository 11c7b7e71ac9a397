#include "engine/io/ngram_checkpoint.h"

#include <span>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/checkpoint.h"
#include "engine/io/checkpoint_config.h"
#include "engine/io/ngram_tensors.h"

namespace attentarium {

bool holdsNgrams(const std::filesystem::path& folder) {
    restoreFolder(folder);
    return readCheckpointConfig(folder / kConfigFile).model.family == Family::Ngram;
}

NgramCheckpoint loadNgrams(const std::filesystem::path& folder) {
    restoreFolder(folder);
    CheckpointConfig config = readCheckpointConfig(folder / kConfigFile);
    if (config.model.family != Family::Ngram) {
        throw Error(ErrorKind::FamilyUnknown,
                    {.file = folder.string(), .name = std::string(nameOf(config.model.family))});
    }
    NgramCheckpoint checkpoint;
    checkpoint.model = std::make_shared<NgramModel>(readNgrams(folder / kModelFile, config.model));
    checkpoint.tokenizer =
        makeTokenizer(config.tokenizer, config.language, std::move(config.vocabulary), std::move(config.merges));
    checkpoint.language = config.language;
    checkpoint.seed = config.settings.seed;
    checkpoint.corpus = std::move(config.corpus);
    checkpoint.stories = config.stories;
    checkpoint.measures = std::move(config.measures);
    return checkpoint;
}

void saveNgrams(const std::filesystem::path& folder, const NgramCheckpoint& checkpoint) {
    expects(checkpoint.model && checkpoint.tokenizer, "[checkpoint] needs a model and a tokenizer");
    TrainingSettings settings;
    settings.seed = checkpoint.seed;
    const std::string config = textOf({.model = checkpoint.model->config(),
                                       .tokenizer = checkpoint.tokenizer->kind(),
                                       .language = checkpoint.language,
                                       .vocabulary = checkpoint.tokenizer->vocabulary(),
                                       .merges = mergesOf(*checkpoint.tokenizer),
                                       .settings = settings,
                                       .corpus = checkpoint.corpus,
                                       .stories = checkpoint.stories,
                                       .measures = checkpoint.measures});
    AtomicFolder files(folder, {kConfigFile, kModelFile, kTrainingFile});
    files.write(kConfigFile, std::as_bytes(std::span(config)));
    writeNgrams(files, kModelFile, checkpoint.model->counts());
    files.commit();
}

}  // namespace attentarium
