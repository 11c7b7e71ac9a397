#include "engine/io/json_text.h"

#include "tests/engine/io/errors.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

std::string nested(int levels) {
    return std::string("{\"a\":") + std::string(static_cast<std::size_t>(levels), '[') +
           std::string(static_cast<std::size_t>(levels), ']') + "}";
}

std::string damageOf(const std::string& text) {
    INFO(text.substr(0, 100));
    return errorOf(ErrorKind::FileDamaged, [&] { parseJsonObject(text, "x.json"); }).reason;
}

}  // namespace

TEST_CASE("A plain object is read") {
    const auto parsed = parseJsonObject(" {\"a\": 1, \"b\": {\"a\": [1.5, null, \"词\"]}} \n", "x.json");
    CHECK(parsed["a"] == 1);
    CHECK(parsed["b"]["a"][2] == "词");
    CHECK(parseJsonObject(nested(15), "x.json").size() == 1);
}

TEST_CASE("The same name twice is refused, but not in two objects") {
    CHECK(damageOf(R"({"a":1,"a":1})") == "it has the same name twice");
    CHECK(damageOf(R"({"a":1,"\u0061":2})") == "it has the same name twice");
    CHECK(damageOf(R"({"x":[{"a":1},{"b":1,"c":2,"b":3}]})") == "it has the same name twice");
    CHECK(errorOf(ErrorKind::FileDamaged, [] { parseJsonObject(R"({"a":1,"a":1})", "x.json"); }).name == "a");
    CHECK(parseJsonObject(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})", "x.json").size() == 2);
}

TEST_CASE("Deep nesting is refused, however deep") {
    CHECK(damageOf(nested(16)) == "its JSON is nested too deeply");
    CHECK(damageOf(nested(1'000'000)) == "its JSON is nested too deeply");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(damageOf(objects) == "its JSON is nested too deeply");
}

TEST_CASE("What is no object in UTF-8 is refused") {
    const std::string notJson = "it is not valid JSON in UTF-8";
    CHECK(damageOf("[1]") == notJson);
    CHECK(damageOf("3") == notJson);
    CHECK(damageOf("{a:1}") == notJson);
    CHECK(damageOf("{\"a\":1,}") == notJson);
    CHECK(damageOf("{\"a\":NaN}") == notJson);
    CHECK(damageOf("{\"a\":1e999}") == notJson);
    CHECK(damageOf("{\"a\":1}}") == notJson);
    CHECK(damageOf("{\"a\":1}{}") == notJson);
    CHECK(damageOf("// x\n{\"a\":1}") == notJson);
    CHECK(damageOf("{\"a\":\"\xff\"}") == notJson);
    CHECK(damageOf("{\"a\":\"\xc0\xaf\"}") == notJson);
    CHECK(damageOf("{\"a\":\"\\ud800\"}") == notJson);
    CHECK(damageOf(std::string("{\"a\":1}\0x", 9)) == notJson);
    CHECK(damageOf(std::string("{\"a\":1\0}", 8)) == notJson);
}

TEST_CASE("A text cut anywhere is truncated") {
    const std::string whole = R"({"name":"词","list":[1,2.5,true],"object":{"a":null}})";
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length);
        // A cut inside a letter of several bytes leaves ill-formed UTF-8; both answers are right there.
        try {
            parseJsonObject(whole.substr(0, length), "x.json");
            FAIL("accepted");
        } catch (const Error& error) {
            const bool cut = error.kind() == ErrorKind::FileTruncated;
            CHECK((cut || error.kind() == ErrorKind::FileDamaged));
        }
    }
}

TEST_CASE("A JSON file is read, and its absence, a folder and an empty file are told apart") {
    const TemporaryFolder folder;
    put(folder / "a.json", "{\"a\": 1}\n");
    CHECK(readJsonFile(folder / "a.json")["a"] == 1);
    CHECK(errorOf(ErrorKind::FileMissing, [&] { readJsonFile(folder / "b.json"); }).file ==
          (folder / "b.json").string());
    errorOf(ErrorKind::FileMissing, [&] { readJsonFile(folder / "a.json/b.json"); });
    errorOf(ErrorKind::FileUnreadable, [&] { readJsonFile(folder.path()); });
    put(folder / "empty.json", "");
    errorOf(ErrorKind::FileTruncated, [&] { readJsonFile(folder / "empty.json"); });
    put(folder / "cut.json", "{\"a\": ");
    errorOf(ErrorKind::FileTruncated, [&] { readJsonFile(folder / "cut.json"); });
    put(folder / "large.json", "");
    std::filesystem::resize_file(folder / "large.json", 1'000'000'000'000);
    CHECK(errorOf(ErrorKind::FileDamaged, [&] { readJsonFile(folder / "large.json"); }).reason ==
          "its JSON is longer than 100 MB");
}
