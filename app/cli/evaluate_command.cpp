#include <chrono>
#include <map>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/failure.h"
#include "app/cli/material.h"
#include "app/cli/options.h"
#include "app/cli/results.h"
#include "app/cli/task_choice.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/text/corpus.h"
#include "engine/text/special_tokens.h"
#include "engine/train/task_score.h"
#include "engine/train/task_source.h"

namespace attentarium::cli {
namespace {

struct EvaluateOptions {
    std::string folder;
    std::string corpus;
    std::int64_t questions = 1000;
    // Not a seed that one would train with.
    std::uint64_t seed = 1'000'003;
    LengthOptions lengths;
    int threads = 1;
    bool json = false;
};

/// How many tokens of a text are the question: those before the answer that stand for text.
std::int64_t questionLength(const ExampleText& text, const Vocabulary& vocabulary) {
    if (!text.source.empty()) return static_cast<std::int64_t>(text.source.size());
    const int separator = specialId(vocabulary, special::kSeparator), firstSpecial = specialId(vocabulary, special::kBegin);
    std::int64_t length = 0;
    for (const int token : text.tokens) {
        if (token == separator) break;
        if (token < firstSpecial) ++length;
    }
    return length;
}

std::vector<LengthShare> byLength(const ExampleTexts& texts, const TaskScore& score, const Vocabulary& vocabulary) {
    std::map<std::int64_t, LengthShare> rows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        LengthShare& row = rows[questionLength(texts[i], vocabulary)];
        ++row.questions;
        row.right += score.texts[i];
    }
    std::vector<LengthShare> shares;
    for (auto& [length, row] : rows) {
        shares.push_back({length, row.questions, row.right / static_cast<double>(row.questions)});
    }
    return shares;
}

void answerQuestions(const EvaluateOptions& options, const Checkpoint& checkpoint, Parallel& parallel,
                     Results& results) {
    if (!options.corpus.empty()) throw UsageError("--corpus is for a model of a corpus; this one learned a task.");
    const Material material = taskMaterial(options.lengths.applied(*checkpoint.task), checkpoint.model->config());
    const ExampleTexts texts =
        taskExamples(*material.encoder, TaskPart::HeldOut, options.questions, options.seed);
    const TaskScore score = scoreOn(*checkpoint.model, texts, parallel);
    const TaskForm form = material.encoder->form();
    const bool judged = form == TaskForm::Classify || form == TaskForm::Match;
    results.measures["held_out_loss"] = judged ? score.taskLoss : score.tokenLoss;
    results.measures[judged ? "accuracy" : "exact_match"] = score.right;
    results.byLength = byLength(texts, score, material.tokenizer->vocabulary());
}

void demandTokens(const EvaluateOptions& options, std::size_t tokens, std::int64_t needed) {
    if (static_cast<std::int64_t>(tokens) >= needed) return;
    throw Error(ErrorKind::CorpusTooShort,
                {.file = options.corpus, .value = std::to_string(tokens), .limit = std::to_string(needed)});
}

/// A whole file, or the held-out part of what was learned from.
double textLoss(const EvaluateOptions& options, const Checkpoint& checkpoint, Parallel& parallel) {
    if (options.corpus.empty()) {
        const Material material = materialOf(checkpoint, {});
        return material.data->measures(*checkpoint.model, checkpoint.settings, parallel).at("held_out_loss");
    }
    const TokenizedCorpus corpus{
        checkpoint.tokenizer, checkpoint.tokenizer->encode(readTextFile(options.corpus)), {}};
    demandTokens(options, corpus.tokens.size(), checkpoint.model->config().context + 1);
    return lossOn(corpus, *checkpoint.model, checkpoint.settings, parallel);
}

void keepTrainLoss(const std::map<std::string, double>& known, Results& results) {
    if (const auto found = known.find("train_loss"); found != known.end()) results.measures.insert(*found);
}

Results score(const EvaluateOptions& options, const Checkpoint& checkpoint) {
    Parallel parallel(options.threads);
    Results results{.measures = {}, .steps = checkpoint.stepsDone};
    keepTrainLoss(checkpoint.measures, results);
    if (checkpoint.task) {
        answerQuestions(options, checkpoint, parallel, results);
    } else {
        options.lengths.demandUntyped();
        results.measures["held_out_loss"] = textLoss(options, checkpoint, parallel);
    }
    return results;
}

Results score(const EvaluateOptions& options, const NgramCheckpoint& checkpoint) {
    options.lengths.demandUntyped();
    Results results;
    keepTrainLoss(checkpoint.measures, results);
    if (options.corpus.empty()) {
        const Material material = materialOf(checkpoint, {});
        results.measures["held_out_loss"] = checkpoint.model->crossEntropy(material.corpus->parts().heldOut);
        return results;
    }
    const std::vector<int> tokens = checkpoint.tokenizer->encode(readTextFile(options.corpus));
    demandTokens(options, tokens.size(), 2);
    results.measures["held_out_loss"] = checkpoint.model->crossEntropy(tokens);
    return results;
}

void run(const EvaluateOptions& options) {
    validateThreads(options.threads);
    const auto start = std::chrono::steady_clock::now();
    Results results = holdsNgrams(options.folder) ? score(options, loadNgrams(options.folder))
                                                  : score(options, loadCheckpoint(options.folder));
    results.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    print(results, options.json);
}

}  // namespace

void addEvaluateCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("evaluate", "Scores a model: on a text, or on held-out questions of its task");
    const auto options = std::make_shared<EvaluateOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--corpus", options->corpus, "UTF-8 file [the held-out part of what it learned from]");
    command->add_option("--questions", options->questions, "held-out questions of a task")->capture_default_str();
    addSeedOption(*command, options->seed, "of those questions");
    options->lengths.addTo(*command);
    addThreadsOption(*command, options->threads);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
