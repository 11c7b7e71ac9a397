#pragma once

#include <set>
#include <string>
#include <vector>

namespace attentarium {

/// A text file of the repository; `path` is relative to the root.
struct SourceFile {
    std::string path;
    std::string text;

    bool isCode() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
    bool isIn(const std::string& folder) const { return path.starts_with(folder + "/"); }
};

/// Every text file of the repository, without what is built or hidden.
std::vector<SourceFile> sourceTree();

/// The header names of QtCore ("QObject", …); empty where Qt is not installed.
std::set<std::string> qtCoreHeaders();

std::vector<std::string> linesOf(const std::string& text);

/// "engine/core" for "engine/core/shape.h": the folder that the rules are about.
std::string folderOf(const std::string& path);

}  // namespace attentarium
