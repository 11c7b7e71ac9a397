#include "app/cli/options.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <thread>

#include "engine/core/error.h"

namespace attentarium::cli {
namespace {

constexpr int kMostThreads = 256;

}  // namespace

void addThreadsOption(CLI::App& command, int& threads) {
    threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMostThreads);
    command.add_option("--threads", threads, "threads; they change the speed, never the result")->capture_default_str();
}

void addJsonFlag(CLI::App& command, bool& json) {
    command.add_flag("--json", json, "print the results as one line of JSON");
}

void addSeedOption(CLI::App& command, std::uint64_t& seed, const std::string& about) {
    command.add_option("--seed", seed, about)->capture_default_str()->check([](const std::string& text) {
        // Left to itself, the parser would make a large number of a negative one.
        std::uint64_t parsed = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), parsed);
        const bool whole = problem == std::errc() && end == text.data() + text.size();
        return whole ? std::string() : "it must be a whole number from 0 to 18446744073709551615";
    });
}

void addFolderArgument(CLI::App& command, std::string& folder) {
    command.add_option("DIR", folder, "folder of a checkpoint")->required();
}

void validateThreads(int threads) {
    if (threads >= 1 && threads <= kMostThreads) return;
    throw Error(
        ErrorKind::OptionOutOfRange,
        {.name = "threads", .value = std::to_string(threads), .limit = "from 1 to " + std::to_string(kMostThreads)});
}

Language languageFrom(const std::string& name) {
    if (const auto language = parseLanguage(name)) return *language;
    throw Error(ErrorKind::OptionOutOfRange, {.name = "language", .value = name, .limit = "en or zh"});
}

TokenizerKind tokenizerFrom(const std::string& name) {
    if (const auto kind = parseTokenizerKind(name)) return *kind;
    throw Error(ErrorKind::OptionOutOfRange, {.name = "tokenizer", .value = name, .limit = "char, word or bpe"});
}

}  // namespace attentarium::cli
