#include "engine/text/special_tokens.h"

#include "engine/core/error.h"
#include "engine/text/tokenizer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::vector<std::string> pieces(const Tokenizer& tokenizer, std::string_view text) {
    std::vector<std::string> all;
    for (const Token& token : tokenizer.split(text)) all.push_back(token.text);
    return all;
}

TEST_CASE("special tokens come behind the others and are added once") {
    const Vocabulary plain({"a", "b"});
    const Vocabulary special = withSpecialTokens(plain);
    CHECK(special.tokens() ==
          std::vector<std::string>{"a", "b", "<begin>", "<end>", "<separator>", "<mask>", "<class>"});
    CHECK(withSpecialTokens(special).tokens() == special.tokens());
    const Vocabulary gaps = withSpecialTokens(special, WithGaps::Yes);
    CHECK(gaps.size() == special.size() + special::kMostGaps);
    CHECK(specialId(gaps, special::gap(9)) == gaps.size() - 1);
    CHECK(specialId(special, special::kMask) == 5);
    CHECK_THROWS_AS(specialId(plain, special::kMask), LogicError);
    CHECK_THROWS_AS(special::gap(special::kMostGaps), LogicError);
}

TEST_CASE("a special token in a text is one token where the vocabulary has it, and plain characters elsewhere") {
    using Pieces = std::vector<std::string>;
    const Vocabulary letters({"<", ">", "a", "k", "m", "s"});
    const auto plain = makeTokenizer(TokenizerKind::Character, Language::English, letters);
    CHECK(pieces(*plain, "a<mask>") == Pieces{"a", "<", "m", "a", "s", "k", ">"});
    const auto special = makeTokenizer(TokenizerKind::Character, Language::English, withSpecialTokens(letters));
    CHECK(pieces(*special, "a<mask><gap1>") == Pieces{"a", "<mask>", "<", "g", "a", "p", "1", ">"});
    CHECK(special->split("a<mask>")[1].byteOffset == 1);
    CHECK(special->decode(special->encode("a<mask>k")) == "a<mask>k");
    for (const Language language : {Language::English, Language::Chinese}) {
        const auto words = makeTokenizer(TokenizerKind::Word, language, withSpecialTokens(Vocabulary({"猫", "cat"})));
        CHECK(pieces(*words, "cat <mask> <separator>cat") == Pieces{"cat", "<mask>", "<separator>", "cat"});
    }
    const std::string corpus = "<mask> <mas";
    CHECK_FALSE(buildVocabulary(TokenizerKind::Character, Language::English, corpus).find("<mask>"));
    CHECK_FALSE(buildVocabulary(TokenizerKind::Word, Language::English, corpus).find("<mask>"));
}

}  // namespace
}  // namespace attentarium
