#include "app/cli/opening.h"

#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/text/special_tokens.h"
#include "engine/text/tasks/task.h"
#include "engine/train/task_encoder.h"

namespace attentarium::cli {
namespace {

Opening openCounts(const std::string& folder, const std::string& prompt) {
    NgramCheckpoint checkpoint = loadNgrams(folder);
    Opening opening{.model = checkpoint.model, .tokenizer = checkpoint.tokenizer};
    opening.reader = makeReader(*checkpoint.model);
    opening.prompt = opening.tokenizer->encode(prompt);
    return opening;
}

/// What writes the answers of a checkpoint: a translation's are in another language than the questions.
std::shared_ptr<const Tokenizer> answerTokenizer(const Checkpoint& checkpoint) {
    if (!checkpoint.task) return checkpoint.tokenizer;
    const auto task = makeTask(*checkpoint.task);
    return makeTokenizer(task->tokenizerKind(), task->answerLanguage(), checkpoint.tokenizer->vocabulary());
}

}  // namespace

Opening openText(const std::string& folder, const std::string& prompt) {
    if (holdsNgrams(folder)) return openCounts(folder, prompt);
    const Checkpoint checkpoint = loadCheckpoint(folder);
    const ModelConfig& config = checkpoint.model->config();
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const std::vector<int> asked = checkpoint.tokenizer->encode(prompt);
    Opening opening{.model = checkpoint.model, .tokenizer = answerTokenizer(checkpoint)};
    if (kEncoderDecoders.contains(config.family)) {
        opening.reader = makeReader(*checkpoint.model, asked);
        opening.prompt = {specialId(vocabulary, special::kBegin)};
        opening.end = specialId(vocabulary, special::kEnd);
    } else {
        opening.reader = makeReader(*checkpoint.model);
        opening.prompt = asked;
        if (!checkpoint.task || formFor(*makeTask(*checkpoint.task), config) != TaskForm::Continue) return opening;
        opening.prompt.push_back(specialId(vocabulary, special::kSeparator));
        opening.end = specialId(vocabulary, special::kEnd);
    }
    opening.shownFrom = opening.prompt.size();
    return opening;
}

}  // namespace attentarium::cli
