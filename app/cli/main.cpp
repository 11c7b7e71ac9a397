#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>
#include <new>

#include "app/cli/commands.h"
#include "app/cli/failure.h"

namespace attentarium::cli {
namespace {

void addCommands(CLI::App& app, Run& chosen) {
    addTrainCommand(app, chosen);
    addEvaluateCommand(app, chosen);
    addGenerateCommand(app, chosen);
    addTraceCommand(app, chosen);
    addInspectCommand(app, chosen);
    addProbeCommand(app, chosen);
    addWorldCommand(app, chosen);
    addTokenizerCommand(app, chosen);
    addCheckCommand(app, chosen);
    addBenchCommand(app, chosen);
}

/// The command that was given, or the program itself.
const CLI::App& givenCommand(const CLI::App& app) {
    const auto given = app.get_subcommands();
    return given.empty() ? app : givenCommand(*given.front());
}

int runChosen(const CLI::App& app, const Run& chosen) {
    try {
        if (!chosen) throw UsageError("Name a command; --help lists them.");
        chosen();
        std::cout.flush();
        if (std::cout) return 0;
        report("Cannot write the results. Is the disk full?");
    } catch (const Error& error) {
        report(sentenceOf(error, givenCommand(app)));
        return exitCodeOf(error);
    } catch (const UsageError& error) {
        report(error.what());
        return kBadArguments;
    } catch (const std::bad_alloc&) {
        report("There is not enough memory for this. Use smaller sizes.");
    } catch (const std::exception& error) {
        report(std::string("This is a mistake in the program, please report it: ") + error.what());
    }
    return kFailed;
}

int runProgram(int argc, char** argv) {
    CLI::App app("Trains, runs and takes apart small sequence models.", "attentarium-cli");
    app.set_version_flag("--version", ATTENTARIUM_VERSION);
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return "attentarium-cli: " + std::string(error.what()) + " (--help lists what there is.)\n";
    });
    Run chosen;
    addCommands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Asking for help ends here too, with success.
        return app.exit(error) == 0 ? 0 : kBadArguments;
    }
    return runChosen(app, chosen);
}

}  // namespace
}  // namespace attentarium::cli

int main(int argc, char** argv) {
    try {
        return attentarium::cli::runProgram(argc, argv);
    } catch (const std::exception& error) {
        attentarium::cli::report(error.what());
        return attentarium::cli::kFailed;
    }
}
