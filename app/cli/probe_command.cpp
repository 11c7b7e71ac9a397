#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/failure.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/probe/referent.h"
#include "engine/probe/stories.h"
#include "engine/probe/word_neighbours.h"

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

struct Measure {
    std::string name;
    std::string words;
    double value;
};

/// What can be asked of a family that has learned the small world.
std::vector<Measure> measuresOf(const Checkpoint& checkpoint, const ProbeOptions& options, Parallel& parallel) {
    const Model<float>& model = *checkpoint.model;
    const Tokenizer& tokenizer = *checkpoint.tokenizer;
    const Family family = model.config().family;
    if (kEncoderDecoders.contains(family) || checkpoint.task) {
        throw UsageError("Only models of the small world's stories can be probed; evaluate is for the others.");
    }
    if (kWordVectors.contains(family)) {
        return {{"same_class_share", "of each word's three nearest, share of its class",
                 sameClassShare(model, tokenizer, checkpoint.language)}};
    }
    const std::vector<Story> stories = tellStories(checkpoint.language, options.seed, options.stories);
    const StoryLoss loss = family == Family::Bert ? maskedStoryLoss(model, tokenizer, stories, options.seed, parallel)
                                                  : storyLoss(model, tokenizer, stories);
    std::vector<Measure> all{{"story_loss", "loss on held-out stories, nats per token", loss.model},
                             {"best_reachable_story_loss", "least that any model could reach", loss.best}};
    if (family != Family::Gpt) return all;
    const ReferentScore best = bestReferentHead(referentScores(model, tokenizer, stories));
    all.push_back({"referent_head_layer", "block of the best head for pronouns, from 0", static_cast<double>(best.layer)});
    all.push_back({"referent_head", "the best head for pronouns, from 0", static_cast<double>(best.head)});
    all.push_back({"referent_head_stories", "  share of stories with every pronoun right", best.stories});
    all.push_back({"referent_head_pronouns", "  share of pronouns that are right", best.pronouns});
    return all;
}

void print(const std::vector<Measure>& measures, const ProbeOptions& options) {
    if (!options.json) {
        for (const Measure& measure : measures) {
            std::cout << std::left << std::setw(48) << measure.words << "  " << measure.value << '\n';
        }
        return;
    }
    nlohmann::ordered_json all{{"stories", options.stories}};
    for (const Measure& measure : measures) {
        // A place is no measurement.
        const bool place = measure.name == "referent_head_layer" || measure.name == "referent_head";
        all[measure.name] = place ? nlohmann::ordered_json(static_cast<int>(measure.value))
                                  : nlohmann::ordered_json(measure.value);
    }
    std::cout << all << '\n';
}

void run(const ProbeOptions& options) {
    if (options.stories < 1 || options.stories > 1'000'000) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "stories", .value = std::to_string(options.stories), .limit = "from 1 to 1000000"});
    }
    const bool resumable = std::filesystem::exists(std::filesystem::path(options.folder) / kTrainingFile);
    Checkpoint checkpoint = loadCheckpoint(options.folder, resumable ? LoadTraining::Yes : LoadTraining::No);
    Parallel parallel(1);
    const std::vector<Measure> measures = measuresOf(checkpoint, options, parallel);
    if (options.record) {
        for (const Measure& measure : measures) checkpoint.measures[measure.name] = measure.value;
        saveCheckpoint(options.folder, checkpoint);
    }
    print(measures, options);
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
