#include "ui/views/stage/stage_view.h"

#include <algorithm>

#include "tests/ui/stage/stage_fixture.h"
#include "ui/explain/theme.h"

using namespace attentarium;

TEST_CASE("without a model the stage is empty and calm") {
    testApplication();
    Session session;
    StageView view(session);
    view.resize(800, 600);
    CHECK_FALSE(view.grab().isNull());
    CHECK(view.scene().focusOrder().empty());
    CHECK_FALSE(view.pictureSize().isEmpty());
}

TEST_CASE("a click on a head's thumbnail chooses the head") {
    StageFixture fixture;
    REQUIRE(fixture.session->goToStep(Phase::Forward, kWeights));
    REQUIRE(fixture.view.scene().heads().size() == 4);
    fixture.click(*fixture.view.scene().heads()[2], {10, 10});
    CHECK(fixture.session->selection().head == 2);
    CHECK(fixture.view.scene().heads()[2]->isChosen());
    CHECK(fixture.matrix(kWeights).content().window.first == 2 * 9 * 9);
    CHECK(fixture.view.scene().breadcrumb().contains(QStringLiteral("3")));
}

TEST_CASE("a click on a cell chooses it, and the cells it was made of light up") {
    StageFixture fixture;
    const QString name = QStringLiteral("blocks.0.attention.scores");
    REQUIRE(fixture.session->goToStep(Phase::Forward, name));
    MatrixItem& scores = fixture.matrix(name);
    fixture.session->selectHead(1);
    fixture.click(scores, scores.cellRect({4, 2}).center());
    const Selection& selection = fixture.session->selection();
    REQUIRE(selection.cell);
    CHECK(selection.node == fixture.node(name));
    CHECK(*selection.cell == 1 * 81 + 4 * 9 + 2);
    CHECK(selection.token == 4);
    CHECK(scores.content().selected == CellPlace{4, 2});
    CHECK(scores.content().boldColumn == 2);
    // A score is the product of one query and one key, all 16 features of each.
    const auto& lit = fixture.matrix(kQuery).content().lit;
    CHECK(lit.size() == 16);
    CHECK(std::ranges::all_of(lit, [](CellPlace place) { return place.row == 4; }));
    const auto& keys = fixture.matrix(QStringLiteral("blocks.0.attention.key")).content().lit;
    CHECK(keys.size() == 16);
    CHECK(std::ranges::all_of(keys, [](CellPlace place) { return place.row == 2; }));

    QTest::keyClick(&fixture.picture(), Qt::Key_Right);
    CHECK(scores.content().selected == CellPlace{4, 3});
    QTest::keyClick(&fixture.picture(), Qt::Key_Up);
    CHECK(scores.content().selected == CellPlace{3, 3});
}

TEST_CASE("the picture fills in on the way forward") {
    StageFixture fixture;
    const QString key = QStringLiteral("blocks.0.attention.key");
    fixture.session->goToStep(Phase::Forward, kQuery);
    CHECK(fixture.matrix(kQuery).content().presence == Presence::Current);
    CHECK(fixture.matrix(key).content().presence == Presence::Pending);
    const QImage before = fixture.image();
    fixture.session->stepForward();
    CHECK(fixture.matrix(kQuery).content().presence == Presence::Shown);
    CHECK(fixture.matrix(key).content().presence == Presence::Current);
    CHECK(fixture.image() != before);
    fixture.session->stepBack();
    CHECK(fixture.image() == before);
}

TEST_CASE("masked cells are hatched") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kWeights);
    const MatrixItem& weights = fixture.matrix(kWeights);
    CHECK(weights.content().isHidden(0, 1));
    CHECK_FALSE(weights.content().isHidden(1, 0));
    const QImage image = fixture.image();
    const QRect cell = weights.mapRectToScene(weights.cellRect({0, 8})).toRect().adjusted(6, 6, -6, -6);
    int dark = 255, light = 0;
    for (int y = cell.top(); y <= cell.bottom(); ++y) {
        for (int x = cell.left(); x <= cell.right(); ++x) {
            dark = std::min(dark, qGray(image.pixel(x, y)));
            light = std::max(light, qGray(image.pixel(x, y)));
        }
    }
    CHECK(light - dark > 15);
}

TEST_CASE("on the way back tensors show their gradients as they are reached") {
    StageFixture fixture;
    const QString value = QStringLiteral("blocks.0.attention.value");
    REQUIRE(fixture.session->goToStep(Phase::Backward, value));
    const MatrixContent& shown = fixture.matrix(value).content();
    CHECK(shown.quantity == Quantity::Gradient);
    CHECK(shown.presence == Presence::Current);
    CHECK(shown.title == QStringLiteral("dL/dV"));
    CHECK(shown.frameColour == theme().backward);
    CHECK(shown.numbers.data() == fixture.session->trace()->gradients(fixture.node(value)).data());
    const MatrixContent& input = fixture.matrix(QStringLiteral("input")).content();
    CHECK(input.quantity == Quantity::Value);
    CHECK(input.presence == Presence::Dimmed);
}

TEST_CASE("a weight matrix is shown beside its step, and its update as before, gradient, change and after") {
    StageFixture fixture;
    const QString weight = QStringLiteral("blocks.0.attention.query.weight");
    REQUIRE(fixture.session->goToStep(Phase::Backward, weight));
    const auto shows = [&](std::span<const float> numbers) {
        return std::ranges::count_if(fixture.view.scene().matrices(), [&](const MatrixItem* item) {
            return item->content().numbers.data() == numbers.data();
        });
    };
    const Trace& trace = *fixture.session->trace();
    const Var node = fixture.node(weight);
    CHECK(shows(trace.values(node)) == 1);
    CHECK(shows(trace.gradients(node)) == 1);
    CHECK(fixture.box(QStringLiteral("Block 1")).isOpen());
    REQUIRE(fixture.session->goToStep(Phase::Update, weight));
    CHECK(shows(trace.values(node)) == 1);
    CHECK(shows(trace.update(node)->gradient.values()) == 1);
    CHECK(shows(trace.update(node)->updated.values()) == 1);
    int changes = 0;
    for (const MatrixItem* item : fixture.view.scene().matrices()) {
        if (!item->content().own) continue;
        ++changes;
        CHECK(item->content().numbers[5] == trace.update(node)->updated.values()[5] - trace.values(node)[5]);
    }
    CHECK(changes == 1);
}

TEST_CASE("a cell of a weight matrix can be chosen and moved by key") {
    StageFixture fixture;
    const QString weight = QStringLiteral("blocks.0.attention.query.weight");
    REQUIRE(fixture.session->goToStep(Phase::Backward, weight));
    MatrixItem& shown = fixture.matrix(weight);
    fixture.click(shown, shown.cellRect({20, 30}).center());
    REQUIRE(fixture.session->selection().node == fixture.node(weight));
    const std::int64_t cell = fixture.session->selection().cell.value();
    CHECK(&fixture.matrix(weight) == &shown);
    QTest::keyClick(&fixture.picture(), Qt::Key_Down);
    CHECK(fixture.session->selection().cell == cell + 64);
    fixture.session->stepForward();
    fixture.session->stepBack();
    CHECK(fixture.matrix(weight).content().selected.has_value());
}

TEST_CASE("boxes and pills lead to their step, by mouse and by keyboard") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kQuery);
    CHECK(fixture.box(QStringLiteral("Block 1")).isOpen());
    fixture.click(fixture.box(QStringLiteral("÷ √d")), {10, 10});
    CHECK(fixture.currentName() == "blocks.0.attention.scaled_scores");
    fixture.click(fixture.box(QStringLiteral("Block 2")), {10, 10});
    CHECK(fixture.currentName().starts_with("blocks.1."));
    CHECK(fixture.box(QStringLiteral("Block 2")).isOpen());
    fixture.picture().setFocus();
    fixture.box(QStringLiteral("Softmax")).setFocus();
    QTest::keyClick(&fixture.picture(), Qt::Key_Return);
    QTest::qWait(1);
    CHECK(fixture.currentName() == "probabilities");
}

TEST_CASE("a clicked next word becomes the selection") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, QStringLiteral("probabilities"));
    auto* words = qobject_cast<BarsItem*>(fixture.view.scene().currentFigure());
    REQUIRE(words);
    REQUIRE(words->content().bars.size() == 12);
    CHECK(words->content().bars[0].number >= words->content().bars[1].number);
    fixture.click(*words, words->barRect(1).center());
    CHECK(fixture.session->selection().cell == words->content().bars[1].index);
    CHECK(fixture.session->selection().node == fixture.node(QStringLiteral("probabilities")));
}

TEST_CASE("a text of one token and a changed sentence are shown too") {
    StageFixture fixture(QStringLiteral("fox"));
    for (int step = 0; step < fixture.session->stepCount(); ++step) {
        fixture.session->goToStep(step);
        CHECK_FALSE(fixture.image().isNull());
    }
    QSignalSpy traced(&*fixture.session, &Session::traceChanged);
    fixture.session->setText(QStringLiteral("the big bird ate it"));
    REQUIRE(traced.wait());
    CHECK(fixture.view.scene().matrices().front()->content().window.rows == 5);
    CHECK_FALSE(fixture.image().isNull());
}
