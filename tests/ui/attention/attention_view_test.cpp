#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QSlider>
#include <QStackedWidget>
#include <QTabBar>
#include <QTranslator>

#include "engine/trace/attention_measures.h"
#include "tests/ui/attention/attention_fixture.h"
#include "ui/explain/numbers.h"
#include "ui/views/attention/head_chips.h"
#include "ui/views/attention/number_table.h"
#include "ui/views/elided_label.h"

namespace attentarium {
namespace {

TEST_CASE("A head that is chosen here is the session's, with its layer and its step") {
    AttentionFixture open;
    open.view.grid().pressItem(6);
    CHECK(open.choices().place() == HeadPlace{1, 2});
    CHECK(open.session->selection().head == 2);
    CHECK(open.session->trace()->name(open.session->currentStep()->node) == "blocks.1.attention.weights");
    // And the other way round.
    open.session->selectHead(1);
    CHECK(open.choices().head() == 1);
    open.session->goToStep(Phase::Forward, QStringLiteral("blocks.0.attention.scaled_scores"));
    CHECK(open.choices().layer() == 0);
    CHECK(open.session->trace()->site(open.choices().stage()) == Site::ScaledScores);
}

TEST_CASE("A click on a cell chooses it in the session, and the arrows walk from it") {
    AttentionFixture open;
    open.session->selectHead(3);
    open.click(open.view.heatmap(), open.middleOf(5, 2));
    const Selection& selection = open.session->selection();
    REQUIRE(selection.cell);
    CHECK(*selection.node == open.node("blocks.0.attention.weights"));
    CHECK(*selection.cell == (3 * 9 + 5) * 9 + 2);
    CHECK(selection.token == 5);
    QTest::keyClick(&open.view.heatmap(), Qt::Key_Down);
    QTest::keyClick(&open.view.heatmap(), Qt::Key_Right);
    CHECK(*open.session->selection().cell == (3 * 9 + 6) * 9 + 3);
    // The same place of another head.
    open.view.grid().pressItem(4);
    CHECK(*open.session->selection().node == open.node("blocks.1.attention.weights"));
    CHECK(*open.session->selection().cell == 6 * 9 + 3);
}

TEST_CASE("Rows and columns are chosen by their words and copied with them, every digit") {
    AttentionFixture open;
    HeatmapView& map = open.view.heatmap();
    open.click(map, {4, open.middleOf(3, 0).y()});
    CHECK(map.range() == HeatmapRange{3, 3, 0, 8});
    CHECK(open.session->selection().token == 3);
    QTest::keyClick(&map, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == QStringLiteral("\tthe\tlittle\tfox\tsaw\ta\tred\tapple\tand\tshe"));
    const float weight =
        attentionRow(*open.session->trace(), open.node("blocks.0.attention.weights"), Quantity::Value, 0, 3)[1];
    CHECK(lines[1].split(QLatin1Char('\t'))[0] == QStringLiteral("saw"));
    CHECK(lines[1].split(QLatin1Char('\t'))[2].toFloat() == weight);
    open.click(map, {open.middleOf(0, 2).x(), 4});
    CHECK(map.range() == HeatmapRange{0, 8, 2, 2});
    open.click(map, {open.middleOf(0, 4).x(), 4}, Qt::ShiftModifier);
    CHECK(map.range() == HeatmapRange{0, 8, 2, 4});
    CHECK(map.copiedText().split(QLatin1Char('\n')).first() == QStringLiteral("\tfox\tsaw\ta"));
}

TEST_CASE("The numbers as CSV are those of the matrix that is shown") {
    AttentionFixture plain;
    plain.choices().chooseMix(HeadMix::MeanOfHeads);
    const auto mean =
        combinedWeights(*plain.session->trace(), std::span(plain.choices().layers()).first(1), Combination::Mean);
    const QStringList lines = plain.view.csv().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 11);
    CHECK(lines[9].split(QLatin1Char(','))[4].toFloat() == mean.row(8)[3]);
    plain.choices().chooseMix(HeadMix::Rollout);
    plain.settle();
    const auto rolled = rolledThrough(*plain.session->trace(), plain.choices().layers()[0], nullptr);
    CHECK(plain.view.csv().split(QLatin1Char('\n'))[9].split(QLatin1Char(','))[4].toFloat() == rolled.row(8)[3]);
}

TEST_CASE("A word with a comma or a quotation mark is one field of the table") {
    const std::vector<float> row{0.25f, 0.75f};
    AttentionPicture picture;
    picture.numbers.columns = 2;
    picture.numbers.rows = {row};
    picture.rowWords = {QStringLiteral(",")};
    picture.columnWords = {QStringLiteral("\""), QStringLiteral("狐狸")};
    CHECK(numberTable(picture, {0, 0, 0, 1}, QLatin1Char(',')) == QStringLiteral(",\"\"\"\",狐狸\n\",\",0.25,0.75\n"));
}

TEST_CASE("The stages of attention are one press apart, and gradients are there on the way back") {
    AttentionFixture open;
    open.session->goToStep(Phase::Forward, QStringLiteral("blocks.0.attention.weights"));
    CHECK_FALSE(open.choices().hasGradients());
    open.choices().chooseStage(0);
    CHECK(open.session->trace()->name(open.session->currentStep()->node) == "blocks.0.attention.scores");
    CHECK(open.view.heatmap().picture().numbers.at(4, 1) ==
          open.session->trace()->values(open.node("blocks.0.attention.scores"))[4 * 9 + 1]);
    open.session->goToStep(Phase::Backward, QStringLiteral("blocks.1.attention.weights"));
    CHECK(open.choices().hasGradients());
    CHECK(open.choices().quantity() == Quantity::Gradient);
    CHECK(open.view.heatmap().picture().numbers.at(4, 1) ==
          open.session->trace()->gradients(open.node("blocks.1.attention.weights"))[4 * 9 + 1]);
    open.choices().chooseQuantity(Quantity::Value);
    CHECK(open.view.heatmap().picture().numbers.isShare);
}

TEST_CASE("A head is switched with a click, left alone with a double click, and all come back with another") {
    AttentionFixture open;
    open.view.showForm(AttentionView::Form::Lines);
    QTest::qWait(5);
    const auto chips = open.view.findChildren<HeadChip*>();
    REQUIRE(chips.size() == 4);
    REQUIRE(open.choices().litHeads() == std::set<int>{0});
    QTest::mouseClick(chips[2], Qt::LeftButton);
    CHECK(open.choices().litHeads() == std::set<int>{0, 2});
    QTest::mouseClick(chips[0], Qt::LeftButton);
    CHECK(open.choices().litHeads() == std::set<int>{2});
    const auto doubleClick = [](QWidget* chip) {
        QTest::mouseClick(chip, Qt::LeftButton);
        QTest::mouseDClick(chip, Qt::LeftButton);
    };
    doubleClick(chips[3]);
    CHECK(open.choices().litHeads() == std::set<int>{3});
    doubleClick(chips[3]);
    CHECK(open.choices().litHeads() == std::set<int>{0, 1, 2, 3});
    // The same without a mouse.
    chips[1]->setFocus();
    QTest::keyClick(chips[1], Qt::Key_Return);
    CHECK(open.choices().litHeads() == std::set<int>{1});
    QTest::keyClick(chips[1], Qt::Key_Return);
    QTest::keyClick(chips[1], Qt::Key_Space);
    CHECK(open.choices().litHeads() == std::set<int>{0, 2, 3});
}

TEST_CASE("Lines are the weights from the chosen strength on") {
    AttentionFixture open;
    open.view.showForm(AttentionView::Form::Lines);
    QTest::qWait(5);
    const auto expected = [&](double least) {
        int count = 0;
        for (int i = 0; i < 9; ++i) {
            for (const float weight :
                 attentionRow(*open.session->trace(), open.node("blocks.0.attention.weights"), Quantity::Value, 0, i)) {
                if (static_cast<double>(weight) >= least) ++count;
            }
        }
        return count;
    };
    CHECK(open.view.lines().lineCount() == expected(0.01));
    open.choices().setThreshold(0.3);
    CHECK(open.view.lines().lineCount() == expected(0.3));
    CHECK(expected(0.3) < expected(0.01));
}

TEST_CASE("A word under the pointer or the keyboard says what it looks at") {
    AttentionFixture open;
    open.view.showForm(AttentionView::Form::Lines);
    QTest::qWait(5);
    LinesView& lines = open.view.lines();
    QSignalSpy told(&lines, &LinesView::told);
    QTest::mouseMove(lines.viewport(), lines.itemRect(1).center());
    QTest::qWait(5);
    REQUIRE_FALSE(told.isEmpty());
    CHECK(told.last().first().toString().contains(QStringLiteral("little")));
    lines.setFocus();
    QTest::keyClick(&lines, Qt::Key_Down);
    QTest::keyClick(&lines, Qt::Key_Right);
    CHECK(lines.isItemChosen(9));
    QTest::keyClick(&lines, Qt::Key_Escape);
    CHECK_FALSE(lines.isItemChosen(9));
}

TEST_CASE("The query × key view has the op's own terms, and their sum is the score") {
    AttentionFixture open;
    open.view.showForm(AttentionView::Form::Scores);
    open.choices().chooseHead({1, 2});
    open.choices().chooseCell(7, 3);
    QTest::qWait(5);
    const Var scores = open.node("blocks.1.attention.scores");
    const std::int64_t cell = (2 * 9 + 7) * 9 + 3;
    const ScoreView& view = open.view.scores();
    CHECK(view.explanation().terms.size() == 16);
    CHECK(view.explanation().total ==
          Approx(static_cast<double>(open.session->trace()->values(scores)[static_cast<std::size_t>(cell)])));
    CHECK(view.cellText(15, 3) == shortNumber(view.explanation().total));
    const float weight =
        open.session->trace()->values(open.node("blocks.1.attention.weights"))[static_cast<std::size_t>(cell)];
    CHECK(view.road().endsWith(shortNumber(static_cast<double>(weight))));
}

TEST_CASE("Heads are ordered by what is measured, and say it") {
    AttentionFixture open;
    open.choices().setOrder(HeadOrder::Entropy);
    open.settle();
    const auto layers = attentionLayersOf(*open.session->trace());
    double before = -1;
    for (int item = 0; item < open.view.grid().itemCount(); ++item) {
        const HeadPlace place = open.view.grid().places()[static_cast<std::size_t>(item)];
        const double entropy =
            measureHeads(*open.session->trace(),
                         layers[static_cast<std::size_t>(place.layer)])[static_cast<std::size_t>(place.head)]
                .entropy;
        CHECK(entropy >= before);
        before = entropy;
        CHECK(open.view.grid().itemName(item).contains(shortNumber(entropy)));
    }
    CHECK(open.view.grid().itemCount() == 8);
}

TEST_CASE("A matrix is moved and enlarged with the mouse and the keyboard") {
    AttentionFixture open;
    HeatmapView& map = open.view.heatmap();
    const double fits = map.cellSide();
    QTest::keyClick(&map, Qt::Key_Plus);
    CHECK(map.cellSide() == Approx(fits * 1.25));
    for (int i = 0; i < 3; ++i) QTest::keyClick(&map, Qt::Key_Plus);
    const QPoint before = map.cellRect(4, 4).center();
    QTest::mousePress(map.viewport(), Qt::LeftButton, {}, before);
    QTest::mouseMove(map.viewport(), before - QPoint(20, 15));
    QTest::mouseMove(map.viewport(), before - QPoint(40, 30));
    QTest::mouseRelease(map.viewport(), Qt::LeftButton, {}, before - QPoint(40, 30));
    CHECK(map.cellRect(4, 4).center() == before - QPoint(40, 30));
    CHECK_FALSE(open.session->selection().cell);
    QTest::keyClick(&map, Qt::Key_0);
    CHECK(map.cellSide() == Approx(fits));
}

TEST_CASE("A screen reader finds the matrix as a table and the heads as buttons") {
    AttentionFixture open;
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&open.view.heatmap());
    REQUIRE(table);
    CHECK(table->role() == QAccessible::Table);
    CHECK(table->text(QAccessible::Name).contains(QStringLiteral("head 1")));
    QAccessibleTableInterface* cells = table->tableInterface();
    REQUIRE(cells);
    CHECK(cells->rowCount() == 9);
    CHECK(cells->columnDescription(2) == QStringLiteral("fox"));
    CHECK(cells->cellAt(0, 0)->text(QAccessible::Name) == QStringLiteral("the, the: 1.00"));
    CHECK(cells->cellAt(0, 3)->text(QAccessible::Name) == QStringLiteral("the, saw: masked"));
    QAccessibleInterface* grid = QAccessible::queryAccessibleInterface(&open.view.grid());
    REQUIRE(grid);
    REQUIRE(grid->childCount() == 8);
    QAccessibleInterface* head = grid->child(5);
    CHECK(head->role() == QAccessible::Button);
    CHECK(head->text(QAccessible::Name).startsWith(QStringLiteral("layer 2, head 2")));
    CHECK_FALSE(head->rect().isEmpty());
    head->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(open.session->selection().head == 1);
    CHECK(head->state().checked);
}

TEST_CASE("The picture shows the whole matrix whatever the zoom") {
    AttentionFixture open;
    const QImage whole = open.image();
    for (int i = 0; i < 6; ++i) open.view.zoomIn();
    CHECK(open.image() == whole);
    open.view.showForm(AttentionView::Form::Lines);
    QTest::qWait(5);
    CHECK(open.image() != whole);
}

TEST_CASE("Nothing is worked out while the view is not shown, and all of it is there when it is") {
    AttentionFixture open;
    open.view.hide();
    open.session->setText(QStringLiteral("she ate it ."));
    open.settle();
    CHECK(open.view.grid().itemCount() == 0);
    CHECK_FALSE(open.session->headStudy());
    open.view.show();
    open.settle();
    CHECK(open.view.heatmap().tableRows() == 4);
    CHECK(open.view.grid().itemCount() == 8);
    CHECK(open.session->headStudy());
}

TEST_CASE("What was done to a head stands at its picture, in the title and at its lines") {
    AttentionFixture shown;
    shown.session->change(SilenceHead{"blocks.0.attention", 1});
    shown.settle();
    shown.choices().chooseHead({0, 1});
    const QString silent = QStringLiteral("⊘ silent");
    CHECK(shown.view.heatmap().picture().title.contains(silent));
    CHECK(shown.view.grid().itemName(1).contains(silent));
    CHECK_FALSE(shown.view.grid().itemName(0).contains(silent));
    QStringList chips;
    for (const HeadChip* chip : shown.view.findChildren<HeadChip*>()) chips += chip->accessibleName();
    CHECK(chips.filter(silent) == QStringList{QStringLiteral("Lines of head 2, ⊘ silent")});
    shown.choices().chooseHead({0, 0});
    CHECK_FALSE(shown.view.heatmap().picture().title.contains(silent));
    shown.session->dropChange(0);
    shown.settle();
    CHECK_FALSE(shown.view.grid().itemName(1).contains(silent));
}

TEST_CASE("between two models whatever is clicked does nothing") {
    AttentionFixture open;
    AttentionChoices& choices = open.choices();
    choices.setActive(false);
    REQUIRE_FALSE(choices.hasAttention());
    const Selection before = open.session->selection();
    choices.chooseStage(1);
    choices.chooseHead({0, 1});
    choices.chooseCell(2, 1);
    choices.chooseRow(3);
    choices.soloHead(1);
    choices.chooseGroup(1);
    CHECK(open.session->selection() == before);
}

/// Marks whatever goes through `tr`.
class Marking : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
};

TEST_CASE("the title is in the language that was chosen last") {
    AttentionFixture open;
    const auto* const title = open.view.findChild<ElidedLabel*>();
    for (const auto form : {AttentionView::Form::Heatmap, AttentionView::Form::Scores}) {
        open.view.showForm(form);
        Marking marking;
        qApp->installTranslator(&marking);
        open.settle();
        CHECK(title->text().contains(QStringLiteral("«")));
        qApp->removeTranslator(&marking);
        open.settle();
        CHECK_FALSE(title->text().contains(QStringLiteral("«")));
    }
}

}  // namespace
}  // namespace attentarium
