// "Gradients through time" of the Recurrence workspace in the real window, by clicks and keys.

#include "ui/views/unrolled/gradients_view.h"

#include <QAccessible>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTabBar>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/gradient_study.h"
#include "ui/views/unrolled/gradient_chart.h"
#include "ui/window/picture_saving.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Gradients : OpenWindow {
    Gradients() {
        press(Qt::Key_6, Qt::ControlModifier | Qt::ShiftModifier);
        window->workspaces().current().showPage(QStringLiteral("gradients"));
        wait();
    }
    void wait() {
        REQUIRE(waitUntil([this] { return study().answer() && !study().isBusy(); }));
        settle();
    }
    GradientsView& view() { return *window->findChild<GradientsView*>(); }
    GradientStudy& study() { return view().study(); }
    const GradientAnswer& answer() { return *study().answer(); }
    const GradientCurve& curve(Family family) {
        return *std::ranges::find(answer().curves, family, &GradientCurve::family);
    }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void slide(const char* name, int value) {
        part<QSlider>(name).setValue(value);
        wait();
    }
};

TEST_CASE("Fresh models of one size lose the gradient on the way back, the LSTM least") {
    Gradients open;
    REQUIRE(open.answer().curves.size() == 3);
    for (const GradientCurve& curve : open.answer().curves) {
        CHECK(curve.width == GradientStudy::kFreshWidth);
        CHECK(curve.flow.hidden.size() == 40);
        CHECK(curve.flow.hidden.front() < curve.flow.hidden.back());
    }
    CHECK(open.curve(Family::Lstm).decay.halfLife > open.curve(Family::Rnn).decay.halfLife);
    CHECK(open.view().sentence().contains(QStringLiteral("vanishes")));
    CHECK(open.view().sentence().contains(open.answer().target));
}

TEST_CASE("The length goes from one word to a hundred, and the sentence is read first") {
    Gradients open;
    open.session->setText(QStringLiteral("Emma sees the dog"));
    REQUIRE(waitUntil([&] { return open.answer().words.front() == QStringLiteral("Emma"); }));
    CHECK(open.answer().words.mid(0, 5) == QStringList{QStringLiteral("Emma"), QStringLiteral("sees"),
                                                       QStringLiteral("the"), QStringLiteral("dog"),
                                                       QStringLiteral("↵")});
    auto& steps = open.part<QSlider>("steps");
    steps.setFocus();
    QTest::keyClick(&steps, Qt::Key_End);
    REQUIRE(waitUntil([&] { return open.answer().words.size() == 100; }));
    QTest::keyClick(&steps, Qt::Key_Home);
    REQUIRE(waitUntil([&] { return open.answer().words.size() == 1; }));
    settle();
    CHECK(open.view().sentence().contains(QStringLiteral("no earlier step")));
    open.slide("steps", 2);
    open.session->setText(QStringLiteral("Emma sees Zaphod"));
    REQUIRE(waitUntil([&] { return open.answer().unknown == QStringLiteral("Zaphod"); }));
    settle();
    CHECK(open.part<QLabel>("gradientNote").text().contains(QStringLiteral("Zaphod")));
    // Not even its known words are read.
    CHECK(open.answer().words.mid(0, 2) != QStringList{QStringLiteral("Emma"), QStringLiteral("sees")});
}

TEST_CASE("The recurrent matrices take the radius that is chosen, and give it back") {
    Gradients open;
    const double own = open.curve(Family::Rnn).radius;
    open.slide("radius", 30);
    for (const GradientCurve& curve : open.answer().curves) CHECK(curve.radius == Approx(0.3));
    const double small = open.curve(Family::Rnn).decay.halfLife;
    open.slide("radius", 250);
    CHECK(open.curve(Family::Rnn).radius == Approx(2.5));
    const Decay large = open.curve(Family::Rnn).decay;
    CHECK((large.grows || large.halfLife > small));
    QTest::mouseClick(&open.part("own"), Qt::LeftButton);
    open.wait();
    CHECK(open.curve(Family::Rnn).radius == Approx(own));
}

TEST_CASE("Trained models may be followed too, and another seed gives other fresh ones") {
    Gradients open;
    const auto before = open.curve(Family::Gru).flow.hidden;
    open.part<QSpinBox>("seed").setValue(2);
    open.wait();
    CHECK(open.curve(Family::Gru).flow.hidden != before);
    open.part<QSpinBox>("seed").setValue(1);
    open.wait();
    CHECK(open.curve(Family::Gru).flow.hidden == before);
    auto& weights = open.part<QTabBar>("weights");
    QTest::mouseClick(&weights, Qt::LeftButton, {}, weights.tabRect(1).center());
    open.wait();
    CHECK(open.curve(Family::Rnn).width == 74);
    CHECK(open.curve(Family::Lstm).width == 48);
    CHECK_FALSE(open.part("seed").isEnabled());
}

TEST_CASE("The clip threshold leaves short gradients and shortens long ones") {
    Gradients open;
    GradientChart& chart = open.view().chart();
    const double norm = open.curve(Family::Rnn).flow.parameters;
    open.slide("clip", -20);
    CHECK(open.view().clip() == Approx(0.1));
    CHECK(clippedNorm(norm, 0.1) == Approx(0.1));
    CHECK(chart.cellText(0, 4) == QStringLiteral("0.100"));
    open.slide("clip", 40);
    CHECK(chart.cellText(0, 4).contains(QStringLiteral("as it is")));
}

TEST_CASE("A step is told by pointing at it and by the arrows") {
    Gradients open;
    GradientChart& chart = open.view().chart();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.placeOf(10));
    CHECK(chart.lookedAt() == 10);
    CHECK(open.view().told().contains(QStringLiteral("10 steps back")));
    chart.setFocus();
    open.press(Qt::Key_Left);
    CHECK(chart.lookedAt() == 11);
    CHECK(open.view().told().contains(open.answer().words[40 - 1 - 11]));
}

TEST_CASE("The gradients are a table to a screen reader, and a picture and numbers to a file") {
    Gradients open;
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(&open.view().chart());
    REQUIRE(table);
    REQUIRE(table->tableInterface());
    CHECK(table->tableInterface()->rowCount() == 3);
    CHECK(table->text(QAccessible::Description) == open.view().sentence());
    CHECK(open.view().csv().count(QLatin1Char('\n')) == 41);
    const QString file = open.folder.filePath(QStringLiteral("gradients"));
    open.window->pictures().save(file, PictureFormat::Svg);
    CHECK(QSvgRenderer(file + QStringLiteral(".svg")).isValid());
}

}  // namespace
}  // namespace attentarium::test
