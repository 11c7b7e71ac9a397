#include "ui/session/word_map_study.h"

#include <QDir>
#include <cmath>

#include "engine/geometry/direction.h"
#include "engine/geometry/principal_components.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "tests/ui/window/open_window.h"

namespace attentarium::test {
namespace {

struct Study : SmallSession {
    Study() : study(*session) {
        study.want(true);
        REQUIRE(waitUntil([&] { return study.map() != nullptr; }));
    }
    const WordMap& map() const { return *study.map(); }
    void wait() {
        REQUIRE(waitUntil([&] { return !study.isBusy(); }));
    }
    int place(const char* word) const { return *map().cloud->find(QString::fromUtf8(word)); }

    WordMapStudy study;
};

double largestDifference(const Points& a, const Points& b) {
    REQUIRE(a.values.size() == b.values.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) largest = std::max(largest, std::abs(a.values[i] - b.values[i]));
    return largest;
}

TEST_CASE("The map shows the rows of the model's own embedding along their principal components") {
    Study small;
    REQUIRE(small.study.tables() == QStringList{QStringLiteral("token_embedding.weight")});
    const WordMap& map = small.map();
    CHECK(map.kind == MapKind::Principal);
    CHECK(map.cloud->count() == 12);
    const Tensor<float>& weight = small.session->checkpoint()->model->parameters()[0].value;
    CHECK(map.cloud->vectors.row(small.place("fox"))[1] == static_cast<double>(weight.view().row(6)[1]));
    const PrincipalComponents components = principalComponents(map.cloud->vectors, 2);
    CHECK(largestDifference(map.places, projected(components, map.cloud->vectors)) < 1e-12);
    CHECK(map.shares[0] == components.shares[0]);
}

TEST_CASE("Nothing is worked out while nobody looks") {
    SmallSession small;
    WordMapStudy study(*small.session);
    QTest::qWait(100);
    CHECK_FALSE(study.map());
    CHECK_FALSE(study.isBusy());
}

TEST_CASE("A number that is set in the embedding moves its word, and what concerns no vector moves none") {
    Study small;
    const auto before = small.study.map();
    small.session->change(SilenceHead{"blocks.0.attention", 0});
    small.settle();
    CHECK(small.study.map() == before);
    const int fox = small.place("fox");
    small.session->change(SetCell{"token_embedding.weight", {fox, 0}, 9});
    REQUIRE(waitUntil([&] { return small.study.map() && small.study.map() != before; }));
    CHECK(small.map().cloud->vectors.row(fox)[0] == 9);
    small.session->undoStack().undo();
    REQUIRE(waitUntil([&] { return small.study.map() && small.map().cloud->vectors.row(fox)[0] != 9; }));
    CHECK(largestDifference(small.map().places, before->places) == 0);
}

TEST_CASE("Two directions place each word by how far it lies along them") {
    Study small;
    small.study.setKind(MapKind::Directions);
    small.study.setDirections(
        {{{QStringLiteral("he"), QStringLiteral("she")}, {QStringLiteral("a"), QStringLiteral("the")}}});
    small.wait();
    const WordMap& map = small.map();
    REQUIRE(map.kind == MapKind::Directions);
    const auto& vectors = map.cloud->vectors;
    const auto across = directionBetween(vectors[small.place("he")], vectors[small.place("she")]);
    CHECK(std::abs(map.places.row(small.place("fox"))[0] - dot(vectors[small.place("fox")], across)) < 1e-12);
    // Between the two words of a pair lies their whole difference.
    std::vector<double> difference(across.size());
    for (std::size_t i = 0; i < across.size(); ++i) {
        difference[i] = vectors[small.place("she")][i] - vectors[small.place("he")][i];
    }
    CHECK(std::abs(map.places.row(small.place("she"))[0] - map.places.row(small.place("he"))[0] - length(difference)) <
          1e-12);
}

TEST_CASE("Words that give no direction are told, with known words, and the map stays one") {
    Study small;
    small.study.setKind(MapKind::Directions);
    small.study.setDirections(
        {{{QStringLiteral("he"), QStringLiteral("sha")}, {QStringLiteral("a"), QStringLiteral("the")}}});
    small.wait();
    REQUIRE(small.study.problem());
    CHECK(small.study.problem()->kind == MapProblem::Kind::Unknown);
    CHECK(small.study.problem()->word == QStringLiteral("sha"));
    CHECK(small.study.problem()->suggestions.contains(QStringLiteral("she")));
    CHECK(small.map().kind == MapKind::Principal);
    small.study.setDirections(
        {{{QStringLiteral("he"), QStringLiteral("he")}, {QStringLiteral("a"), QStringLiteral("the")}}});
    small.wait();
    CHECK(small.study.problem()->kind == MapProblem::Kind::SameWord);
    small.study.setDirections({{{QStringLiteral("he"), QString()}, {QStringLiteral("a"), QStringLiteral("the")}}});
    small.wait();
    CHECK(small.study.problem()->kind == MapProblem::Kind::Empty);
    small.study.setKind(MapKind::Principal);
    small.wait();
    CHECK_FALSE(small.study.problem());
}

TEST_CASE("t-SNE runs by itself, pauses, goes step by step, ends, and begins anew") {
    Study small;
    small.study.setKind(MapKind::Neighbours);
    CHECK(small.study.isPlaying());
    REQUIRE(waitUntil([&] { return small.map().kind == MapKind::Neighbours && small.map().step > 10; }));
    small.study.pause();
    QTest::qWait(60);
    const int paused = small.map().step;
    QTest::qWait(60);
    CHECK(small.map().step == paused);
    small.study.stepOnce();
    REQUIRE(waitUntil([&] { return small.map().step == paused + 1; }));
    small.study.cancel();
    REQUIRE(waitUntil([&] { return small.map().step == 0; }));
    CHECK_FALSE(small.study.isPlaying());
    const double before = small.map().divergence;
    small.study.play();
    REQUIRE(waitUntil([&] { return small.map().step == small.map().steps; }));
    CHECK_FALSE(small.study.isPlaying());
    CHECK(small.map().divergence < before);
    const Points end = small.map().places;
    small.study.play();
    REQUIRE(waitUntil([&] { return small.map().step > 0 && small.map().step < small.map().steps; }));
    REQUIRE(waitUntil([&] { return small.map().step == small.map().steps; }));
    CHECK(largestDifference(small.map().places, end) == 0);
}

TEST_CASE("While the page is hidden t-SNE rests, and goes on when it is seen again") {
    Study small;
    small.study.setKind(MapKind::Neighbours);
    REQUIRE(waitUntil([&] { return small.map().kind == MapKind::Neighbours && small.map().step > 0; }));
    small.study.want(false);
    QTest::qWait(60);
    const int rested = small.map().step;
    QTest::qWait(60);
    CHECK(small.map().step == rested);
    small.study.want(true);
    CHECK(waitUntil([&] { return small.map().step > rested; }));
}

TEST_CASE("A perplexity that cannot be is told, and one that can runs") {
    Study small;
    small.study.setKind(MapKind::Neighbours);
    for (const double perplexity : {0.5, 11.0, 500.0, std::nan("")}) {
        CAPTURE(perplexity);
        small.study.setPerplexity(perplexity);
        small.wait();
        REQUIRE(small.study.problem());
        CHECK(small.study.problem()->kind == MapProblem::Kind::Perplexity);
        CHECK(small.study.problem()->high == 11);
        CHECK(small.map().kind == MapKind::Principal);
        CHECK_FALSE(small.study.isPlaying());
    }
    small.study.setPerplexity(4);
    small.wait();
    CHECK_FALSE(small.study.problem());
    CHECK(small.map().kind == MapKind::Neighbours);
}

TEST_CASE("A second model is laid upon the first: the same one falls onto itself") {
    Study small;
    small.study.openBeside(small.session->folder());
    REQUIRE(waitUntil([&] { return small.map().other != nullptr; }));
    CHECK(small.map().shared.size() == 12);
    CHECK(small.map().left < 1e-9);
    CHECK(largestDifference(small.map().otherPlaces, small.map().places) < 1e-9);
    small.study.openBeside({});
    REQUIRE(waitUntil([&] { return small.map().other == nullptr; }));
}

TEST_CASE("With t-SNE both models are laid out together, so that most words stay near themselves") {
    Study small;
    small.study.openBeside(small.session->folder());
    small.study.setKind(MapKind::Neighbours);
    REQUIRE(waitUntil([&] { return small.map().other && small.map().kind == MapKind::Neighbours; }));
    REQUIRE(waitUntil([&] { return small.map().step == small.map().steps; }));
    REQUIRE(small.map().otherPlaces.count == 12);
    int near = 0;
    for (int word = 0; word < 12; ++word) {
        const auto way = [&](int to) {
            return std::hypot(small.map().places.row(to)[0] - small.map().otherPlaces.row(word)[0],
                              small.map().places.row(to)[1] - small.map().otherPlaces.row(word)[1]);
        };
        bool isNearest = true;
        for (int other = 0; other < 12; ++other) isNearest = isNearest && (other == word || way(word) < way(other));
        near += isNearest ? 1 : 0;
    }
    CHECK(near >= 10);
}

TEST_CASE("A second model that cannot be read or shares no word is told") {
    Study small;
    small.study.openBeside(QStringLiteral("/nowhere"));
    REQUIRE(waitUntil([&] { return small.study.besideProblem().has_value(); }));
    CHECK(small.study.besideProblem()->kind == MapProblem::Kind::Unreadable);
    SmallSession letters(QStringLiteral("ab"), SmallSession::Speaks::Chinese);
    small.study.openBeside(letters.session->folder());
    REQUIRE(waitUntil([&] {
        return small.study.besideProblem() && small.study.besideProblem()->kind == MapProblem::Kind::NothingShared;
    }));
    CHECK_FALSE(small.map().other);
}

TEST_CASE("A vocabulary of one word is no map, and says so") {
    WordMapRequest request;
    request.tokenizer =
        makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary(std::vector<std::string>{"the"}));
    request.table = {"token_embedding.weight", Tensor<float>(Shape{1, 4})};
    for (const MapKind kind : {MapKind::Principal, MapKind::Neighbours, MapKind::Directions}) {
        request.kind = kind;
        const MadeMap made = makeMap(request, [] { return false; });
        REQUIRE(made.problem);
        CHECK(made.problem->kind == MapProblem::Kind::OneWord);
        REQUIRE(made.map);
        CHECK(made.map->places.count == 1);
    }
}

TEST_CASE("More words than can be told apart are left out, and t-SNE says how many it takes") {
    std::vector<std::string> words;
    for (int i = 0; i < 6000; ++i) words.push_back("word" + std::to_string(i));
    WordMapRequest request;
    request.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, Vocabulary(words));
    request.table = {"token_embedding.weight", Tensor<float>(Shape{6000, 3})};
    request.kind = MapKind::Neighbours;
    const MadeMap made = makeMap(request, [] { return false; });
    CHECK(made.map->cloud->count() == kMostMapped);
    CHECK(made.map->cloud->vocabulary == 6000);
    REQUIRE(made.problem);
    CHECK(made.problem->kind == MapProblem::Kind::TooMany);
}

}  // namespace
}  // namespace attentarium::test
