#include "engine/io/temporary_name.h"

#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <string>

namespace attentarium {
namespace {

bool isPidAndNumber(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto dash = text.find('-');
    return dash != std::string_view::npos && dash > 0 && dash + 1 < text.size() &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dash), isDigit) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dash) + 1, text.end(), isDigit);
}

}  // namespace

std::filesystem::path temporaryBeside(const std::filesystem::path& target, std::string_view ending) {
    static std::atomic<unsigned> counter{0};
    std::string name = "." + target.filename().string() + "." + std::to_string(::getpid()) + "-";
    name += std::to_string(counter.fetch_add(1));
    name += ending;
    return target.parent_path() / name;
}

std::vector<std::filesystem::path> temporariesBeside(const std::filesystem::path& target, std::string_view ending) {
    std::vector<std::filesystem::path> found;
    const std::string beginning = "." + target.filename().string() + ".";
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(target.parent_path(), problem), end; !problem && entry != end;
         entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        std::string_view middle = name;
        if (!middle.starts_with(beginning) || !middle.ends_with(ending)) continue;
        if (middle.size() <= beginning.size() + ending.size()) continue;
        middle = middle.substr(beginning.size(), middle.size() - beginning.size() - ending.size());
        if (isPidAndNumber(middle)) found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace attentarium
