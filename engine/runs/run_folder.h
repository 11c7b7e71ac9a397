#pragma once

#include <filesystem>
#include <vector>

#include "engine/io/checkpoint.h"
#include "engine/runs/history.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

/// What is written of a run beside its checkpoint.
struct RunRecord {
    RunSetup setup;  ///< with the settings of the last step
    History history;
    int parent = 0;  ///< number of the run that it branched from; 0 for none
    std::int64_t branchedAt = 0;
    bool isRunning = false;  ///< whether it was at work when this was written: found so later, its end was not its own

    bool operator==(const RunRecord&) const = default;
};

inline constexpr const char* kRunFile = "run.json";
/// The folder of the checkpoint within that of the run.
inline constexpr const char* kRunCheckpoint = "checkpoint";

/// Writes the run into its folder, which is made where it is missing. Killed or failed at any moment, checkpoint and
/// record are each the old or the new one, and together they can be gone on with.
/// Throws `Error` with `FileUnwritable` or as `saveCheckpoint`.
void saveRun(const std::filesystem::path& folder, const RunRecord& record, const Checkpoint& checkpoint);
/// The record alone: the checkpoint stays.
void saveRecord(const std::filesystem::path& folder, const RunRecord& record);

/// The record, with a history that ends where the checkpoint does. Throws `Error` as `loadCheckpoint`.
RunRecord loadRecord(const std::filesystem::path& folder);
/// The run, ready to go on. What it learns from is opened anew: throws `Error` where that is gone or has changed.
PreparedRun loadRun(const std::filesystem::path& folder, const RunRecord& record);

/// The runs in a folder of runs, `run-1`, `run-2` …, by their numbers.
std::vector<int> savedRuns(const std::filesystem::path& folder);
std::filesystem::path folderOfRun(const std::filesystem::path& folder, int number);

}  // namespace attentarium
