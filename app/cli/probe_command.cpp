#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/probe/knowledge.h"
#include "engine/probe/known_text.h"
#include "engine/probe/referent.h"
#include "engine/probe/stories.h"
#include "engine/probe/unit_score.h"
#include "engine/probe/word_neighbours.h"

namespace attentarium::cli {
namespace {

struct ProbeOptions {
    std::string folder;
    int stories = 1000;
    int questions = 500;
    // Not a seed that one would train with.
    std::uint64_t seed = 1'000'003;
    bool record = false;
    bool json = false;
};

/// One thing found out about a model.
struct Finding {
    std::string name;   ///< in JSON and in config.json
    std::string words;  ///< for people
    double value;
    std::string unit;
};

constexpr const char* kBestWords = "least that any model could reach";

/// How well it tells stories from left to right.
std::vector<Finding> toldStories(const Checkpoint& checkpoint, const std::vector<Story>& stories) {
    const StoryLoss loss = storyLoss(*checkpoint.model, *checkpoint.tokenizer, stories);
    return {{"story_loss", "loss on held-out stories", loss.model, "nats per token"},
            {"best_reachable_story_loss", kBestWords, loss.best, "nats per token"}};
}

/// What texts of the school cost, and the share of right answers of each kind that the model has the words for, with
/// what guessing and knowing reach.
std::vector<Finding> knowledge(const Checkpoint& checkpoint, const ProbeOptions& options) {
    Parallel parallel(1);
    std::vector<Finding> all;
    if (knowsSchool(*checkpoint.tokenizer, checkpoint.language)) {
        const StoryLoss loss =
            lessonLoss(*checkpoint.model, *checkpoint.tokenizer, checkpoint.language, options.seed, options.stories);
        all = {{"lesson_loss", "loss on stories and lessons of the school", loss.model, "nats per token"},
               {"best_reachable_lesson_loss", kBestWords, loss.best, "nats per token"}};
    }
    for (const KnowledgeScore& score :
         scoreKnowledge(*checkpoint.model, *checkpoint.tokenizer, checkpoint.language, options.questions, parallel)) {
        if (score.asked == 0) continue;
        const std::string kind(nameOf(score.kind));
        std::string name = kind;
        std::ranges::replace(name, '-', '_');
        std::ostringstream unit;
        unit << std::setprecision(3) << "of " << score.asked << " questions, by chance " << score.chance << ", at best "
             << score.best;
        all.push_back({"knows_" + name, "right answers about " + kind, score.right, unit.str()});
    }
    return all;
}

std::vector<Finding> heads(const Checkpoint& checkpoint, const std::vector<Story>& stories) {
    const ReferentScore best = bestReferentHead(referentScores(*checkpoint.model, *checkpoint.tokenizer, stories));
    return {{"referent_head_layer", "block of the best head for pronouns", static_cast<double>(best.layer), "from 0"},
            {"referent_head", "that head", static_cast<double>(best.head), "from 0"},
            {"referent_head_stories", "right for every pronoun in", best.stories, "of the stories"},
            {"referent_head_pronouns", "right for", best.pronouns, "of the pronouns"}};
}

/// How well it fills in one masked word of each story.
std::vector<Finding> filledStories(const Checkpoint& checkpoint, const std::vector<Story>& stories,
                                   std::uint64_t seed) {
    Parallel parallel(1);
    const StoryLoss loss = maskedStoryLoss(*checkpoint.model, *checkpoint.tokenizer, stories, seed, parallel);
    return {{"masked_word_loss", "loss of one masked word in each held-out story", loss.model, "nats"},
            {"best_reachable_masked_word_loss", kBestWords, loss.best, "nats"}};
}

std::vector<Finding> neighbours(const Checkpoint& checkpoint) {
    return {{"same_class_share", "of a word's three nearest share its class",
             sameClassShare(*checkpoint.model, *checkpoint.tokenizer, checkpoint.language), "of them"}};
}

/// Of each thing that is known of the generators' texts, the hidden or cell state that alone tells it best.
std::vector<Finding> units(const Checkpoint& checkpoint, std::uint64_t seed) {
    constexpr std::size_t kTokens = 20'000;
    std::vector<Finding> all;
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    for (const KnownText text : {KnownText::Lessons, KnownText::Stories, KnownText::Brackets}) {
        if (!knows(vocabulary, checkpoint.language, text)) continue;
        const LabelledText known = labelledText(text, vocabulary, checkpoint.language, seed, kTokens);
        const std::vector<StateTable> tables = statesOver(*checkpoint.model, known.ids, known.begins);
        for (const TruthLabels& truth : known.truths) {
            UnitScore best;
            std::string where;
            for (const StateTable& table : tables) {
                if (table.site != Site::HiddenState && table.site != Site::CellState) continue;
                const std::vector<UnitScore> scores = scoreUnits(table, truth.labels);
                if (scores.empty() || scores[0].area <= best.area) continue;
                best = scores[0];
                where = "layer " + std::to_string(table.layer + 1) + ", " + std::string(entryOf(table.site).name) +
                        ", unit " + std::to_string(best.unit + 1);
            }
            if (where.empty()) continue;
            const std::string name = "unit_" + std::string(nameOf(truth.truth));
            std::ostringstream unit;
            unit << std::setprecision(4) << "of " << best.samples << " tokens; the commoner answer " << best.baseline
                 << ", AUC " << best.area << " (" << where << ")";
            all.push_back(
                {name + "_accuracy", "one unit knows: " + std::string(nameOf(truth.truth)), best.accuracy, unit.str()});
            all.push_back({name + "_baseline", "  the commoner answer alone", best.baseline, "of them"});
            all.push_back({name + "_area", "  area under the ROC curve", best.area, ""});
        }
        // Lessons have stories among them.
        if (text == KnownText::Lessons) break;
    }
    return all;
}

std::vector<Finding> findings(const Checkpoint& checkpoint, const std::vector<Story>& stories,
                              const ProbeOptions& options) {
    const Family family = checkpoint.model->config().family;
    constexpr FamilySet kTellers{Family::MlpLm, Family::Rnn, Family::Lstm, Family::Gru, Family::Gpt};
    if (family == Family::Bert) return filledStories(checkpoint, stories, options.seed);
    if (kWordVectors.contains(family)) return neighbours(checkpoint);
    if (!kTellers.contains(family)) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "model",
                     .value = std::string(nameOf(family)),
                     .limit = "one that tells stories, fills them in or has word vectors"});
    }
    std::vector<Finding> all;
    if (!stories.empty()) {
        all = toldStories(checkpoint, stories);
        for (const Finding& finding : knowledge(checkpoint, options)) all.push_back(finding);
    }
    if (hasStates(family)) {
        for (const Finding& finding : units(checkpoint, options.seed)) all.push_back(finding);
    }
    if (family != Family::Gpt) return all;
    for (const Finding& finding : heads(checkpoint, stories)) all.push_back(finding);
    return all;
}

void print(const std::vector<Finding>& all, const ProbeOptions& options) {
    if (options.json) {
        nlohmann::ordered_json line{{"stories", options.stories}};
        for (const Finding& finding : all) {
            // Numbers of blocks and heads are whole.
            const auto whole = static_cast<std::int64_t>(finding.value);
            const bool counts = finding.unit == "from 0";
            counts ? line[finding.name] = whole : line[finding.name] = finding.value;
        }
        std::cout << line << '\n';
        return;
    }
    for (const Finding& finding : all) {
        std::cout << std::left << std::setw(49) << finding.words << finding.value << ' ' << finding.unit << '\n';
    }
}

void run(const ProbeOptions& options) {
    if (options.stories < 1 || options.stories > 1'000'000) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "--stories", .value = std::to_string(options.stories), .limit = "from 1 to 1000000"});
    }
    if (options.questions < 1 || options.questions > 100'000) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "--questions", .value = std::to_string(options.questions), .limit = "from 1 to 100000"});
    }
    const bool resumable = std::filesystem::exists(std::filesystem::path(options.folder) / kTrainingFile);
    Checkpoint checkpoint = loadCheckpoint(options.folder, resumable ? LoadTraining::Yes : LoadTraining::No);
    // A model of brackets has no words for stories, but units that know something of brackets.
    const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
    const bool hasOnlyBrackets = knows(vocabulary, checkpoint.language, KnownText::Brackets) &&
                                 !knows(vocabulary, checkpoint.language, KnownText::Stories);
    std::vector<Story> stories;
    if (!hasOnlyBrackets) stories = tellStories(checkpoint.language, options.seed, options.stories);
    const std::vector<Finding> all = findings(checkpoint, stories, options);
    if (options.record) {
        for (const Finding& finding : all) checkpoint.measures[finding.name] = finding.value;
        saveCheckpoint(options.folder, checkpoint);
    }
    print(all, options);
}

}  // namespace

void addProbeCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("probe", "Tests what a model of the small world has learned");
    const auto options = std::make_shared<ProbeOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--stories", options->stories, "held-out stories to read")->capture_default_str();
    command->add_option("--questions", options->questions, "held-out questions of each kind of knowledge, at most")
        ->capture_default_str();
    command->add_option("--seed", options->seed, "of those stories")->capture_default_str();
    command->add_flag("--record", options->record, "writes the results into the checkpoint's config.json");
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
