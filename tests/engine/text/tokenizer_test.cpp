#include "engine/text/tokenizer.h"

#include "engine/core/error.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

std::vector<std::string> words(const Tokenizer& tokenizer, std::string_view text) {
    std::vector<std::string> found;
    for (const Token& token : tokenizer.split(text)) found.push_back(token.text);
    return found;
}

ErrorKind encodeFailure(const Tokenizer& tokenizer, std::string_view text) {
    try {
        tokenizer.encode(text);
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("no error");
    return ErrorKind::FileMissing;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a vocabulary finds tokens by text and by id and is its list") {
    const Vocabulary vocabulary({"b", "a", "小狗"});
    CHECK(vocabulary.size() == 3);
    CHECK(vocabulary.find("a") == 1);
    CHECK_FALSE(vocabulary.find("c"));
    CHECK(vocabulary.token(2) == "小狗");
    CHECK(vocabulary.longestToken() == 6);
    CHECK(Vocabulary(vocabulary.tokens()).find("小狗") == 2);
    CHECK_THROWS_AS(vocabulary.token(3), LogicError);
    CHECK_THROWS_AS(vocabulary.token(-1), LogicError);
    CHECK_THROWS_AS(Vocabulary({"a", "a"}), LogicError);
    CHECK_THROWS_AS(Vocabulary({""}), LogicError);
}

TEST_CASE("characters round-trip any text") {
    const std::string text = "To be,\nor 小狗 not?";
    const Vocabulary vocabulary = buildVocabulary(TokenizerKind::Character, Language::English, text);
    CHECK(vocabulary.token(0) == "\n");
    const auto tokenizer = makeTokenizer(TokenizerKind::Character, Language::English, vocabulary);
    CHECK(tokenizer->kind() == TokenizerKind::Character);
    CHECK(tokenizer->decode(tokenizer->encode(text)) == text);
    const auto tokens = tokenizer->split("小x");
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[0].id);
    CHECK_FALSE(tokens[1].id);
    CHECK(tokens[1].byteOffset == 3);
    CHECK(tokens[1].byteLength == 1);
}

TEST_CASE("English words are cut at spaces and marks") {
    const auto tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary());
    CHECK(words(*tokenizer, "Anna's  kite, (a well-known one) flies!\nIt's “red”…") ==
          Words{"Anna", "'s", "kite", ",", "(", "a", "well-known", "one", ")", "flies", "!", "\n", "It", "'s", "“",
                "red", "”", "…"});
    CHECK(words(*tokenizer, "Anna’s 'tis dogs' - café") == Words{"Anna", "'s", "'", "tis", "dogs", "'", "-", "café"});
    CHECK(words(*tokenizer, " \t ").empty());
    CHECK(words(*tokenizer, "a\xFF") == Words{"a\xFF"});
}

TEST_CASE("English words are put together as print does") {
    const std::string text = "Anna's kite, (the red one) flies: \"high\" and “far”!\nIt sings.";
    const auto tokenizer = makeTokenizer(TokenizerKind::Word, Language::English,
                                         buildVocabulary(TokenizerKind::Word, Language::English, text));
    CHECK(tokenizer->decode(tokenizer->encode(text)) == text);
    const auto token = tokenizer->split("the  kite").back();
    CHECK(token.byteOffset == 5);
    CHECK(token.byteLength == 4);
}

TEST_CASE("Chinese takes the longest word, else letters, else one character") {
    const auto tokenizer =
        makeTokenizer(TokenizerKind::Word, Language::Chinese, Vocabulary({"他", "他们", "他们的", "球", "。", "\n"}));
    CHECK(words(*tokenizer, "他们的球。他们\n他 球狗Anna2。") ==
          Words{"他们的", "球", "。", "他们", "\n", "他", "球", "狗", "Anna2", "。"});
    CHECK(tokenizer->decode(tokenizer->encode("他们的 球。")) == "他们的球。");
    CHECK(words(*tokenizer, "\xE4\xBB\x96\xE4\xBB") == Words{"他", "\xE4", "\xBB"});
    const Vocabulary foreign = buildVocabulary(TokenizerKind::Word, Language::Chinese, "小狗和Anna");
    CHECK(foreign.tokens() == Words{"Anna", "和", "小", "狗"});
}

TEST_CASE("vocabularies are the same whatever the order of the text") {
    const auto one = buildVocabulary(TokenizerKind::Word, Language::English, "b a c a");
    const auto two = buildVocabulary(TokenizerKind::Word, Language::English, "c a b b");
    CHECK(one.tokens() == two.tokens());
}

TEST_CASE("unknown words and empty texts are refused") {
    const auto tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary({"Anna", "sings", "\n"}));
    CHECK(encodeFailure(*tokenizer, "") == ErrorKind::TextEmpty);
    CHECK(encodeFailure(*tokenizer, "  ") == ErrorKind::TextEmpty);
    CHECK(encodeFailure(*tokenizer, "Anna flies") == ErrorKind::WordUnknown);
    try {
        tokenizer->encode("Anna dances happily");
    } catch (const Error& error) {
        CHECK(error.values().name == "dances");
    }
}

TEST_CASE("unknown words get the nearest known ones") {
    const auto tokenizer = makeTokenizer(TokenizerKind::Word, Language::English,
                                         Vocabulary({"\n", ".", "Anna", "sings", "sing", "garden", "小狗"}));
    CHECK(tokenizer->suggestions("anna", 1) == Words{"Anna"});
    CHECK(tokenizer->suggestions("singing", 2) == Words{"sing", "sings"});
    CHECK(tokenizer->suggestions("gardn", 1) == Words{"garden"});
    CHECK(tokenizer->suggestions("狗", 1) == Words{"小狗"});
    CHECK(tokenizer->suggestions("x", 100).size() == 5);
    CHECK(tokenizer->suggestions("x", 0).empty());
    CHECK(tokenizer->suggestions("", 2).size() == 2);
    CHECK(tokenizer->suggestions(std::string(100000, 'x'), 1).size() == 1);
}

TEST_CASE("tokenizer kinds are named") {
    CHECK(parseTokenizerKind("char") == TokenizerKind::Character);
    CHECK(parseTokenizerKind(tokenizerKindName(TokenizerKind::Word)) == TokenizerKind::Word);
    CHECK(parseTokenizerKind("bpe") == TokenizerKind::BytePair);
    CHECK(tokenizerKindName(TokenizerKind::BytePair) == "bpe");
    CHECK_FALSE(parseTokenizerKind("bytes"));
}
