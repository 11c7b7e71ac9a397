#include <QAccessible>
#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "tests/ui/stage/stage_fixture.h"
#include "ui/explain/theme.h"

using namespace attentarium;

TEST_CASE("the keyboard reaches everything on the stage and leaves it again") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kWeights);
    fixture.view.activateWindow();
    fixture.picture().setFocus();
    for (QGraphicsObject* item : fixture.view.scene().focusOrder()) {
        QTest::keyClick(&fixture.picture(), Qt::Key_Tab);
        CHECK(fixture.view.scene().focusItem() == item);
    }
}

TEST_CASE("the same picture goes to an image, an SVG and a PDF") {
    StageFixture fixture;
    const std::pair<Phase, QString> places[] = {
        {Phase::Forward, kWeights}, {Phase::Loss, QStringLiteral("loss")}, {Phase::Backward, kQuery}};
    for (const auto& [phase, name] : places) {
        REQUIRE(fixture.session->goToStep(phase, name));
        CHECK(fixture.image() == fixture.image());
        QBuffer svg, pdf;
        QSvgGenerator generator;
        generator.setOutputDevice(&svg);
        generator.setViewBox(QRectF(QPointF(), fixture.view.pictureSize()));
        QPainter painter(&generator);
        fixture.view.paint(painter, QRectF(QPointF(), fixture.view.pictureSize()));
        painter.end();
        // Words stay words.
        CHECK(svg.data().contains("apple"));
        CHECK(svg.data().contains("<text"));
        CHECK(svg.size() < 2'000'000);
        pdf.open(QIODevice::WriteOnly);
        QPdfWriter writer(&pdf);
        QPainter onPage(&writer);
        fixture.view.paint(onPage, QRectF(0, 0, writer.width(), writer.height()));
        onPage.end();
        CHECK(pdf.size() > 1000);
    }
}

TEST_CASE("every step paints in every theme, and the language may change at any") {
    StageFixture fixture;
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::HighContrast, ThemeKind::Light}) {
        setTheme(kind);
        QTest::qWait(1);
        for (int step = 0; step < fixture.session->stepCount(); step += 3) {
            fixture.session->goToStep(step);
            QEvent changed(QEvent::LanguageChange);
            QApplication::sendEvent(&fixture.view, &changed);
            REQUIRE(fixture.image().pixelColor(2, 2) == theme().stage);
            REQUIRE(fixture.view.scene().currentFigure());
            REQUIRE(fixture.view.scene().items().size() < 200);
        }
    }
    QFont large = fixture.view.font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    fixture.view.setFont(large);
    CHECK(fixture.view.scene().currentFigure());
}

TEST_CASE("a screen reader finds the matrices as tables with names, shapes and numbers") {
    StageFixture fixture;
    fixture.session->goToStep(Phase::Forward, kWeights);
    fixture.session->selectCell(fixture.node(kWeights), Quantity::Value, 4 * 9 + 2);
    QAccessibleInterface* stage = QAccessible::queryAccessibleInterface(&fixture.picture());
    REQUIRE(stage);
    CHECK(stage->childCount() == static_cast<int>(fixture.view.scene().focusOrder().size()));
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&fixture.matrix(kWeights));
    REQUIRE(table);
    CHECK(stage->indexOfChild(table) >= 0);
    CHECK(table->text(QAccessible::Name).contains(QStringLiteral("9 × 9")));
    REQUIRE(table->tableInterface());
    CHECK(table->tableInterface()->rowCount() == 9);
    CHECK(table->tableInterface()->rowDescription(2) == QStringLiteral("fox"));
    const auto selected = table->tableInterface()->selectedCells();
    REQUIRE(selected.size() == 1);
    CHECK(selected.front()->text(QAccessible::Name).startsWith(QStringLiteral("a, fox: ")));
    CHECK(table->text(QAccessible::Description) == selected.front()->text(QAccessible::Name));
    for (int child = 0; child < stage->childCount(); ++child) {
        CHECK_FALSE(stage->child(child)->text(QAccessible::Name).isEmpty());
    }
}
