#include "engine/text/utf8.h"

#include <string>

#include "engine/text/language.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace std::string_literals;

TEST_CASE("well-formed UTF-8 of every length is accepted") {
    CHECK_FALSE(firstBadByte(""));
    CHECK_FALSE(firstBadByte("aé小\U0001F600\0z"s));
    CHECK_FALSE(firstBadByte("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

TEST_CASE("the first byte that is not UTF-8 is found, with its line") {
    CHECK(firstBadByte("ab\xFF") == 2U);
    CHECK(firstBadByte("\xC3") == 0U);              // cut off
    CHECK(firstBadByte("a\x80") == 1U);             // a continuation alone
    CHECK(firstBadByte("\xC0\xAF") == 0U);          // overlong
    CHECK(firstBadByte("\xE0\x80\x80") == 0U);      // overlong
    CHECK(firstBadByte("\xED\xA0\x80") == 0U);      // a surrogate
    CHECK(firstBadByte("\xF4\x90\x80\x80") == 0U);  // beyond U+10FFFF
    CHECK(firstBadLine("one\ntwo\n\xE4\xBA\n") == 3);
    CHECK_FALSE(firstBadLine("one\ntwo"));
}

TEST_CASE("characters are code points, and a bad byte is one character") {
    const auto found = characters("a小\xFF!");
    REQUIRE(found.size() == 4);
    CHECK(found[1] == "小");
    CHECK(codePoint(found[1]) == U'小');
    CHECK(codePoint(found[2]) == 0xFFFD);
    CHECK(characterLength("") == 0);
}

TEST_CASE("languages are read from locale names") {
    CHECK(parseLanguage("en") == Language::English);
    CHECK(parseLanguage("en_GB.UTF-8") == Language::English);
    CHECK(parseLanguage("zh") == Language::Chinese);
    CHECK(parseLanguage("zh_CN") == Language::Chinese);
    CHECK(parseLanguage("zh-Hans") == Language::Chinese);
    CHECK_FALSE(parseLanguage("de"));
    CHECK_FALSE(parseLanguage(""));
    CHECK(languageName(Language::Chinese) == "zh");
}
