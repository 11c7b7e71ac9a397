#include "tests/architecture/text_rules.h"

#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::size_t breaches(const std::string& path, const std::string& text) {
    return brokenTextRules({path, text}).size();
}

TEST_CASE("A file ends with a newline") {
    CHECK(breaches("README.md", "One.\n") == 0);
    CHECK(breaches("README.md", "") == 0);
    CHECK(breaches("README.md", "One.\nTwo.") == 1);
    CHECK(brokenTextRules({"a/b.md", "One.\nTwo."}).front() == "a/b.md:2: lacks a newline at its end");
}

TEST_CASE("Source has no tabs and no spaces at the end of a line") {
    CHECK(breaches("engine/core/a.cpp", "int a;\n") == 0);
    CHECK(breaches("engine/core/a.cpp", "\tint a;\n") == 1);
    CHECK(breaches("engine/core/a.h", "int a; \n") == 1);
    CHECK(breaches("engine/core/a.h", "int a;\r\n") == 1);
    CHECK(breaches("resources/words.txt", "one\ttwo \n") == 0);
}

TEST_CASE("No test is named with a semicolon") {
    CHECK(breaches("tests/a.cpp", "TEST_CASE(\"One, and the other\") {}\n") == 0);
    CHECK(breaches("tests/a.cpp", std::string("TEST_CASE") + "(\"One; the other\") {}\n") == 1);
}

TEST_CASE("No file names a folder of one machine") {
    const std::string slash = "/";
    for (const std::string folder : {"home", "root", "work", "Users"}) {
        const std::string path = slash + folder + slash + "someone";
        INFO(path);
        CHECK(breaches("CMakeLists.txt", "set(x \"" + path + "\")\n") == 1);
        CHECK(breaches("README.md", path + "\n") == 1);
        CHECK(breaches("README.md", "https://example.org" + path + "\n") == 0);
    }
    CHECK(breaches("README.md", "resources/work/a, ~/.config, /usr/share/doc\n") == 0);
}

TEST_CASE("A source file has fewer than 400 lines") {
    std::string text;
    for (int i = 0; i < 399; ++i) text += "int a;\n";
    CHECK(breaches("engine/core/a.cpp", text) == 0);
    text += "int a;\n";
    CHECK(breaches("engine/core/a.cpp", text) == 1);
    CHECK(breaches("resources/words.txt", text) == 0);
}

TEST_CASE("What programs write is not judged") {
    CHECK(breaches("resources/checkpoints/english/config.json", "{}") == 0);
    CHECK(breaches("tests/reference/values.json", "{}") == 0);
}

}  // namespace
}  // namespace attentarium
