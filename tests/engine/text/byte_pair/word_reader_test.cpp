#include "engine/text/byte_pair/word_reader.h"

#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/byte_pair/byte_letters.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

using Words = std::vector<std::string>;

Words wordsOf(std::string_view text) {
    WordReader reader(text);
    Words words;
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) words.emplace_back(word);
    return words;
}

}  // namespace

TEST_CASE("a text is cut into words as GPT-2's pattern cuts it") {
    CHECK(wordsOf("").empty());
    CHECK(wordsOf("I don't know, we'll see; they've I'm he'd you're it's.") ==
          Words{"I",   " don", "'t", " know", ",",  " we",  "'ll", " see", ";",  " they",
                "'ve", " I",   "'m", " he",   "'d", " you", "'re", " it",  "'s", "."});
    CHECK(wordsOf("DON'T can’t") == Words{"DON", "'", "T", " can", "’", "t"});
    CHECK(wordsOf("a  b   c \n\n d\t") == Words{"a", " ", " b", "  ", " c", " \n\n", " d", "\t"});
    CHECK(wordsOf("  ") == Words{"  "});
    CHECK(wordsOf("in 1999, 3.5 x2") == Words{"in", " 1999", ",", " 3", ".", "5", " x", "2"});
    CHECK(wordsOf("小狗 很高兴。２０年") == Words{"小狗", " 很高兴", "。", "２０", "年"});
    CHECK(wordsOf("naïve 👩‍👩‍👧!? ½") == Words{"naïve", " 👩‍👩‍👧!?", " ½"});
    CHECK(wordsOf("<|endoftext|> _a_") == Words{"<|", "endoftext", "|>", " _", "a", "_"});
    // Unicode's white space: wide spaces are, U+180E is not any more.
    CHECK(wordsOf("a\u3000\u3000b") == Words{"a", "\u3000", "\u3000", "b"});
    CHECK(wordsOf("a \u180Eb") == Words{"a", " \u180E", "b"});
}

TEST_CASE("bytes that are not UTF-8 are words of their own") {
    CHECK(wordsOf("ab\xFF\xC3 c\xE5\xB0") == Words{"ab", "\xFF", "\xC3", " c", "\xE5", "\xB0"});
    CHECK(wordsOf(std::string_view("a\0b", 3)) == Words{"a", std::string(1, '\0'), "b"});
    CHECK(wordsOf(" \xFF") == Words{" ", "\xFF"});
}

TEST_CASE("the words joined are the text, for any bytes and any length") {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) text += static_cast<char>(random.below(round % 2 ? 256 : 40));
        std::string joined;
        for (const std::string& word : wordsOf(text)) joined += word;
        CHECK(joined == text);
    }
    for (const char* piece : {" ", "a", "7", "!", "\n", "小", "\xFF"}) {
        std::string text;
        while (text.size() < 2'000'000) text += piece;
        std::size_t length = 0;
        WordReader reader(text);
        for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) length += word.size();
        CHECK(length == text.size());
    }
}

TEST_CASE("every byte has a letter of its own, and the letters lead back") {
    CHECK(lettersOf(" the\n") == "ĠtheĊ");
    CHECK(lettersOf("é") == "Ã©");
    CHECK(lettersOf("\xAD\x7F") == "Ńġ");
    CHECK(bytesInLetterOrder().size() == 256);
    CHECK(bytesInLetterOrder().substr(0, 3) == "!\"#");
    CHECK(bytesInLetterOrder()[188] == '\0');
    for (int byte = 0; byte < 256; ++byte) {
        const std::string one(1, static_cast<char>(byte));
        CHECK(bytesOf(lettersOf(one)) == one);
        CHECK(bytesInLetterOrder().find(one) != std::string_view::npos);
    }
    CHECK(bytesOf("Ġa") == " a");
    CHECK_FALSE(bytesOf("a b"));
    CHECK_FALSE(bytesOf("中"));
    CHECK_FALSE(bytesOf("\xC4"));
}
