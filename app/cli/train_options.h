#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>

#include "app/cli/model_options.h"
#include "app/cli/settings_options.h"
#include "app/cli/task_choice.h"
#include "engine/io/corpus_source.h"

namespace attentarium::cli {

/// Everything that `train` can be told.
struct TrainOptions {
    ModelOptions model;
    SettingsOptions settings;
    TaskChoice task;
    std::string corpus = kSmallWorld;
    std::string language = "en";
    std::string tokenizer;
    std::int64_t vocabulary = CorpusSource().vocabulary;
    std::int64_t stories = CorpusSource().stories;
    double bias = 0.8;  ///< of the biased world
    int threads = 1;
    std::int64_t stopAt = 0;
    bool resume = false;
    std::string out = "checkpoint";
    bool json = false;

    /// Must outlive the parsing.
    void addTo(CLI::App& command);
    bool isTyped(const std::string& option) const;
    /// As typed, the biased world with its bias. Throws `Error` for an impossible bias, `UsageError` for one of another
    /// corpus.
    std::string corpusName() const;
    /// The corpus to open. Throws `Error` for a language or tokenizer that there is not.
    CorpusSource corpusSource(ObjectiveKind objective) const;
    /// Refuses options of a corpus where a task was named: throws `UsageError`.
    void demandNoCorpus() const;

  private:
    const CLI::App* m_command = nullptr;
};

}  // namespace attentarium::cli
