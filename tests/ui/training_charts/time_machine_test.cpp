#include "ui/views/training_charts/time_machine.h"
#include "ui/session/training.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "tests/support/catch.h"
#include "tests/ui/training_charts/trained_session.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_charts/chart_board.h"
#include "ui/views/training_charts/curve_chart.h"
#include "ui/views/training_charts/moment_scrubber.h"
#include "ui/views/training_charts/now_card.h"
#include "ui/views/training_charts/now_picture.h"
#include "ui/views/training_charts/training_charts.h"

using namespace attentarium;

namespace {

struct ShownMachine : TrainedSession {
    ShownMachine() : machine(session) {
        machine.resize(1000, 110);
        machine.show();
        QTest::qWait(20);
    }
    FlatButton& button(const char* name) { return *machine.findChild<FlatButton*>(QString::fromLatin1(name)); }
    void click(const char* name) { QTest::mouseClick(&button(name), Qt::LeftButton); }
    QString place() { return machine.findChild<QLabel*>(QStringLiteral("moment_place"))->text(); }
    MomentScrubber& scrubber() { return *machine.findChild<MomentScrubber*>(); }
    QLineEdit& line(const char* name) { return *machine.findChild<QLineEdit*>(QString::fromLatin1(name)); }

    TimeMachine machine;
};

}  // namespace

TEST_CASE("the keyboard goes through the moments of a run, and what is shown is said in words") {
    ShownMachine shown;
    REQUIRE(shown.run().state == RunState::Finished);
    const auto moments = shown.run().timeline.moments();
    REQUIRE(moments.size() > 5);
    CHECK(shown.place().startsWith(QStringLiteral("step 60 of 60, about ")));
    CHECK(shown.place().endsWith(QStringLiteral("(latest)")));
    CHECK(shown.button("follow_latest").isChecked());
    QTest::keyClick(&shown.scrubber(), Qt::Key_Home);
    CHECK(shown.training().shownMoment() == 0);
    CHECK(shown.place() == QStringLiteral("before the first of 60 steps"));
    CHECK_FALSE(shown.button("follow_latest").isChecked());
    CHECK_FALSE(shown.button("first_moment").isEnabled());
    QTest::keyClick(&shown.scrubber(), Qt::Key_Right);
    CHECK(shown.training().shownStep() == moments[1]->step);
    QAccessibleInterface* const heard = QAccessible::queryAccessibleInterface(&shown.scrubber());
    REQUIRE(heard);
    CHECK(heard->role() == QAccessible::Slider);
    CHECK(heard->valueInterface()->currentValue().toInt() == 2);
    CHECK(heard->text(QAccessible::Value) == shown.place());
    shown.click("moment_forward");
    CHECK(shown.training().shownMoment() == 2);
    shown.click("moment_back");
    CHECK(shown.training().shownMoment() == 1);
    QTest::keyClick(&shown.scrubber(), Qt::Key_End);
    CHECK_FALSE(shown.training().shownMoment());
    QTest::mouseClick(&shown.scrubber(), Qt::LeftButton, {},
                      QPoint(static_cast<int>(shown.scrubber().centreOf(3)), shown.scrubber().height() / 3));
    CHECK(shown.training().shownMoment() == 3);
    shown.click("follow_latest");
    CHECK_FALSE(shown.training().shownMoment());
}

TEST_CASE("learning plays as a film, moment by moment, up to the latest") {
    ShownMachine shown;
    std::vector<std::int64_t> seen;
    QObject::connect(&shown.training(), &Training::momentShown, &shown.machine,
                     [&] { seen.push_back(shown.training().shownStep()); });
    auto* const speed = shown.machine.findChild<QComboBox*>(QStringLiteral("film_speed"));
    REQUIRE(speed);
    speed->setCurrentIndex(speed->count() - 1);
    shown.click("play_moments");
    CHECK(shown.machine.isPlaying());
    CHECK(shown.wait([&] { return !shown.machine.isPlaying(); }));
    CHECK_FALSE(shown.training().shownMoment());
    CHECK(seen.size() == shown.run().timeline.moments().size() + 1);
    CHECK(std::ranges::is_sorted(seen));
}

TEST_CASE("a branch goes on from the shown moment with what was typed, and says what cannot be") {
    ShownMachine shown;
    const RunSetup setup = shown.run().setup;
    shown.training().showMoment(4);
    const std::int64_t step = shown.training().shownStep();
    shown.click("branch");
    REQUIRE(shown.line("dropout").isVisible());
    CHECK(shown.line("peak_rate").text() == QStringLiteral("0.01"));
    shown.line("dropout").setText(QStringLiteral("1.5"));
    CHECK_FALSE(shown.button("branch_now").isEnabled());
    CHECK(shown.machine.findChild<QLabel*>(QStringLiteral("problem"))->text().startsWith(QStringLiteral("dropout: ")));
    shown.line("steps").setText(QString::number(step));
    CHECK_FALSE(shown.button("branch_now").isEnabled());
    shown.line("steps").setText(QStringLiteral("60"));
    shown.line("dropout").setText(QStringLiteral("0.25"));
    QTest::keyClick(&shown.line("dropout"), Qt::Key_Return);
    REQUIRE(shown.training().runs().size() == 2);
    CHECK(shown.run().number == 2);
    CHECK(shown.run().parent == 1);
    CHECK(shown.run().branchedAt == step);
    TrainingSettings wanted = setup.settings;
    wanted.dropout = 0.25;
    CHECK(shown.run().setup.settings == wanted);
    CHECK_FALSE(shown.line("dropout").isVisible());
}

TEST_CASE("the memory of the moments is shown, and its budget can be changed") {
    ShownMachine shown;
    CHECK(shown.button("memory").text().endsWith(QStringLiteral("of 256 MB")));
    shown.training().setBudget(std::size_t{64} << 20);
    CHECK(shown.button("memory").text().endsWith(QStringLiteral("of 64 MB")));
    // A budget that hardly anything fits lets go of moments, also of one that is shown.
    const auto count = static_cast<int>(shown.run().timeline.moments().size());
    shown.training().showMoment(count - 2);
    shown.training().setBudget(100'000);
    REQUIRE(shown.run().timeline.moments().size() < static_cast<std::size_t>(count - 2));
    CHECK(shown.training().shownMoment() < static_cast<int>(shown.run().timeline.moments().size()));
    CHECK(shown.scrubber().shownPlace() <= static_cast<int>(shown.run().timeline.moments().size()));
}

TEST_CASE("a step chosen in a chart is shown everywhere, and the card tells what the model does there") {
    TrainedSession trained;
    TrainingCharts charts(trained.session);
    charts.resize(1400, 500);
    charts.show();
    QTest::qWait(30);
    auto* const chart = charts.findChild<CurveChart*>(QStringLiteral("loss"));
    chart->readAt(0);
    QTest::keyClick(chart, Qt::Key_Return);
    CHECK(trained.training().shownMoment() == 0);
    CHECK(trained.wait([&] { return !trained.session.isBusy() && trained.session.trace(); }));
    QTest::qWait(20);
    const NowCard* seen = nullptr;
    for (const auto* const card : charts.findChildren<NowCard*>()) {
        if (card->isVisible()) seen = card;
    }
    REQUIRE(seen);
    REQUIRE(seen->pictures().pictures.size() == 1);
    CHECK(seen->pictures().trace == trained.session.trace());
    CHECK(seen->accessibleDescription().contains(QStringLiteral("looks most at")));
    const auto& numbers = seen->pictures().pictures[0].numbers;
    CHECK(numbers.rowCount() == static_cast<int>(trained.session.trace()->tokens().size()));
    charts.resize(500, 500);
    QTest::qWait(20);
    CHECK_FALSE(seen->isVisible());
}

TEST_CASE("families with gates show their gates, those without attention and gates what they have") {
    struct Case {
        Family family;
        QStringList titles;
        bool areShares;
    };
    const std::vector<Case> cases{
        {Family::Lstm,
         {QStringLiteral("forget gate"), QStringLiteral("input gate"), QStringLiteral("output gate")},
         true},
        {Family::Gru, {QStringLiteral("reset gate"), QStringLiteral("update gate")}, true},
        {Family::Rnn, {QStringLiteral("hidden state")}, false},
        {Family::MlpLm, {QStringLiteral("token embedding")}, false},
    };
    for (const Case& expected : cases) {
        TrainedSession trained(5, expected.family);
        REQUIRE(trained.wait([&] { return trained.session.trace() && !trained.session.isBusy(); }));
        const NowPictures now = nowPictures(trained.session, -1);
        QStringList titles;
        for (const NowPicture& picture : now.pictures) {
            titles.append(picture.title);
            CHECK(picture.numbers.isShare == expected.areShares);
            CHECK(picture.numbers.rowCount() == static_cast<int>(trained.session.trace()->tokens().size()));
            CHECK_FALSE(picture.reading.isEmpty());
        }
        CHECK(titles == expected.titles);
    }
}
