#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace attentarium {

/// Strict JSON: one object, no name twice, at most 16 levels deep. Internal to `io`: no public header includes this.

/// The largest JSON file accepted, in bytes; a large vocabulary needs a few million.
inline constexpr std::size_t kMaximumJsonBytes = 100'000'000;

/// `file` is the name for errors. Throws `Error` FileDamaged; FileTruncated if the text ends before its object does.
nlohmann::json parseJsonObject(std::string_view text, const std::string& file);

/// Throws `Error` FileMissing, FileUnreadable, FileTruncated (also for an empty file), FileDamaged.
nlohmann::json readJsonFile(const std::filesystem::path& path);

}  // namespace attentarium
