#include "engine/probe/head_roles.h"

#include <filesystem>

#include "engine/models/registry.h"
#include "engine/probe/stories.h"
#include "engine/train/look.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/support/traces.h"

using namespace attentarium;

namespace {

/// A model whose weights are all zero, so that each word looks alike at itself and all before it.
Checkpoint evenCheckpoint(Language language = Language::English) {
    Checkpoint checkpoint;
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, language, SmallWorld().lexicon(language));
    checkpoint.language = language;
    checkpoint.model = makeModel<float>(
        {.layers = 1, .heads = 2, .width = 8, .context = 64, .vocabulary = checkpoint.tokenizer->vocabulary().size()});
    return checkpoint;
}

RoleShares rolesOf(const std::vector<int>& tokens) {
    const Checkpoint even = evenCheckpoint();
    return headRolesOn(*look(*even.model, tokens, LookDepth::Forward))[1];
}

}  // namespace

TEST_CASE("The roles of a head that looks at all words alike are known by hand") {
    // Rows 1, 2, 3 give each place 1/2, 1/3, 1/4.
    const RoleShares roles = rolesOf({7, 8, 7, 9});
    const double mean = (1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 3;
    CHECK(*roles.of(HeadRole::PreviousWord) == Approx(mean));
    CHECK(*roles.of(HeadRole::FirstWord) == Approx(mean));
    // Only the third word was there before: two places of three.
    CHECK(*roles.of(HeadRole::SameWord) == Approx((1.0 / 2 + 2.0 / 3 + 1.0 / 4) / 3));
    // After its first place came the second word.
    CHECK(*roles.of(HeadRole::Induction) == Approx(1.0 / 3));
    CHECK_FALSE(roles.of(HeadRole::Pronoun).has_value());
}

TEST_CASE("Roles are read from the very cells of the weights") {
    const auto trace = smallTrace({1, 2, 1, 2, 3});
    const AttentionLayer layer = attentionLayersOf(*trace)[1];
    const auto w = [&](int i, int j) {
        return static_cast<double>(
            attentionRow(*trace, layer.weights(), Quantity::Value, 1, i)[static_cast<std::size_t>(j)]);
    };
    const RoleShares roles = headRolesOn(*trace)[3];
    CHECK(*roles.of(HeadRole::PreviousWord) == Approx((w(1, 0) + w(2, 1) + w(3, 2) + w(4, 3)) / 4));
    CHECK(*roles.of(HeadRole::FirstWord) == Approx((w(1, 0) + w(2, 0) + w(3, 0) + w(4, 0)) / 4));
    CHECK(*roles.of(HeadRole::SameWord) == Approx((w(1, 1) + w(2, 2) + w(2, 0) + w(3, 3) + w(3, 1) + w(4, 4)) / 4));
    CHECK(*roles.of(HeadRole::Induction) == Approx((w(2, 1) + w(3, 2)) / 2));
}

TEST_CASE("What came after the word before is the word itself, and no induction") {
    CHECK_FALSE(headRolesOn(*smallTrace({4, 4}))[0].of(HeadRole::Induction).has_value());
}

TEST_CASE("A sentence without a word twice says nothing of induction") {
    CHECK_FALSE(rolesOf({1, 2, 3}).of(HeadRole::Induction).has_value());
}

TEST_CASE("The small world says what share falls on whom a pronoun stands for") {
    const Checkpoint even = evenCheckpoint();
    const auto roles = headRolesInSmallWorld(even, 11, 40);
    REQUIRE(roles.size() == 2);
    double sum = 0, pronouns = 0;
    for (const Story& story : tellStories(Language::English, 11, 40)) {
        for (const Pronoun& pronoun : story.pronouns) {
            ++pronouns;
            sum += static_cast<double>(pronoun.referentPositions.size()) / (pronoun.position + 1);
        }
    }
    REQUIRE(pronouns > 0);
    CHECK(*roles[0].of(HeadRole::Pronoun) == Approx(sum / pronouns));
    CHECK(*headRolesInSmallWorld(even, 11, 40)[1].of(HeadRole::Induction) == *roles[1].of(HeadRole::Induction));
}

TEST_CASE("Scoring stops when it is told to") {
    int asked = 0;
    CHECK(headRolesInSmallWorld(evenCheckpoint(), 11, 40, [&] { return ++asked < 3; }).empty());
    CHECK(asked == 3);
}

TEST_CASE("Only a model that knows the words of the small world reads it") {
    CHECK(readsSmallWorld(evenCheckpoint()));
    CHECK(readsSmallWorld(evenCheckpoint(Language::Chinese)));
    for (const FamilySample& sample : familySamples()) CHECK_FALSE(readsSmallWorld(sampleCheckpoint(sample)));
}

TEST_CASE("The bundled model has a head that finds whom a pronoun stands for") {
    const std::filesystem::path folder =
        std::filesystem::path(ATTENTARIUM_SOURCE_DIR) / "resources/checkpoints/small-world-en";
    if (!std::filesystem::exists(folder)) return;
    const Checkpoint bundled = loadCheckpoint(folder);
    double best = 0;
    for (const RoleShares& roles : headRolesInSmallWorld(bundled, 5, 50)) {
        best = std::max(best, roles.of(HeadRole::Pronoun).value_or(0));
    }
    CHECK(best > 0.5);
}
