#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/probe/referent.h"
#include "engine/probe/stories.h"

namespace attentarium::cli {
namespace {

struct ProbeOptions {
    std::string folder;
    int stories = 1000;
    // Not a seed that one would train with.
    std::uint64_t seed = 1'000'003;
    bool record = false;
    bool json = false;
};

void print(const ReferentScore& best, const StoryLoss& loss, const ProbeOptions& options) {
    if (options.json) {
        std::cout << nlohmann::ordered_json{{"stories", options.stories},
                                            {"story_loss", loss.model},
                                            {"best_reachable_story_loss", loss.best},
                                            {"referent_head_layer", best.layer},
                                            {"referent_head", best.head},
                                            {"referent_head_stories", best.stories},
                                            {"referent_head_pronouns", best.pronouns}}
                  << '\n';
        return;
    }
    std::cout << "loss on " << options.stories << " held-out stories   " << loss.model << " nats per token\n"
              << "least that any model could reach   " << loss.best << "\n"
              << "best head for pronouns             block " << best.layer + 1 << ", head " << best.head + 1 << "\n"
              << "  right for every pronoun in       " << 100 * best.stories << " % of the stories\n"
              << "  right for                        " << 100 * best.pronouns << " % of the pronouns\n";
}

void run(const ProbeOptions& options) {
    if (options.stories < 1 || options.stories > 1'000'000) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "--stories", .value = std::to_string(options.stories), .limit = "from 1 to 1000000"});
    }
    const bool resumable = std::filesystem::exists(std::filesystem::path(options.folder) / kTrainingFile);
    Checkpoint checkpoint = loadCheckpoint(options.folder, resumable ? LoadTraining::Yes : LoadTraining::No);
    const std::vector<Story> stories = tellStories(checkpoint.language, options.seed, options.stories);
    const ReferentScore best = bestReferentHead(referentScores(*checkpoint.model, *checkpoint.tokenizer, stories));
    const StoryLoss loss = storyLoss(*checkpoint.model, *checkpoint.tokenizer, stories);
    if (options.record) {
        checkpoint.measures["story_loss"] = loss.model;
        checkpoint.measures["best_reachable_story_loss"] = loss.best;
        checkpoint.measures["referent_head_layer"] = best.layer;
        checkpoint.measures["referent_head"] = best.head;
        checkpoint.measures["referent_head_stories"] = best.stories;
        checkpoint.measures["referent_head_pronouns"] = best.pronouns;
        saveCheckpoint(options.folder, checkpoint);
    }
    print(best, loss, options);
}

}  // namespace

void addProbeCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("probe", "Tests what a model of the small world has learned");
    const auto options = std::make_shared<ProbeOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--stories", options->stories, "held-out stories to read")->capture_default_str();
    command->add_option("--seed", options->seed, "of those stories")->capture_default_str();
    command->add_flag("--record", options->record, "writes the results into the checkpoint's config.json");
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
