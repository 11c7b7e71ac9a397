#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace attentarium {

/// What is not yet, or no longer, at its place. `run` is written as `.run.PID-N.part`; where two folders cannot be
/// exchanged in one step, the old one waits as `.run.PID-N.old` for the moment between two. Internal to `io`.
inline constexpr std::string_view kPart = ".part";
inline constexpr std::string_view kOld = ".old";

/// A name beside `target` that this process has not used before.
std::filesystem::path temporaryBeside(const std::filesystem::path& target, std::string_view ending);
/// All such names that exist beside `target`, of any process; none if the folder cannot be listed.
std::vector<std::filesystem::path> temporariesBeside(const std::filesystem::path& target, std::string_view ending);

}  // namespace attentarium
