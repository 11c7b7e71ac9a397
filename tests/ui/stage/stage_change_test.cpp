#include <cmath>

#include "tests/ui/stage/stage_fixture.h"

using namespace attentarium;

namespace {

void settle(StageFixture& fixture) {
    do QTest::qWait(5);
    while (fixture.session->isBusy());
    QTest::qWait(5);
}

/// Silences a head and waits for what comes of it.
void silence(StageFixture& fixture) {
    fixture.session->change(SilenceHead{"blocks.1.attention", 0});
    settle(fixture);
}

}  // namespace

TEST_CASE("what changed stands in each figure, number by number, and 0 before the change") {
    StageFixture fixture;
    silence(fixture);
    const auto before = fixture.session->reference();
    REQUIRE(before);
    fixture.session->goToStep(Phase::Forward, QStringLiteral("blocks.1.attention.weighted_values"));
    fixture.view.setShown(Shown::Change);
    const auto& trace = *fixture.session->trace();
    int figures = 0;
    for (const MatrixItem* item : fixture.view.scene().matrices()) {
        const MatrixContent& content = item->content();
        if (!content.isChange || content.presence == Presence::Pending || !content.rowNodes.empty()) continue;
        ++figures;
        INFO(trace.name(content.node));
        CHECK(content.title.startsWith(QStringLiteral("Δ ")));
        const auto old = before->values(*before->find(trace.name(content.node)));
        for (int row = 0; row < content.window.rows; ++row) {
            const Cell cell = content.cellAt({row, 0});
            const auto at = static_cast<std::size_t>(cell.index);
            const double difference = static_cast<double>(trace.values(cell.node)[at]) - static_cast<double>(old[at]);
            if (std::isfinite(difference)) CHECK(content.numberAt(row, 0) == Approx(difference).margin(1e-7));
        }
    }
    CHECK(figures > 4);
    CHECK(fixture.matrix(QStringLiteral("blocks.1.attention.query")).content().limit == 0);
    CHECK(fixture.matrix(QStringLiteral("blocks.1.attention.weighted_values")).content().limit > 0);
    fixture.session->undoStack().undo();
    settle(fixture);
    const MatrixContent& nothing = fixture.matrix(QStringLiteral("blocks.1.attention.query")).content();
    CHECK(nothing.presence == Presence::Pending);
    CHECK_FALSE(nothing.pendingText.isEmpty());
}

TEST_CASE("on the way back it is gradients that are compared") {
    StageFixture fixture;
    silence(fixture);
    fixture.session->goToStep(Phase::Backward, QStringLiteral("blocks.1.attention.query"));
    fixture.view.setShown(Shown::Change);
    const MatrixContent& content = fixture.matrix(QStringLiteral("blocks.1.attention.query")).content();
    REQUIRE(content.isChange);
    CHECK(content.quantity == Quantity::Gradient);
    const auto now = fixture.session->trace()->gradients(content.node);
    const auto before = fixture.session->reference()->gradients(content.node);
    const Cell cell = content.cellAt({2, 1});
    const auto at = static_cast<std::size_t>(cell.index);
    CHECK(content.numberAt(2, 1) == Approx(now[at] - before[at]).margin(1e-7));
}

TEST_CASE("a head to which something was done says so below its picture and on the card of its block") {
    StageFixture fixture;
    silence(fixture);
    fixture.session->goToStep(Phase::Forward, QStringLiteral("blocks.1.attention.weights"));
    REQUIRE(fixture.view.scene().heads().size() == 4);
    CHECK(fixture.view.scene().heads()[0]->text() == QStringLiteral("head 1: ⊘ silent"));
    CHECK(fixture.view.scene().heads()[1]->text() == QStringLiteral("head 2"));
    fixture.view.setLevel(StageLevel::Model);
    for (const CardItem* card : fixture.view.scene().cards()) {
        const bool altered = card->content().title == QStringLiteral("Block 2");
        CHECK(card->content().name.contains(QStringLiteral("head 1: ⊘ silent")) == altered);
        CHECK(card->content().headSigns.contains(QStringLiteral("⊘")) == altered);
    }
}
