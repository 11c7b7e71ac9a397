#include "engine/runs/run_folder.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <system_error>

#include "engine/core/error.h"
#include "engine/io/atomic_file.h"
#include "engine/io/damage.h"
#include "engine/models/registry.h"
#include "engine/runs/run_json.h"

namespace attentarium {
namespace {

constexpr std::string_view kPrefix = "run-";

void makeFolder(const std::filesystem::path& folder) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) throw Error(ErrorKind::FileUnwritable, {.file = folder.string(), .reason = problem.message()});
}

}  // namespace

void saveRun(const std::filesystem::path& folder, const RunRecord& record, const Checkpoint& checkpoint) {
    makeFolder(folder);
    // The checkpoint first: a record that is older only lacks the last points of its curves.
    saveCheckpoint(folder / kRunCheckpoint, checkpoint);
    saveRecord(folder, record);
}

void saveRecord(const std::filesystem::path& folder, const RunRecord& record) {
    makeFolder(folder);
    const std::string text = textOf(record);
    writeFileAtomically(folder / kRunFile, std::as_bytes(std::span(text)));
}

RunRecord loadRecord(const std::filesystem::path& folder) {
    RunRecord record = readRunRecord(folder / kRunFile);
    record.history.cutAt(loadCheckpoint(folder / kRunCheckpoint).stepsDone);
    return record;
}

PreparedRun loadRun(const std::filesystem::path& folder, const RunRecord& record) {
    const std::filesystem::path place = folder / kRunCheckpoint;
    Checkpoint checkpoint = loadCheckpoint(place, LoadTraining::Yes);
    PreparedRun run = prepared(record.setup);
    if (!(run.model->config() == checkpoint.model->config()) ||
        run.material.tokenizer->vocabulary().tokens() != checkpoint.tokenizer->vocabulary().tokens()) {
        throwDamaged((place / kConfigFile).string(), Damage::SizesNotOfTheFile, "vocabulary");
    }
    run.settings = checkpoint.settings;
    run.model->parameters().setValues(checkpoint.model->parameters().values());
    run.state = std::move(checkpoint.training);
    return run;
}

std::vector<int> savedRuns(const std::filesystem::path& folder) {
    std::vector<int> numbers;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(kPrefix)) continue;
        int number = 0;
        const char* end = name.data() + name.size();
        const auto [rest, wrong] = std::from_chars(name.data() + kPrefix.size(), end, number);
        if (wrong == std::errc() && rest == end && number > 0) numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::filesystem::path folderOfRun(const std::filesystem::path& folder, int number) {
    return folder / (std::string(kPrefix) + std::to_string(number));
}

}  // namespace attentarium
