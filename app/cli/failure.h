#pragma once

#include <CLI/App.hpp>
#include <string>

#include "engine/core/error.h"

namespace attentarium::cli {

inline constexpr int kFailed = 1;
inline constexpr int kBadArguments = 2;

/// Writes the one message of a failed run.
void report(const std::string& sentence);

/// The error's sentence, with an option that `command` knows as it is typed: `--lr is 0; …`.
std::string sentenceOf(const Error& error, const CLI::App& command);

/// What the program ends with: 2 for what somebody typed, 1 for files and everything else.
int exitCodeOf(const Error& error);

/// Bad arguments that are no `Error` of the engine.
class UsageError : public std::exception {
  public:
    explicit UsageError(std::string sentence) : m_sentence(std::move(sentence)) {}
    const char* what() const noexcept override { return m_sentence.c_str(); }

  private:
    std::string m_sentence;
};

}  // namespace attentarium::cli
