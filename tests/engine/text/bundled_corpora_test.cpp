#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/text/corpus.h"
#include "engine/text/language.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

struct Corpus {
    std::string name;
    std::string text;
    Language language;
};

std::vector<Corpus> bundledCorpora() {
    std::vector<Corpus> all;
    for (const auto& entry : std::filesystem::directory_iterator(ATTENTARIUM_SOURCE_DIR "/resources/corpora")) {
        if (entry.path().extension() != ".txt") continue;
        const std::string stem = entry.path().stem().string();
        const auto language = parseLanguage(stem.substr(stem.rfind('-') + 1));
        if (!language) FAIL(stem << " does not say its language");
        all.push_back({stem, readTextFile(entry.path().string()), *language});
    }
    return all;
}

std::string bytesOf(const std::string& name) {
    std::ifstream file(ATTENTARIUM_SOURCE_DIR "/resources/corpora/" + name + ".txt", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the bundled corpora are UTF-8 with plain line ends, and large enough in each language") {
    std::map<Language, std::size_t> bytes;
    for (const Corpus& corpus : bundledCorpora()) {
        INFO(corpus.name);
        // What is read is what stands there: no byte-order mark, no other line ends.
        CHECK(corpus.text == bytesOf(corpus.name));
        CHECK(corpus.text.ends_with("\n"));
        CHECK_FALSE(corpus.text.ends_with("\n\n"));
        CHECK(corpus.text.find("\n\n\n") == std::string::npos);
        CHECK(corpus.text.find(" \n") == std::string::npos);
        CHECK(corpus.text.find('\t') == std::string::npos);
        bytes[corpus.language] += corpus.text.size();
    }
    CHECK(bytes[Language::English] >= 40 * 1024);
    CHECK(bytes[Language::Chinese] >= 40 * 1024);
}

TEST_CASE("no paragraph of the bundled corpora stands twice") {
    std::set<std::string> seen;
    for (const Corpus& corpus : bundledCorpora()) {
        std::istringstream lines(corpus.text);
        for (std::string paragraph; std::getline(lines, paragraph);) {
            // Letters greet alike, and people repeat a short sentence.
            if (paragraph.size() < 40) continue;
            if (!seen.insert(paragraph).second) FAIL(corpus.name << ": " << paragraph);
        }
    }
    CHECK(seen.size() > 400);
}
