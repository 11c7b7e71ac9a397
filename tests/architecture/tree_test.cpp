#include <algorithm>

#include "tests/architecture/include_rules.h"
#include "tests/architecture/text_rules.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// What `rule` says against any file, a line each.
template <typename Rule>
std::string breaches(Rule rule) {
    std::string all;
    for (const SourceFile& file : sourceTree()) {
        for (const std::string& breach : rule(file)) all += breach + "\n";
    }
    return all;
}

TEST_CASE("The whole repository is read") {
    const std::vector<SourceFile> files = sourceTree();
    for (const char* path :
         {"run", "README.md", ".ci/run", "engine/core/shape.h", "tests/architecture/tree_test.cpp"}) {
        CHECK(std::ranges::count(files, path, &SourceFile::path) == 1);
    }
    CHECK(std::ranges::none_of(files, [](const SourceFile& file) { return file.isIn("build") || file.isIn(".git"); }));
}

TEST_CASE("Every include keeps to the architecture") {
    const std::set<std::string> qtCore = qtCoreHeaders();
    CHECK(breaches([&](const SourceFile& file) { return brokenIncludeRules(file, qtCore); }) == "");
}

TEST_CASE("Every text file keeps to the style") {
    CHECK(breaches(brokenTextRules) == "");
}

TEST_CASE("Where Qt is installed its own headers are known") {
    const std::set<std::string> qtCore = qtCoreHeaders();
    if (qtCore.empty()) return;
    CHECK(qtCore.contains("QObject"));
    CHECK_FALSE(qtCore.contains("QWidget"));
}

}  // namespace
}  // namespace attentarium
