#include "engine/text/byte_pair/byte_pair_tokenizer.h"

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/byte_pair/word_reader.h"
#include "engine/text/small_world.h"
#include "engine/text/special_tokens.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

using Strings = std::vector<std::string>;

BytePairTokenizer learned(const std::string& text, int merges) {
    const BytePairMerges all = learnBytePairs(text, merges);
    return BytePairTokenizer(all, all.vocabulary());
}

Strings tokensOf(const Tokenizer& tokenizer, std::string_view text) {
    Strings all;
    for (const Token& token : tokenizer.split(text)) all.push_back(token.text);
    return all;
}

/// GPT-2's own way: again and again the pair that was learned first, wherever it stands in the word.
Strings mergedSlowly(const BytePairMerges& merges, std::string_view text) {
    Strings all;
    WordReader reader(text);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
        Strings tokens;
        for (const char byte : word) tokens.emplace_back(1, byte);
        for (bool again = true; again;) {
            again = false;
            for (const BytePairMerge& merge : merges.list()) {
                for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
                    if (tokens[i] != merge.left || tokens[i + 1] != merge.right) continue;
                    tokens[i] += tokens[i + 1];
                    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                    again = true;
                }
                if (again) break;
            }
        }
        all.insert(all.end(), tokens.begin(), tokens.end());
    }
    return all;
}

}  // namespace

TEST_CASE("byte pairs round-trip any bytes, with exact places") {
    const BytePairTokenizer tokenizer =
        learned(smallWorldCorpus(Language::Chinese, 1, 40) + smallWorldCorpus(Language::English, 1, 40), 300);
    Random random(2);
    Strings texts{"小狗 chased 🐈‍⬛ and “naïve” \t\r\n\n x", std::string("\0\0a", 3),
                  "\xE5\xB0\x8F\xE5\xB0 \xFF"};
    for (int i = 0; i < 300; ++i) {
        std::string& text = texts.emplace_back();
        while (text.size() < 100) text += static_cast<char>(random.below(256));
    }
    for (const std::string& text : texts) {
        CHECK(tokenizer.decode(tokenizer.encode(text)) == text);
        std::size_t offset = 0;
        for (const Token& token : tokenizer.split(text)) {
            REQUIRE(token.id);
            CHECK(token.byteOffset == offset);
            CHECK(token.text == text.substr(offset, token.byteLength));
            CHECK(tokenizer.vocabulary().token(*token.id) == token.text);
            offset += token.byteLength;
        }
        CHECK(offset == text.size());
    }
    try {
        tokenizer.encode("");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::TextEmpty);
    }
}

TEST_CASE("a character that no merge has put together is cut into its bytes") {
    const BytePairTokenizer tokenizer = learned("小小小", 1);
    CHECK(tokensOf(tokenizer, "小x") == Strings{"\xE5", "\xB0\x8F", "x"});
    CHECK(tokensOf(learned("小小小", 2), "小") == Strings{"小"});
}

TEST_CASE("byte pairs are merged in the order in which they were learned") {
    const BytePairTokenizer lower = learned("low low low lower lower newest newest widest", 20);
    CHECK(tokensOf(lower, "lowest") == mergedSlowly(lower.merges(), "lowest"));
    Random random(6);
    for (const Language language : {Language::English, Language::Chinese}) {
        const BytePairTokenizer tokenizer = learned(smallWorldCorpus(language, 1, 60), 200);
        const std::string other = smallWorldCorpus(language, 9, 10);
        CHECK(tokensOf(tokenizer, other) == mergedSlowly(tokenizer.merges(), other));
    }
    std::string letters;
    for (int i = 0; i < 3000; ++i) letters += static_cast<char>('a' + random.below(2));
    const BytePairTokenizer tokenizer = learned(letters, 60);
    CHECK(tokensOf(tokenizer, letters) == mergedSlowly(tokenizer.merges(), letters));
    // A merge to a token that another one has made already, which a learner of another program may bring.
    const BytePairMerges twoWays({{"a", "b"}, {"ab", "c"}, {"abc", "d"}, {"b", "c"}, {"a", "bc"}, {"e", "a"}});
    const BytePairTokenizer both(twoWays, twoWays.vocabulary());
    CHECK(tokensOf(both, "abcd") == Strings{"abcd"});
    CHECK(tokensOf(both, "eabcabc") == mergedSlowly(twoWays, "eabcabc"));
}

TEST_CASE("special tokens of the vocabulary are found by their spelling, the longest first") {
    const BytePairMerges merges = learnBytePairs("the mask the mask the", 10);
    const BytePairTokenizer plain(merges, merges.vocabulary());
    CHECK(plain.specialTokens().empty());
    CHECK(tokensOf(plain, "<mask>").size() > 1);
    CHECK_FALSE(plain.vocabulary().find("<mask>"));
    const auto special =
        makeTokenizer(TokenizerKind::BytePair, Language::English, withSpecialTokens(merges.vocabulary()), merges);
    CHECK(special->kind() == TokenizerKind::BytePair);
    CHECK((mergesOf(*special) == merges));
    CHECK(tokensOf(*special, "the<mask> the<mas") == Strings{"the", "<mask>", " the", "<", "mas"});
    std::vector<std::string> tokens = merges.vocabulary().tokens();
    tokens.insert(tokens.begin(), {"<|a|>", "<|a|>b"});
    const BytePairTokenizer longest(merges, Vocabulary(tokens));
    CHECK(longest.specialTokens() == std::vector<int>{0, 1});
    CHECK(tokensOf(longest, "x<|a|>b<|a|>c") == Strings{"x", "<|a|>b", "<|a|>", "c"});
}

TEST_CASE("merges and a vocabulary that do not fit are a mistake") {
    const BytePairMerges merges(std::vector<BytePairMerge>{{"a", "b"}});
    CHECK_THROWS_AS(BytePairTokenizer(merges, BytePairMerges().vocabulary()), LogicError);
    CHECK_THROWS_AS(makeTokenizer(TokenizerKind::BytePair, Language::English, Vocabulary({"a", "b"})), LogicError);
    CHECK_THROWS_AS(makeTokenizer(TokenizerKind::Word, Language::English, merges.vocabulary(), merges), LogicError);
    CHECK_THROWS_AS(buildVocabulary(TokenizerKind::BytePair, Language::English, "a"), LogicError);
}
