#include <QComboBox>

#include "engine/runs/run_json.h"
#include "tests/ui/training_setup/training_desk.h"
#include "ui/explain/field_words.h"
#include "ui/session/training.h"
#include "ui/views/training_setup/number_box.h"
#include "ui/views/training_setup/runs_model.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

QString cell(const TrainingDesk& desk, int row, int column) {
    const QAbstractItemModel& model = *desk.runs->table().model();
    return model.data(model.index(row, column), Qt::DisplayRole).toString();
}

}  // namespace

TEST_CASE("Run begins the first run, and the bar tells how far it is") {
    TrainingDesk desk;
    CHECK(desk.text("progressWords").contains(QStringLiteral("choose a preset")));
    CHECK_FALSE(desk.runs->table().isVisible());
    desk.press("run");
    REQUIRE(desk.waitForState(RunState::Finished));
    CHECK(desk.text("progressWords").startsWith(QStringLiteral("Run 1 · finished · step 40 of 40 · loss ")));
    CHECK_FALSE(desk.button("run").isEnabled());
    CHECK(desk.text("runNote").contains(QStringLiteral("Reset")));
    // Reset begins anew, from the same weights.
    desk.press("resetRun");
    REQUIRE(desk.waitForState(RunState::Paused));
    CHECK(desk.run().number == 2);
    CHECK(desk.run().history.points.empty());
    CHECK(desk.button("run").isEnabled());
}

TEST_CASE("One step is one, pause pauses, and a goal ends by itself") {
    TrainingDesk desk(100'000);
    desk.press("oneStep");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.training().current() && desk.run().history.stepsDone() == 1; }));
    REQUIRE(desk.waitForState(RunState::Paused));
    desk.press("run");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.run().history.stepsDone() > 20; }));
    CHECK(desk.button("run").text() == QStringLiteral("Pause"));
    CHECK_FALSE(desk.button("oneStep").isEnabled());
    desk.press("run");
    REQUIRE(desk.waitForState(RunState::Paused));
    const std::int64_t done = desk.run().history.stepsDone();
    desk.press("until");
    auto& goal = desk.find<FlatButton>("runUntil");
    REQUIRE(goal.isVisible());
    TrainingDesk::type(*goal.parentWidget()->findChild<NumberBox*>(), QString::number(done + 7));
    QTest::mouseClick(&goal, Qt::LeftButton);
    REQUIRE(TrainingDesk::waitFor([&] { return desk.run().history.stepsDone() == done + 7; }));
    CHECK(desk.waitForState(RunState::Paused));
}

TEST_CASE("What is changed while it runs goes into the run, not into the setup") {
    TrainingDesk desk(100'000);
    desk.press("oneStep");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.training().current() && desk.run().history.stepsDone() == 1; }));
    REQUIRE(desk.waitForState(RunState::Paused));
    desk.press("whileItRuns");
    auto& dropout = desk.find<NumberBox>("dropout");
    REQUIRE(dropout.isVisible());
    TrainingDesk::type(dropout, QStringLiteral("0.25"));
    CHECK(desk.run().setup.settings.dropout == 0.25);
    CHECK(desk.training().setup().settings.dropout == 0);
    // The same run goes on.
    desk.press("oneStep");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.run().history.stepsDone() == 2; }));
    CHECK(desk.run().number == 1);
}

TEST_CASE("After the setup changed, Run begins another run, and the table shows only what differs") {
    TrainingDesk desk(10);
    desk.press("run");
    REQUIRE(desk.waitForState(RunState::Finished));
    const QStringList always = desk.columns();
    CHECK(always.size() == RunsModel::kFixed);
    TrainingDesk::type(*desk.field("width").findChild<QAbstractSpinBox*>(), QStringLiteral("32"));
    CHECK(desk.text("runNote").contains(QStringLiteral("new run")));
    desk.press("run");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.run().number == 2; }));
    REQUIRE(desk.waitForState(RunState::Finished));
    CHECK(desk.columns() == always + QStringList{QStringLiteral("Width")});
    CHECK(cell(desk, 1, RunsModel::kFixed) == QStringLiteral("32"));
    CHECK(cell(desk, 1, RunsModel::Number) == QStringLiteral("▸ 2"));
    // The one before is chosen with a click, and goes on being what it was.
    desk.click(0, RunsModel::State);
    CHECK(desk.run().number == 1);
    CHECK(cell(desk, 0, RunsModel::Number) == QStringLiteral("▸ 1"));
    // And with the keys.
    QTest::keyClick(&desk.runs->table(), Qt::Key_Down);
    QTest::keyClick(&desk.runs->table(), Qt::Key_Return);
    CHECK(desk.run().number == 2);
}

TEST_CASE("Runs are ticked to be compared, and removed when one has said so twice") {
    TrainingDesk desk(5);
    for (int i = 0; i < 2; ++i) {
        desk.press("resetRun");
        desk.press("run");
        REQUIRE(desk.waitForState(RunState::Finished));
    }
    desk.runs->table().setCurrentIndex(desk.runs->table().model()->index(0, RunsModel::Number));
    desk.runs->table().setFocus();
    QTest::keyClick(&desk.runs->table(), Qt::Key_Space);
    QTest::keyClick(&desk.runs->table(), Qt::Key_Down);
    QTest::keyClick(&desk.runs->table(), Qt::Key_Space);
    CHECK(desk.training().compared() == std::vector<int>{1, 2});
    QTest::keyClick(&desk.runs->table(), Qt::Key_Space);
    CHECK(desk.training().compared() == std::vector<int>{1});

    desk.runs->table().setCurrentIndex(desk.runs->table().model()->index(0, RunsModel::Number));
    desk.press("removeRun");
    CHECK(desk.training().runs().size() == 2);
    desk.press("keepRun");
    CHECK(desk.training().runs().size() == 2);
    desk.press("removeRun");
    desk.press("removeForGood");
    REQUIRE(desk.training().runs().size() == 1);
    CHECK(desk.training().runs().front()->number == 2);
    CHECK(desk.training().compared().empty());
}

TEST_CASE("A run that the end of the program cut off is offered at the next start") {
    TrainingDesk desk(60);
    const auto killed = [&] {
        desk.training().run(Goal{Goal::Kind::Steps, 20});
        REQUIRE(
            TrainingDesk::waitFor([&] { return desk.training().current() && desk.run().history.stepsDone() == 20; }));
        desk.desk.reset();
        desk.session.reset();
        // As it is written while it runs.
        const auto place = folderOfRun(desk.folder.filePath(QStringLiteral("runs")).toStdString(), 1);
        RunRecord record = loadRecord(place);
        record.isRunning = true;
        saveRecord(place, record);
        desk.open();
        REQUIRE(TrainingDesk::waitFor([&] { return desk.training().runs().size() == 1; }));
    };
    killed();
    const auto offer = [&] { return desk.runs->findChild<FlatButton*>(QStringLiteral("continue1")); };
    REQUIRE(offer());
    CHECK(offer()->accessibleName() == QStringLiteral("Continue run 1"));
    QTest::mouseClick(offer(), Qt::LeftButton);
    REQUIRE(desk.waitForState(RunState::Finished));
    CHECK(desk.run().history.stepsDone() == 60);
    CHECK_FALSE(offer());
}

TEST_CASE("A branch says where it comes from") {
    TrainingDesk desk(100'000);
    desk.press("oneStep");
    REQUIRE(TrainingDesk::waitFor([&] { return desk.training().current() && desk.run().history.stepsDone() == 1; }));
    REQUIRE(desk.waitForState(RunState::Paused));
    TrainingSettings settings = desk.run().setup.settings;
    settings.peakRate = 0.02;
    desk.training().branch(settings);
    CHECK(cell(desk, 1, RunsModel::Number) == QStringLiteral("▸ 2, from 1 at step 1"));
    CHECK(desk.columns().last() == labelOf("peak_rate"));
}
