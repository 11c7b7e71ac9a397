#include "engine/text/byte_pair/byte_pair_learning.h"

#include <map>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "engine/text/byte_pair/byte_pair_tokenizer.h"
#include "engine/text/byte_pair/word_reader.h"
#include "engine/text/small_world.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

using Strings = std::vector<std::string>;

/// Sennrich's own example, as many times as he counts each word. A line end stands between them, so that no word begins
/// with a space.
std::string sennrich() {
    std::string text;
    const auto add = [&](const char* word, int times) {
        for (int i = 0; i < times; ++i) text += std::string(word) + '\n';
    };
    add("low", 5);
    add("lower", 2);
    add("newest", 6);
    add("widest", 3);
    return text;
}

Strings mergedBy(const BytePairMerges& merges) {
    Strings all;
    for (const BytePairMerge& merge : merges.list()) all.push_back(merge.left + '+' + merge.right);
    return all;
}

/// The pairs of the text as it is cut, counted anew. Its words are found again from the text itself.
std::map<std::pair<int, int>, std::int64_t> recount(const BytePairLearning& learning) {
    std::map<std::pair<int, int>, std::int64_t> counts;
    const std::vector<Token> tokens = learning.segmentation();
    WordReader reader(learning.text());
    std::size_t wordEnd = reader.next().size();
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::size_t end = tokens[i].byteOffset + tokens[i].byteLength;
        if (end == wordEnd) {
            wordEnd += reader.next().size();
        } else {
            ++counts[{*tokens[i].id, *tokens[i + 1].id}];
        }
    }
    return counts;
}

void checkCounts(const BytePairLearning& learning) {
    std::vector<BytePair> expected;
    std::map<std::string, int> known;
    for (int id = 0; id < learning.vocabularySize(); ++id) known[learning.token(id)] = id;
    for (const auto& [pair, count] : recount(learning)) {
        CHECK(learning.count(pair.first, pair.second) == count);
        if (count < 2 || known.contains(learning.token(pair.first) + learning.token(pair.second))) continue;
        expected.push_back({pair.first, pair.second, count});
    }
    std::ranges::stable_sort(expected, std::ranges::greater(), &BytePair::count);
    CHECK((learning.pairs() == expected));
    CHECK((learning.chosen() == (expected.empty() ? std::nullopt : std::optional(expected.front()))));
}

std::string randomText(Random& random, int letters, int length) {
    std::string text;
    for (int i = 0; i < length; ++i) text += static_cast<char>('a' + random.below(letters));
    return text;
}

}  // namespace

TEST_CASE("the example of the paper is merged as by hand") {
    // e+s and s+t stand nine times each; e has the lower id. Then es+t; then l+o and o+w, seven times each.
    BytePairLearning learning(sennrich());
    CHECK(learning.chosen()->count == 9);
    CHECK(learning.count('s' - '!', 't' - '!') == 9);
    CHECK(learning.tokenCount() == static_cast<std::int64_t>(learning.text().size()));
    CHECK(learning.pairs(2).size() == 2);
    while (learning.mergesDone() < 7) REQUIRE(learning.merge());
    CHECK(mergedBy(learning.merges()) == Strings{"e+s", "es+t", "l+o", "lo+w", "e+w", "n+ew", "new+est"});
    CHECK(learning.token(258) == "lo");
    CHECK(learning.vocabularySize() == 263);
    Strings cut;
    for (const Token& token : learning.segmentation(3)) cut.push_back(token.text);
    CHECK(cut == Strings{"low"});
    CHECK(learning.tokenCount() == 5 * 2 + 2 * 4 + 6 * 2 + 3 * 5);
    // Then wid+est by way of w+i and i+d; then low+er by way of e+r or of low+e; and no pair is left.
    CHECK(learning.possibleMerges() == 12);
    while (learning.merge()) {
    }
    CHECK(learning.mergesDone() == 12);
    CHECK_FALSE(learning.chosen());
    CHECK(learning.pairs().empty());
    CHECK(mergedBy(learnBytePairs(sennrich(), 2)) == Strings{"e+s", "es+t"});
}

TEST_CASE("the counts that follow each merge are those of a recount") {
    Random random(3);
    const std::string texts[] = {sennrich(),
                                 "aaaa aaa aa aaaaaaa abababa",
                                 randomText(random, 2, 200),
                                 randomText(random, 3, 400) + " \xFF\xFF\xFF\xFF " + randomText(random, 3, 50),
                                 smallWorldCorpus(Language::Chinese, 1, 12),
                                 smallWorldCorpus(Language::English, 1, 20),
                                 "",
                                 "a"};
    for (const std::string& text : texts) {
        BytePairLearning learning(text);
        checkCounts(learning);
        while (learning.merge()) checkCounts(learning);
    }
}

TEST_CASE("the first merges cut a text as it was cut after them") {
    Random random(4);
    for (const std::string& text : {smallWorldCorpus(Language::Chinese, 2, 20), randomText(random, 2, 500),
                                    std::string("aaaaaaaaaaaa bbbb aab aab abaab")}) {
        BytePairLearning learning(text);
        std::vector<std::vector<int>> cuts;
        do {
            std::vector<int> ids;
            std::size_t offset = 0;
            for (const Token& token : learning.segmentation()) {
                ids.push_back(*token.id);
                CHECK(token.byteOffset == offset);
                offset += token.byteLength;
            }
            CHECK(static_cast<std::int64_t>(ids.size()) == learning.tokenCount());
            cuts.push_back(ids);
        } while (learning.merge());
        const BytePairMerges all = learning.merges();
        REQUIRE(cuts.size() == static_cast<std::size_t>(all.size()) + 1);
        for (int n = 0; n <= all.size(); ++n) {
            const BytePairMerges some = all.first(n);
            CHECK(some.vocabulary().size() == 256 + n);
            const BytePairTokenizer tokenizer(some, some.vocabulary());
            CHECK((tokenizer.encode(text) == cuts[static_cast<std::size_t>(n)]));
        }
    }
}

TEST_CASE("merges that nobody could have learned are found") {
    using Merges = std::vector<BytePairMerge>;
    CHECK_FALSE(BytePairMerges::firstBroken(Merges{{"a", "b"}, {"ab", "c"}, {"b", "c"}, {"a", "bc"}}));
    CHECK(BytePairMerges::firstBroken(Merges{{"a", "b"}, {"a", "b"}}) == 1U);
    CHECK(BytePairMerges::firstBroken(Merges{{"a", "b"}, {"ab", "cd"}, {"c", "d"}}) == 1U);
    CHECK(BytePairMerges::firstBroken(Merges{{"", "b"}}) == 0U);
    CHECK_THROWS_AS(BytePairMerges(Merges{{"ab", "c"}}), LogicError);
    // Two ways to one token give it one place.
    const BytePairMerges twoWays(Merges{{"a", "b"}, {"ab", "c"}, {"b", "c"}, {"a", "bc"}});
    CHECK(twoWays.vocabulary().size() == 259);
    CHECK_THROWS_AS(twoWays.first(5), LogicError);
}
