#pragma once

#include <optional>
#include <string>

#include "engine/runs/run_setup.h"

namespace attentarium {

inline constexpr Language kLanguages[] = {Language::English, Language::Chinese};

/// The bundled texts, as `resources/corpora` names them, each in both languages.
inline constexpr const char* kProse[] = {"fables", "dialogues", "recipes", "letters"};

/// What is learned: texts that the program tells, bundled texts, a file of the user's, then the tasks.
enum Source { kWorld, kSchool, kBiased, kFirstProse, kOwnFile = kFirstProse + 4, kFirstTask };

/// The file of a bundled text, by its place among them.
std::string proseFile(int place, Language language);
/// What is learned at a place of the list, tasks aside; empty for a file that is still to be chosen.
std::string corpusAt(int source, Language language);
int sourceOf(const RunSetup& setup);

/// Of the text that is learned; none where a task has a language of its own.
inline std::optional<Language> languageIn(const RunSetup& setup) {
    if (!setup.task) return setup.corpus.language;
    // The others have a language of their own.
    if (setup.task->task == TaskName::Sentiment) return setup.task->language;
    return std::nullopt;
}

}  // namespace attentarium
