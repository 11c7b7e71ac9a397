#include "ui/views/transport/transport_bar.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QToolTip>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/flat_button.h"
#include "ui/views/transport/step_ribbon.h"

using namespace attentarium;

namespace {

struct Shown : SmallSession {
    Shown() : bar(*session) {
        bar.resize(1280, bar.sizeHint().height());
        bar.show();
        QTest::qWait(1);
    }
    FlatButton* button(const char* name) { return bar.findChild<FlatButton*>(QString::fromLatin1(name)); }
    void click(const char* name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString label(const char* name) { return bar.findChild<QLabel*>(QString::fromLatin1(name))->text(); }

    TransportBar bar;
};

}  // namespace

TEST_CASE("the buttons step through the trace and stop at its ends") {
    Shown shown;
    Session& session = *shown.session;
    CHECK_FALSE(shown.button("back")->isEnabled());
    CHECK_FALSE(shown.button("first")->isEnabled());
    shown.click("forward");
    shown.click("forward");
    CHECK(session.step() == 2);
    CHECK(shown.label("place").startsWith(QStringLiteral("step 3 of %1 · ").arg(session.stepCount())));
    CHECK(shown.label("formula") == QStringLiteral("x = e + p"));
    shown.click("back");
    CHECK(session.step() == 1);
    shown.click("last");
    CHECK(session.step() == session.stepCount() - 1);
    CHECK_FALSE(shown.button("forward")->isEnabled());
    shown.click("first");
    CHECK(session.step() == 0);
}

TEST_CASE("play plays, pause pauses, and after the end it begins again") {
    Shown shown;
    Session& session = *shown.session;
    session.playback().setSpeed(60);
    session.goToStep(session.stepCount() - 2);
    shown.click("play");
    CHECK(session.playback().isPlaying());
    CHECK(shown.button("play")->text() == QStringLiteral("Pause"));
    REQUIRE(QTest::qWaitFor([&] { return !session.playback().isPlaying(); }, 2000));
    CHECK(session.step() == session.stepCount() - 1);
    shown.click("play");
    CHECK(session.step() == 0);
    shown.click("play");
    CHECK_FALSE(session.playback().isPlaying());
}

TEST_CASE("the choices change how far a step goes and how fast it plays") {
    Shown shown;
    auto* const unit = shown.bar.findChild<QComboBox*>(QStringLiteral("unit"));
    unit->setFocus();
    QTest::keyClick(unit, Qt::Key_Down);
    CHECK(shown.session->stepUnit() == StepUnit::Layer);
    shown.session->setStepUnit(StepUnit::Token);
    CHECK(unit->currentIndex() == 2);
    auto* const speed = shown.bar.findChild<QComboBox*>(QStringLiteral("speed"));
    CHECK(speed->currentText() == QStringLiteral("1×"));
    QTest::keyClick(speed, Qt::Key_Down);
    CHECK(shown.session->playback().speed() == 4);
}

TEST_CASE("the ribbon scrubs with the mouse and walks with the keys") {
    Shown shown;
    Session& session = *shown.session;
    auto* const ribbon = shown.bar.findChild<StepRibbon*>();
    for (const int step : {0, 7, session.stepCount() / 2, session.stepCount() - 1}) {
        CHECK(ribbon->stepAt(ribbon->centreOf(step)) == step);
        const QPoint at(qRound(ribbon->centreOf(step)), ribbon->height() / 2);
        QTest::mouseClick(ribbon, Qt::LeftButton, {}, at);
        CHECK(std::abs(session.step() - step) <= 1);
    }
    const QRectF backward = ribbon->areaOf(Phase::Backward);
    QTest::mousePress(ribbon, Qt::LeftButton, {}, backward.center().toPoint());
    CHECK(session.currentStep()->phase == Phase::Backward);
    QTest::mouseMove(ribbon, QPoint(2, ribbon->height() / 2));
    QMouseEvent move(QEvent::MouseMove, QPointF(2, 10), QPointF(2, 10), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(ribbon, &move);
    CHECK(session.step() == 0);
    QTest::keyClick(ribbon, Qt::Key_Right);
    CHECK(session.step() == 1);
    QTest::keyClick(ribbon, Qt::Key_End);
    CHECK(session.step() == session.stepCount() - 1);
    QTest::keyClick(ribbon, Qt::Key_Left);
    QTest::keyClick(ribbon, Qt::Key_Home);
    CHECK(session.step() == 0);
}

TEST_CASE("each phase of the ribbon has room for its name") {
    Shown shown;
    auto* const ribbon = shown.bar.findChild<StepRibbon*>();
    QFont bold = ribbon->font();
    bold.setBold(true);
    double right = 0;
    for (const Phase phase : {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Update}) {
        const QRectF area = ribbon->areaOf(phase);
        CHECK(area.width() >= QFontMetricsF(bold).horizontalAdvance(nameOf(phase)));
        CHECK(area.left() >= right);
        right = area.right();
    }
    CHECK(right <= ribbon->width());
}

TEST_CASE("to a screen reader the ribbon is a slider") {
    Shown shown;
    auto* const ribbon = shown.bar.findChild<StepRibbon*>();
    QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(ribbon);
    REQUIRE(accessible);
    CHECK(accessible->role() == QAccessible::Slider);
    REQUIRE(accessible->valueInterface());
    accessible->valueInterface()->setCurrentValue(5);
    CHECK(shown.session->step() == 4);
    CHECK(accessible->valueInterface()->currentValue().toInt() == 5);
    CHECK(accessible->valueInterface()->maximumValue().toInt() == shown.session->stepCount());
    CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
    for (QWidget* const widget : shown.bar.findChildren<QWidget*>()) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible())
            CHECK_FALSE(widget->accessibleName().isEmpty());
    }
}

TEST_CASE("before a sentence has run the bar is calm and empty") {
    testApplication();
    Session session;
    TransportBar bar(session);
    bar.resize(1280, 100);
    bar.grab();
    auto* const ribbon = bar.findChild<StepRibbon*>();
    QTest::mouseClick(ribbon, Qt::LeftButton);
    QTest::keyClick(ribbon, Qt::Key_Right);
    CHECK(session.step() == 0);
    CHECK_FALSE(bar.findChild<FlatButton*>(QStringLiteral("play"))->isEnabled());
}

TEST_CASE("a sentence of one word has no loss and no way back") {
    Shown shown;
    shown.say(QStringLiteral("fox"));
    CHECK(shown.label("loss").isEmpty());
    CHECK(shown.bar.findChild<StepRibbon*>()->areaOf(Phase::Backward).isEmpty());
}

TEST_CASE("an altered run is called so, and leads to what alters it") {
    Shown shown;
    CHECK_FALSE(shown.button("altered")->isVisible());
    shown.session->change(SilenceHead{"blocks.0.attention", 0});
    shown.settle();
    QTest::qWait(1);
    REQUIRE(shown.button("altered")->isVisible());
    QSignalSpy asked(&shown.bar, &TransportBar::changesAsked);
    shown.click("altered");
    CHECK(asked.size() == 1);
    shown.session->undoStack().undo();
    CHECK_FALSE(shown.button("altered")->isVisible());
}
