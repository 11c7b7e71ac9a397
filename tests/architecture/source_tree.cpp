#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace attentarium {
namespace {

namespace fs = std::filesystem;

bool isSkipped(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name == "build" || name == "__pycache__" || (name.starts_with('.') && name != ".ci");
}

std::string contents(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<SourceFile> sourceTree() {
    const fs::path root = ATTENTARIUM_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory()) {
            if (isSkipped(entry->path())) entry.disable_recursion_pending();
            continue;
        }
        if (!entry->is_regular_file() || entry->path().filename() == ".git") continue;
        std::string text = contents(entry->path());
        // Pictures and tensors hold zero bytes; texts do not.
        if (text.find('\0') != std::string::npos) continue;
        files.push_back({fs::relative(entry->path(), root).generic_string(), std::move(text)});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::set<std::string> qtCoreHeaders() {
    std::set<std::string> names;
#ifdef ATTENTARIUM_QT_CORE_HEADERS
    for (const fs::directory_entry& entry : fs::directory_iterator(ATTENTARIUM_QT_CORE_HEADERS)) {
        names.insert(entry.path().filename().string());
    }
#endif
    return names;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

std::string folderOf(const std::string& path) {
    const std::size_t first = path.find('/');
    if (first == std::string::npos) return {};
    const std::size_t second = path.find('/', first + 1);
    return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

}  // namespace attentarium
