#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace attentarium {

/// The steps that put a finished folder into its place. Internal to `io`; failures are `errno` values, 0 is success.

/// `fresh` takes the name `target` and the other way round, in one step. EINVAL or ENOSYS: this file system cannot.
int exchangeFolders(const std::filesystem::path& fresh, const std::filesystem::path& target);
/// The same in steps: `target` becomes `old`, `fresh` becomes `target`, `old` becomes `fresh`. Killed after the first,
/// `target` is missing and `old` whole; `restoreFolder` brings it back. Failed in the second, the first is undone.
int exchangeFoldersInSteps(const std::filesystem::path& fresh, const std::filesystem::path& target,
                           const std::filesystem::path& old);
/// Removes the files called `members` and the then empty folder. Anything else in it is a person's: it moves to `heir`
/// if the name is free there, else it stays, and the folder with it.
void dissolveFolder(const std::filesystem::path& folder, std::span<const std::string> members,
                    const std::filesystem::path& heir);

}  // namespace attentarium
