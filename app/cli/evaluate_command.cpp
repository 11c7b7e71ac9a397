#include <chrono>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/results.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/text/corpus.h"
#include "engine/train/evaluation.h"

namespace attentarium::cli {
namespace {

struct EvaluateOptions {
    std::string folder;
    std::string corpus;
    int threads = 1;
    bool json = false;
};

void run(const EvaluateOptions& options) {
    validateThreads(options.threads);
    const auto start = std::chrono::steady_clock::now();
    const Checkpoint checkpoint = loadCheckpoint(options.folder);
    const std::vector<int> tokens = checkpoint.tokenizer->encode(readTextFile(options.corpus));
    const std::int64_t needed = checkpoint.model->config().context + 1;
    if (static_cast<std::int64_t>(tokens.size()) < needed) {
        throw Error(ErrorKind::CorpusTooShort,
                    {.file = options.corpus, .value = std::to_string(tokens.size()), .limit = std::to_string(needed)});
    }
    Parallel parallel(options.threads);
    Results results{.heldOutLoss = evaluate(*checkpoint.model, tokens, parallel), .steps = checkpoint.stepsDone};
    if (const auto found = checkpoint.measures.find("train_loss"); found != checkpoint.measures.end()) {
        results.trainLoss = found->second;
    }
    results.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    print(results, options.json);
}

}  // namespace

void addEvaluateCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("evaluate", "Scores a whole text: its mean cost per token");
    const auto options = std::make_shared<EvaluateOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--corpus", options->corpus, "UTF-8 file")->required();
    addThreadsOption(*command, options->threads);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
