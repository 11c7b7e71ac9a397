#include "tests/architecture/type_names.h"

#include "tests/support/catch.h"

namespace attentarium {
namespace {

const std::string kInside = "namespace attentarium {\n";
const std::string kEnd = "\n}  // namespace attentarium\n";

TEST_CASE("Types that others see are found, with their namespaces") {
    const SourceFile header{"a.h",
                            kInside +
                                "class Declared;\nstruct One {\n    struct Inner {\n    };\n};\n"
                                "class Two : public One {\n};\nenum class Three { A, B };\nclass Four final\n    : "
                                "public One {\n};\ntemplate <typename T>\nstruct Five {\n};" +
                                kEnd +
                                "namespace attentarium::inner {\nstruct Six {\n};\n}  // namespace "
                                "attentarium::inner\n"};
    CHECK(typesDefinedIn(header) == std::vector<std::string>{"attentarium::One", "attentarium::Two",
                                                             "attentarium::Three", "attentarium::Four",
                                                             "attentarium::Five", "attentarium::inner::Six"});
    const SourceFile source{"a.cpp",
                            kInside + "namespace {\nstruct Mine {\n};\n}  // namespace\nstruct Ours {\n};" + kEnd};
    CHECK(typesDefinedIn(source) == std::vector<std::string>{"attentarium::Ours"});
}

TEST_CASE("A name of two types is told with both files") {
    const std::string text = kInside + "struct Lesson {\n};" + kEnd;
    const auto twice = typesDefinedTwice({{"engine/a.h", text}, {"ui/b.h", text}, {"tests/c.h", text}});
    REQUIRE(twice.size() == 1);
    CHECK(twice.at("attentarium::Lesson") == std::vector<std::string>{"engine/a.h", "ui/b.h"});
}

TEST_CASE("No two types of the program have one name") {
    std::string all;
    for (const auto& [type, files] : typesDefinedTwice(sourceTree())) {
        all += type + ":";
        for (const std::string& file : files) all += " " + file;
        all += "\n";
    }
    CHECK(all == "");
}

}  // namespace
}  // namespace attentarium
