#include "tests/architecture/text_rules.h"

#include <regex>
#include <set>

namespace attentarium {
namespace {

constexpr std::size_t kMostLines = 400;

/// Source files that are better long than split.
const std::set<std::string> kLongFiles{};

/// The folder of a person, of root or of a build, where a path begins.
const std::regex& machinePath() {
    static const std::regex pattern("(^|[^A-Za-z0-9_.~/-])/(home|root|work|Users)/");
    return pattern;
}

/// Written by programs; whatever they write is right.
bool isGenerated(const SourceFile& file) {
    return file.isIn("resources/checkpoints") || file.isIn("tests/reference");
}

std::string lineBreach(const SourceFile& file, const std::string& line) {
    if (std::regex_search(line, machinePath())) return "names a folder of one machine";
    if (!file.isCode()) return {};
    if (line.find('\t') != std::string::npos) return "has a tab";
    if (line.ends_with(' ') || line.ends_with('\r')) return "ends in white space";
    static const std::regex listed("^TEST_CASE\\(\"[^\"]*;");
    if (std::regex_search(line, listed)) return "names a test with a semicolon, at which CMake cuts its list of tests";
    return {};
}

}  // namespace

std::vector<std::string> brokenTextRules(const SourceFile& file) {
    std::vector<std::string> broken;
    if (isGenerated(file)) return broken;
    const std::vector<std::string> lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string why = lineBreach(file, lines[i]);
        if (!why.empty()) broken.push_back(file.path + ":" + std::to_string(i + 1) + ": " + why);
    }
    const std::string last = file.path + ":" + std::to_string(lines.size()) + ": ";
    if (!file.text.empty() && !file.text.ends_with('\n')) broken.push_back(last + "lacks a newline at its end");
    const bool mayBeLong = kLongFiles.contains(file.path);
    if (file.isCode() && lines.size() >= kMostLines && !mayBeLong) {
        broken.push_back(last + "is too long; split it");
    }
    if (lines.size() < kMostLines && mayBeLong) broken.push_back(last + "is short and need not be listed as long");
    return broken;
}

}  // namespace attentarium
