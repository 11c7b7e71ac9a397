#include "engine/probe/word_bias.h"

#include <filesystem>

#include "engine/geometry/similarity.h"
#include "engine/io/checkpoint.h"
#include "engine/text/biased_world.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

Points pointsOfRows(const std::vector<std::vector<double>>& rows) {
    Points points(std::ssize(rows), std::ssize(rows.front()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::copy(rows[i].begin(), rows[i].end(), points.row(static_cast<std::int64_t>(i)));
    }
    return points;
}

TEST_CASE("The direction of one pair is its difference, and the first word is on its positive side") {
    const Points points = pointsOfRows({{1, 0, 0}, {0, 2, 0}, {0, 0, 3}});
    const std::pair<int, int> pairs[] = {{0, 1}};
    const BiasDirection bias = biasDirection(points, pairs);
    CHECK(bias.share == Approx(1));
    CHECK(bias.direction[0] == Approx(std::sqrt(0.5)));
    CHECK(bias.direction[1] == Approx(-std::sqrt(0.5)));
    CHECK(bias.direction[2] == Approx(0).margin(1e-12));
}

TEST_CASE("Of two pairs at right angles the longer one decides, and the share says how much it leaves") {
    // Unit vectors whose differences have lengths 2 and √2.
    const Points points = pointsOfRows({{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    const std::pair<int, int> pairs[] = {{2, 3}, {0, 1}};
    const BiasDirection bias = biasDirection(points, pairs);
    CHECK(std::abs(bias.direction[0]) == Approx(1));
    CHECK(bias.share == Approx(4.0 / 6));
}

TEST_CASE("Neutralised words are at right angles to the direction and of length 1, and others keep theirs") {
    const Points points = pointsOfRows({{3, 1, 0}, {-1, 1, 2}, {2, 2, 2}, {0.5, 4, 1}});
    const std::pair<int, int> pairs[] = {{0, 1}};
    const int words[] = {2, 3};
    const BiasDirection bias = biasDirection(points, pairs);
    const Lean before = leanOf(points, pairs, words, bias);
    CHECK(before.mean > 0.1);
    const Points after = neutralised(points, words, bias);
    for (const int word : words) {
        CHECK(dot(after[word], bias.direction) == Approx(0).margin(1e-12));
        CHECK(length(after[word]) == Approx(1));
    }
    CHECK(cosine(after[0], points[0]) == Approx(1));
    CHECK(leanOf(after, pairs, words, bias).mean == Approx(0).margin(1e-12));
}

TEST_CASE("Pairs without a difference have no direction, and a list that does not vary no correlation") {
    const Points points = pointsOfRows({{1, 2}, {2, 4}, {0, 0}});
    const std::pair<int, int> pairs[] = {{0, 1}};
    const BiasDirection bias = biasDirection(points, pairs);
    CHECK(length(bias.direction) == Approx(0).margin(1e-12));
    const double same[] = {1, 1, 1}, rising[] = {1, 2, 3}, falling[] = {3, 2, 1};
    CHECK(correlation(same, rising) == 0);
    CHECK(correlation(rising, falling) == Approx(-1));
    CHECK(correlation({}, {}) == 0);
}

TEST_CASE("The bundled vectors of the biased world lean as it was set, in both languages") {
    for (const Language language : {Language::English, Language::Chinese}) {
        const std::filesystem::path all = std::filesystem::path(ATTENTARIUM_SOURCE_DIR) / "resources" / "checkpoints";
        const auto folder = all / (language == Language::English ? "biased-world-en" : "biased-world-zh");
        const Checkpoint checkpoint = loadCheckpoint(folder);
        const auto bias = biasOf(checkpoint.corpus);
        REQUIRE(bias);
        const BiasedWorld world(language, *bias);
        const Vocabulary& vocabulary = checkpoint.tokenizer->vocabulary();
        const auto table = checkpoint.model->parameters()[0].value.view();
        const Points points = pointsOf(table.data, table.rows(), table.columns());
        std::vector<std::pair<int, int>> pairs;
        for (const auto& [she, he] : world.pairs()) pairs.emplace_back(*vocabulary.find(she), *vocabulary.find(he));
        std::vector<int> words;
        std::vector<double> shares;
        for (const Occupation& one : world.occupations()) {
            words.push_back(*vocabulary.find(one.word));
            shares.push_back(one.shareOfShe);
        }
        const BiasDirection direction = biasDirection(points, pairs);
        CHECK(direction.share > 0.9);
        CHECK(correlation(leanOf(points, pairs, words, direction).along, shares) > 0.95);
        CHECK(leanOf(neutralised(points, words, direction), pairs, words, direction).mean < 1e-9);
    }
}

}  // namespace
}  // namespace attentarium
