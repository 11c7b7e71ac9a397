#pragma once

#include <optional>

#include "engine/runs/run_setup.h"

namespace attentarium {

inline constexpr Language kLanguages[] = {Language::English, Language::Chinese};

/// What is learned: the small world, a file of the user's, then the tasks.
enum Source { kWorld, kOwnFile, kFirstTask };

inline int sourceOf(const RunSetup& setup) {
    if (setup.task) return kFirstTask + static_cast<int>(setup.task->task);
    return setup.corpus.corpus == kSmallWorld ? kWorld : kOwnFile;
}

/// Of the text that is learned; none where a task has a language of its own.
inline std::optional<Language> languageIn(const RunSetup& setup) {
    if (!setup.task) return setup.corpus.language;
    // The others have a language of their own.
    if (setup.task->task == TaskName::Sentiment) return setup.task->language;
    return std::nullopt;
}

}  // namespace attentarium
