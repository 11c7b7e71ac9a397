#include <iostream>
#include <memory>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/io/corpus_source.h"
#include "engine/text/biased_world.h"
#include "engine/text/bracket_corpus.h"
#include "engine/text/small_school.h"
#include "engine/text/small_world.h"

namespace attentarium::cli {
namespace {

constexpr std::int64_t kMostStories = 10'000'000;
constexpr const char* kBrackets = "brackets";

struct WorldOptions {
    std::int64_t stories = 5;
    std::uint64_t seed = 1;
    std::string language = "en";
    std::string corpus = kSmallWorld;
    double bias = kUsualBias;
    std::string kind;
};

Knowledge kindFrom(const std::string& name) {
    if (const auto kind = named<Knowledge>(name)) return *kind;
    std::string all;
    for (const std::string_view known : kKnowledgeNames) all += (all.empty() ? "" : ", ") + std::string(known);
    throw Error(ErrorKind::OptionOutOfRange, {.name = "kind", .value = name, .limit = all});
}

std::string told(const WorldOptions& options, Language language) {
    if (!options.kind.empty())
        return smallSchoolCorpus(language, options.seed, options.stories, kindFrom(options.kind));
    if (options.corpus == kSmallSchool) return smallSchoolCorpus(language, options.seed, options.stories);
    if (options.corpus == kBiasedWorld) {
        return biasedWorldCorpus(language, *biasOf(biasedWorldNamed(options.bias)), options.seed, options.stories);
    }
    if (options.corpus == kSmallWorld) return smallWorldCorpus(language, options.seed, options.stories);
    if (options.corpus == kBrackets) return bracketCorpus(options.seed, options.stories);
    throw Error(ErrorKind::OptionOutOfRange,
                {.name = "corpus",
                 .value = options.corpus,
                 .limit = std::string(kSmallWorld) + ", " + kSmallSchool + ", " + kBiasedWorld + " or " + kBrackets});
}

void run(const WorldOptions& options) {
    if (options.stories < 1 || options.stories > kMostStories) {
        throw Error(ErrorKind::OptionOutOfRange, {.name = "stories",
                                                  .value = std::to_string(options.stories),
                                                  .limit = "from 1 to " + std::to_string(kMostStories)});
    }
    if (options.language != "both") {
        std::cout << told(options, languageFrom(options.language));
        return;
    }
    // A story is one line, in both languages the same one.
    std::istringstream english(told(options, Language::English));
    std::istringstream chinese(told(options, Language::Chinese));
    for (std::string line; std::getline(english, line);) {
        std::cout << line << '\n';
        std::getline(chinese, line);
        std::cout << line << '\n';
    }
}

}  // namespace

void addWorldCommand(CLI::App& app, Run& chosen) {
    CLI::App* command =
        app.add_subcommand("world", "Tells stories of the small world, or gives its lessons, one a line");
    const auto options = std::make_shared<WorldOptions>();
    command->add_option("--stories", options->stories, "how many")->capture_default_str();
    addSeedOption(*command, options->seed, "which ones");
    command->add_option("--language", options->language, "en, zh or both")->capture_default_str();
    command
        ->add_option("--corpus", options->corpus,
                     "small-world, small-school, biased-world, or brackets: balanced texts")
        ->capture_default_str();
    command->add_option("--bias", options->bias, "of the biased world, from 0 to 1")->capture_default_str();
    command->add_option("--kind", options->kind,
                        "lessons of this kind alone: facts, agreement, coreference, "
                        "word-meaning, sentiment, reasoning or arithmetic");
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
