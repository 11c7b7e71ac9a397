#pragma once

#include <span>
#include <string_view>

#include "engine/runs/run_setup.h"

namespace attentarium {

/// A run that fits a lesson.
struct Preset {
    std::string_view name;  ///< for programs: `ten-seconds`, `one-minute`, `five-minutes` …
    int seconds = 0;        ///< that it takes about, on one core of an ordinary machine
};

std::span<const Preset> presets();
/// The setup of a preset, in the language of its corpus. Throws `LogicError` for a name that there is not.
RunSetup setupOf(std::string_view preset, Language language);

}  // namespace attentarium
