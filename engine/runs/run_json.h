#pragma once

#include <filesystem>
#include <string>

#include "engine/runs/run_folder.h"

namespace attentarium {

/// What `run.json` holds, as text. Equal records give equal text, and every number comes back as it was.
std::string textOf(const RunRecord& record);
/// Throws `Error`: FileMissing, FileUnreadable, FileTruncated; FileDamaged for anything that `textOf` would not write.
RunRecord readRunRecord(const std::filesystem::path& path);

}  // namespace attentarium
