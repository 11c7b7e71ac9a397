#include <iostream>
#include <memory>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/text/small_world.h"

namespace attentarium::cli {
namespace {

constexpr std::int64_t kMostStories = 10'000'000;

struct WorldOptions {
    std::int64_t stories = 5;
    std::uint64_t seed = 1;
    std::string language = "en";
};

void run(const WorldOptions& options) {
    if (options.stories < 1 || options.stories > kMostStories) {
        throw Error(ErrorKind::OptionOutOfRange, {.name = "stories",
                                                  .value = std::to_string(options.stories),
                                                  .limit = "from 1 to " + std::to_string(kMostStories)});
    }
    if (options.language != "both") {
        std::cout << smallWorldCorpus(languageFrom(options.language), options.seed, options.stories);
        return;
    }
    // A story is one line, in both languages the same one.
    std::istringstream english(smallWorldCorpus(Language::English, options.seed, options.stories));
    std::istringstream chinese(smallWorldCorpus(Language::Chinese, options.seed, options.stories));
    for (std::string line; std::getline(english, line);) {
        std::cout << line << '\n';
        std::getline(chinese, line);
        std::cout << line << '\n';
    }
}

}  // namespace

void addWorldCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("world", "Tells stories of the small world, one a line");
    const auto options = std::make_shared<WorldOptions>();
    command->add_option("--stories", options->stories, "how many")->capture_default_str();
    addSeedOption(*command, options->seed, "which ones");
    command->add_option("--language", options->language, "en, zh or both")->capture_default_str();
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
