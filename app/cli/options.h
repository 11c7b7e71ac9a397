#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>

#include "engine/text/language.h"
#include "engine/text/tokenizer.h"

namespace attentarium::cli {

/// `threads` begins as the number of cores.
void addThreadsOption(CLI::App& command, int& threads);
void addJsonFlag(CLI::App& command, bool& json);
/// `about` says what it is the seed of.
void addSeedOption(CLI::App& command, std::uint64_t& seed, const std::string& about);
/// The folder of a checkpoint, as first argument.
void addFolderArgument(CLI::App& command, std::string& folder);

/// Throws `Error` with OptionOutOfRange.
void validateThreads(int threads);
Language languageFrom(const std::string& name);
TokenizerKind tokenizerFrom(const std::string& name);

}  // namespace attentarium::cli
