// The page of position vectors in the real window, by clicks and keys.

#include <QAccessible>
#include <QPainter>

#include "engine/nn/sinusoidal_positions.h"
#include "tests/ui/positions/positions_fixture.h"
#include "ui/explain/numbers.h"

namespace attentarium::test {
namespace {

struct Vectors : PositionsPage<VectorsView> {
    explicit Vectors(Language language = Language::English) : PositionsPage(QStringLiteral("vectors"), language) {
        wait();
    }
    void wait() {
        REQUIRE(waitUntil([this] { return !view().isBusy(); }));
        settle();
    }
    const PositionLook& look() { return *view().study().look(); }
    MatrixPlot& matrix() { return part<MatrixPlot>("matrix"); }
};

TEST_CASE("The matrix is the parameter of the open model, and its cells are told in full") {
    Vectors vectors;
    CHECK(vectors.look().kind == Positions::Learned);
    const Parameter<float>* found = nullptr;
    const auto& parameters = vectors.session->checkpoint()->model->parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].name == "position_embedding.weight") found = &parameters[i];
    }
    REQUIRE(found);
    CHECK(std::ranges::equal(vectors.matrix().matrix().numbers, found->value.values()));
    const QPoint at = vectors.matrix().cellRect(5, 7).center();
    QTest::mouseMove(&vectors.matrix(), at);
    QTest::mouseClick(&vectors.matrix(), Qt::LeftButton, {}, at);
    settle();
    CHECK(vectors.view().dimension() == 7);
    CHECK(vectors.view().toldText().contains(fullNumber(static_cast<double>(found->value.view().row(5)[7]))));
    // The arrow keys go on from there, and the transport bar stays where it is.
    const int step = vectors.session->step();
    vectors.press(Qt::Key_Right);
    CHECK(vectors.view().dimension() == 8);
    CHECK(vectors.session->step() == step);
    // And the inspector explains the number.
    const Selection& selection = vectors.session->selection();
    REQUIRE(selection.node);
    CHECK(vectors.session->trace()->name(*selection.node) == "position_embedding.weight");
    CHECK(selection.cell == 5 * 32 + 8);
}

TEST_CASE("Each kind is chosen from the list, with its formula, or with the reason why there is nothing to see") {
    Vectors vectors;
    vectors.pick("kinds", 1);
    vectors.wait();
    CHECK(vectors.look().kind == Positions::Sinusoidal);
    CHECK(std::ranges::equal(vectors.matrix().matrix().numbers, sinusoidalPositions<float>(32, 24).values()));
    CHECK(vectors.view().sentence().contains(QStringLiteral("10000^(2/24) = 13.5")));
    // A screen reader hears it with the picture, whose cells it finds as a table.
    CHECK(vectors.matrix().accessibleDescription() == vectors.view().sentence());
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(&vectors.matrix());
    REQUIRE(table->tableInterface());
    CHECK(table->tableInterface()->rowCount() == 32);
    CHECK(table->tableInterface()->columnCount() == 24);
    vectors.pick("kinds", 3);
    vectors.wait();
    CHECK(vectors.look().width() == 6);
    CHECK(vectors.view().sentence().contains(QStringLiteral("turns pair")));
    for (const int nothing : {4, 5}) {
        vectors.pick("kinds", nothing);
        vectors.wait();
        CHECK_FALSE(vectors.view().hasNumbers());
        CHECK(vectors.part("problem").isVisible());
        vectors.clickTab("forms", 2);
        CHECK(vectors.view().hasNumbers());
        CHECK(vectors.view().sentence().contains(QStringLiteral("Nothing is added")));
        vectors.clickTab("forms", 0);
    }
}

TEST_CASE("Sinusoidal products depend on distance alone, and the curve and the matrix say the same") {
    Vectors vectors;
    vectors.pick("kinds", 1);
    vectors.wait();
    vectors.clickTab("forms", 1);
    const auto& line = vectors.part<LinePlot>("distances").lines().lines.at(0);
    const PlottedMatrix& products = vectors.part<MatrixPlot>("products").matrix();
    for (int i = 0; i < 32; ++i) {
        for (int j = 0; j <= i; ++j) {
            CHECK(std::abs(static_cast<double>(products.at(i, j)) - line.points[static_cast<std::size_t>(i - j)].y()) <
                  1e-5);
        }
    }
}

TEST_CASE("Word, position and input are those of the run, add up, and follow the chosen word") {
    Vectors vectors;
    vectors.clickTab("forms", 2);
    vectors.session->selectToken(3);
    settle();
    const PlottedMatrix& rows = vectors.part<MatrixPlot>("sum").matrix();
    REQUIRE(rows.rows() == 3);
    const Trace& trace = *vectors.session->trace();
    const auto input = trace.values(*trace.find(Site::Input));
    for (int i = 0; i < rows.columns(); ++i) {
        CHECK(rows.at(2, i) == input[static_cast<std::size_t>(3 * rows.columns() + i)]);
        CHECK(std::abs(rows.at(0, i) + rows.at(1, i) - rows.at(2, i)) < 1e-6F);
    }
    CHECK(vectors.view().sentence().contains(vectors.session->tracedWords()[3]));
    vectors.pick("word", 1);
    CHECK(vectors.session->selection().token == 1);
}

TEST_CASE("A sentence that the bundled model does not know is replaced, and the page says so") {
    Vectors vectors;
    vectors.pick("kinds", 2);
    vectors.wait();
    vectors.clickTab("forms", 2);
    CHECK_FALSE(vectors.view().sentence().contains(QStringLiteral("one of its own")));
    QString longText;
    for (int i = 0; i < 12; ++i) longText += QStringLiteral("the cat sleeps . ");
    vectors.session->setText(longText.trimmed());
    REQUIRE(waitUntil([&] { return vectors.session->isTraceCurrent(); }));
    REQUIRE(waitUntil([&] { return !vectors.look().isSessionsSentence; }));
    settle();
    CHECK(vectors.view().sentence().contains(QStringLiteral("one of its own")));
}

TEST_CASE("A bundled model is opened from the page and is then the open one") {
    Vectors vectors;
    CHECK_FALSE(vectors.part("open").isVisible());
    vectors.pick("kinds", 2);
    vectors.wait();
    vectors.click(vectors.part("open"));
    REQUIRE(waitUntil([&] { return vectors.session->folder().endsWith(QStringLiteral("positions-learned-en")); }));
    REQUIRE(waitUntil([&] { return vectors.session->trace() && !vectors.session->isBusy(); }));
    vectors.wait();
    CHECK(vectors.look().choice == PositionChoice::Own);
    CHECK(vectors.look().places() == 32);
    CHECK_FALSE(vectors.part("open").isVisible());
}

TEST_CASE("A page of vectors goes to a file as picture and numbers") {
    Vectors vectors(Language::Chinese);
    CHECK(vectors.view().csv().contains(QStringLiteral("\n31,")));
    QImage image(vectors.view().pictureSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    vectors.view().paint(painter, QRectF(QPointF(), QSizeF(image.size())));
    painter.end();
    QImage blank(image.size(), image.format());
    blank.fill(Qt::white);
    CHECK(image != blank);
}

}  // namespace
}  // namespace attentarium::test
