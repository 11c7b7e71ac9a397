#include <algorithm>

#include "tests/ui/stage/stage_fixture.h"
#include "ui/explain/numbers.h"
#include "ui/views/stage/mini_map.h"

using namespace attentarium;

namespace {

const QString kResidual = QStringLiteral("blocks.0.attention_residual");

std::vector<const MatrixItem*> withRole(const StageScene& scene, const QString& beginning) {
    std::vector<const MatrixItem*> found;
    for (const MatrixItem* item : scene.matrices()) {
        if (item->content().title.startsWith(beginning)) found.push_back(item);
    }
    return found;
}

}  // namespace

TEST_CASE("the model level has a card for each part, frames the current one and opens what is clicked") {
    StageFixture fixture;
    REQUIRE(fixture.session->goToStep(Phase::Forward, kWeights));
    fixture.view.setLevel(StageLevel::Model);
    const auto cards = fixture.view.scene().cards();
    REQUIRE(cards.size() == fixture.view.scene().map().parts().size());
    int current = 0, pending = 0;
    for (const CardItem* card : cards) {
        current += card->content().presence == Presence::Current ? 1 : 0;
        pending += card->content().presence == Presence::Pending ? 1 : 0;
        // What is not computed yet has no picture, and neither has one number.
        const bool empty = card->content().presence == Presence::Pending;
        if (card->content().title != QStringLiteral("Loss")) CHECK(card->content().picture.isNull() == empty);
    }
    CHECK(current == 1);
    CHECK(pending > 2);
    const auto second =
        std::ranges::find(cards, QStringLiteral("Block 2"), [](const CardItem* card) { return card->content().title; });
    REQUIRE(second != cards.end());
    fixture.click(**second, {10, 10});
    QTest::qWait(5);
    CHECK(fixture.view.level() == StageLevel::Block);
    CHECK(fixture.currentName().starts_with("blocks.1."));
}

TEST_CASE("keys go from level to level, and zooming goes on where a level ends") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kQuery);
    QTest::keyClick(&fixture.picture(), Qt::Key_Return);
    CHECK(fixture.view.level() == StageLevel::Operation);
    QTest::keyClick(&fixture.picture(), Qt::Key_Return);
    CHECK(fixture.view.level() == StageLevel::Cells);
    QTest::keyClick(&fixture.picture(), Qt::Key_Return);
    CHECK(fixture.view.level() == StageLevel::Cells);
    for (int i = 0; i < 4; ++i) QTest::keyClick(&fixture.picture(), Qt::Key_Backspace);
    CHECK(fixture.view.level() == StageLevel::Model);
    QTest::qWait(350);
    fixture.view.setLevel(StageLevel::Block);
    for (int i = 0; i < 8 && fixture.view.level() == StageLevel::Block; ++i) fixture.view.zoomIn();
    CHECK(fixture.view.level() == StageLevel::Operation);
    QTest::qWait(350);
    fixture.view.zoomOut();
    CHECK(fixture.view.level() == StageLevel::Block);
}

TEST_CASE("the level of an op shows what goes in and what comes out, for every step of the walk") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kQuery);
    fixture.view.setLevel(StageLevel::Operation);
    const Trace& trace = *fixture.session->trace();
    for (const Var input : trace.inputs(fixture.node(kQuery))) {
        CHECK(fixture.view.scene().matrixOf(input) != nullptr);
    }
    CHECK(fixture.matrix(kQuery).content().presence == Presence::Current);
    for (int step = 0; step < fixture.session->stepCount(); ++step) {
        fixture.session->goToStep(step);
        INFO(fixture.currentName());
        CHECK(fixture.view.scene().currentFigure() != nullptr);
    }
}

TEST_CASE("the gradient of a branch is shown as the sum of what its users add") {
    StageFixture fixture;
    REQUIRE(fixture.session->goToStep(Phase::Backward, kResidual));
    const Trace& trace = *fixture.session->trace();
    for (const StageLevel level : {StageLevel::Block, StageLevel::Operation}) {
        fixture.view.setLevel(level);
        const auto parts = withRole(fixture.view.scene(), QStringLiteral("from "));
        REQUIRE(parts.size() == 2);
        const auto gradient = trace.gradients(fixture.node(kResidual));
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            const float sum = parts[0]->content().numbers[i] + parts[1]->content().numbers[i];
            CHECK(sum == Approx(gradient[i]).margin(1e-5));
        }
        // Parts of one sum share a scale.
        CHECK(parts[0]->content().limit == parts[1]->content().limit);
    }
}

TEST_CASE("the local rule of a step back stands below the page with its numbers") {
    StageFixture fixture;
    const QString scores = QStringLiteral("blocks.0.attention.scores");
    REQUIRE(fixture.session->goToStep(Phase::Backward, scores));
    const Trace& trace = *fixture.session->trace();
    const Var user = trace.users(fixture.node(scores)).front();
    int ofUser = 0, ofScores = 0;
    for (const MatrixItem* item : fixture.view.scene().matrices()) {
        ofUser += item->content().numbers.data() == trace.gradients(user).data() ? 1 : 0;
        ofScores += item->content().numbers.data() == trace.gradients(fixture.node(scores)).data() ? 1 : 0;
    }
    CHECK(ofUser == 1);
    // Once on the page and once as what came of the rule.
    CHECK(ofScores == 2);
}

TEST_CASE("values, gradients or both are shown as chosen, and a gradient waits for the backward pass") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kWeights);
    fixture.view.setShown(Shown::Gradient);
    CHECK(fixture.matrix(kQuery).content().presence == Presence::Pending);
    fixture.view.setShown(Shown::Both);
    CHECK(fixture.matrix(kQuery).content().presence == Presence::Shown);
    REQUIRE(fixture.matrix(kQuery).content().second);
    CHECK_FALSE(fixture.matrix(kQuery).content().secondAt(0, 0));
    fixture.session->goToStep(Phase::Backward, kQuery);
    const MatrixContent& both = fixture.matrix(kQuery).content();
    const std::int64_t index = both.window.indexAt(3, 2);
    const auto at = static_cast<std::size_t>(index);
    CHECK(both.quantity == Quantity::Value);
    CHECK(both.secondAt(3, 2) == static_cast<double>(fixture.session->trace()->gradients(fixture.node(kQuery))[at]));
    CHECK(both.numberAt(3, 2) == static_cast<double>(fixture.session->trace()->values(fixture.node(kQuery))[at]));
    // What the way back has not come to has none yet.
    CHECK_FALSE(fixture.matrix(QStringLiteral("input")).content().secondAt(0, 0));
    const QImage image = fixture.image();
    fixture.view.setShown(Shown::Value);
    CHECK(fixture.matrix(kQuery).content().quantity == Quantity::Value);
    CHECK_FALSE(fixture.matrix(kQuery).content().second);
    CHECK(fixture.image() != image);
    fixture.view.setShown(Shown::Gradient);
    CHECK(fixture.matrix(kQuery).content().quantity == Quantity::Gradient);
}

TEST_CASE("an update shows the optimizer's own state") {
    StageFixture fixture;
    const QString weight = QStringLiteral("blocks.0.attention.query.weight");
    REQUIRE(fixture.session->goToStep(Phase::Update, weight));
    const ParameterUpdate& update = *fixture.session->trace()->update(fixture.node(weight));
    for (const StageLevel level : {StageLevel::Block, StageLevel::Operation}) {
        fixture.view.setLevel(level);
        for (const auto* state : {&update.firstMoment, &update.secondMoment, &update.updated, &update.gradient}) {
            CHECK(std::ranges::count_if(fixture.view.scene().matrices(), [&](const MatrixItem* item) {
                      return item->content().numbers.data() == state->values().data();
                  }) == 1);
        }
    }
}

TEST_CASE("cells are printed with their words, and only those in view are painted") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, QStringLiteral("probabilities"));
    fixture.view.setLevel(StageLevel::Cells);
    const auto all = fixture.view.scene().matrices();
    REQUIRE(all.size() == 1);
    const MatrixContent& content = all.front()->content();
    CHECK(content.window.rows == 9);
    CHECK(fixture.view.scene().rowHeader(content, 0) == QStringLiteral("the"));
    CHECK(fixture.view.scene().columnHeader(content, 2) == fixture.session->wordOf(2));
    // A cell is large enough for its number.
    CHECK(all.front()->cellRect({0, 0}).width() > 40);
    const QImage seen = fixture.picture().grab().toImage();
    fixture.click(*all.front(), all.front()->cellRect({1, 1}).center());
    CHECK(fixture.session->selection().cell == 1 * content.window.rowStride + 1);
    CHECK(fixture.picture().grab().toImage() != seen);
}

TEST_CASE("the small map shows where the picture is larger than its window, and goes to a part") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kQuery);
    fixture.view.setLevel(StageLevel::Cells);
    auto& map = *fixture.view.findChild<MiniMap*>();
    REQUIRE(map.isVisible());
    QTest::mouseClick(&map, Qt::LeftButton, {}, {10, 9});
    CHECK(fixture.view.scene().openPart() == 0);
    fixture.view.setMapped(false);
    CHECK_FALSE(map.isVisible());
}

TEST_CASE("a card of one number writes it, and none before it is worked out") {
    StageFixture fixture;
    fixture.view.setLevel(StageLevel::Model);
    const auto number = [&] {
        const auto cards = fixture.view.scene().cards();
        const auto loss = std::ranges::find(cards, QStringLiteral("Loss"),
                                            [](const CardItem* card) { return card->content().title; });
        REQUIRE(loss != cards.end());
        return (*loss)->content().number;
    };
    fixture.session->goToStep(Phase::Forward, kQuery);
    CHECK(number().isEmpty());
    REQUIRE(fixture.session->goToStep(Phase::Loss, QStringLiteral("loss")));
    CHECK(number() == shortNumber(static_cast<double>(fixture.session->trace()->values(fixture.node("loss"))[0])));
}

TEST_CASE("what was clicked on the picture of one model is not done on that of another") {
    StageFixture fixture;
    fixture.view.setLevel(StageLevel::Model);
    CardItem* last = fixture.view.scene().cards().back();
    // Clicked at the last moment, and handed over when the picture is gone.
    QObject::connect(
        &*fixture.session, &Session::modelChanged, last, [last] { Q_EMIT last->activated(); },
        Qt::SingleShotConnection);
    fixture.session->openModel(fixture.session->folder());
    REQUIRE(QTest::qWaitFor([&] { return !fixture.session->isBusy(); }, 5000));
    QTest::qWait(5);
    CHECK(fixture.view.level() == StageLevel::Model);
}
