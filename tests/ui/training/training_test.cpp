#include "ui/session/training.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

#include "engine/runs/run_json.h"
#include "tests/engine/runs/small_runs.h"
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

bool waitFor(const std::function<bool()>& reached, int milliseconds = 20000) {
    QElapsedTimer clock;
    clock.start();
    while (!reached() && clock.elapsed() < milliseconds) QTest::qWait(5);
    return reached();
}

/// A session with a small run of so many steps set up, saved in a folder of its own.
struct Class {
    explicit Class(std::int64_t steps = 40) {
        testApplication();
        session = std::make_unique<Session>();
        training().setRunsFolder(folder.filePath(QStringLiteral("runs")));
        training().setSetup(smallRun(steps));
    }
    Training& training() { return session->training(); }
    bool finish() {
        training().run();
        return waitFor([&] { return training().current()->state == RunState::Finished; });
    }
    QByteArray fileOf(const QString& path) {
        QFile file(folder.filePath(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    std::unique_ptr<Session> session;
};

}  // namespace

TEST_CASE("A run is trained to its end, step by step in its history") {
    Class room;
    REQUIRE(room.finish());
    const RunEntry& run = *room.training().current();
    CHECK(run.number == 1);
    REQUIRE(run.history.points.size() == 40);
    for (int i = 0; i < 40; ++i) CHECK(run.history.points[static_cast<std::size_t>(i)].step == i + 1);
    CHECK(run.history.evaluations.front().step == 0);
    CHECK(waitFor([&] { return run.history.evaluations.back().step == 40; }));
    // However quick the machine is, it is measured often enough for a curve.
    CHECK(run.history.evaluations.size() > 20);
    CHECK(run.timeline.moments().front()->step == 0);
    CHECK(run.latest->step == 40);
    CHECK(run.history.seconds > 0);
}

TEST_CASE("The window and the command line give the same bits for the same seed") {
    Class room;
    REQUIRE(room.finish());
    CHECK(
        waitFor([&] { return room.fileOf(QStringLiteral("runs/run-1/checkpoint/config.json")).contains("held_out"); }));
    QProcess program;
    program.start(QStringLiteral(ATTENTARIUM_BINARY_DIR "/attentarium-cli"),
                  {"train",
                   "--layers",
                   "1",
                   "--heads",
                   "2",
                   "--width",
                   "16",
                   "--context",
                   "16",
                   "--stories",
                   "60",
                   "--batch",
                   "4",
                   "--steps",
                   "40",
                   "--warmup",
                   "2",
                   "--lr",
                   "1e-2",
                   "--final-lr",
                   "1e-3",
                   "--out",
                   room.folder.filePath(QStringLiteral("by-hand"))});
    REQUIRE(program.waitForFinished());
    REQUIRE(program.exitCode() == 0);
    const QByteArray byHand = room.fileOf(QStringLiteral("by-hand/model.safetensors"));
    CHECK(byHand.size() > 1000);
    CHECK(byHand == room.fileOf(QStringLiteral("runs/run-1/checkpoint/model.safetensors")));
    CHECK(room.fileOf(QStringLiteral("by-hand/config.json")) ==
          room.fileOf(QStringLiteral("runs/run-1/checkpoint/config.json")));
}

TEST_CASE("A run pauses when it is asked to, and goes on from there") {
    Class room(100000);
    Training& training = room.training();
    training.run();
    REQUIRE(waitFor([&] { return training.current()->history.stepsDone() > 5; }));
    CHECK(training.isRunning());
    QElapsedTimer clock;
    clock.start();
    training.pause();
    REQUIRE(waitFor([&] { return training.current()->state == RunState::Paused; }));
    const std::int64_t done = training.current()->history.stepsDone();
    QTest::qWait(150);
    CHECK(training.current()->history.stepsDone() == done);
    training.stepOnce();
    REQUIRE(waitFor([&] { return training.current()->history.stepsDone() == done + 1; }));
    REQUIRE(waitFor([&] { return training.current()->state == RunState::Paused; }));
    training.runEpoch();
    REQUIRE(waitFor([&] { return !training.isRunning() && training.current()->history.stepsDone() > done + 1; }));
    const auto epoch = stepsInEpoch(*training.current()->material, 16, training.current()->setup.settings);
    CHECK(training.current()->history.stepsDone() == done + 1 + epoch);
}

TEST_CASE("News come at most ten times a second") {
    Class room(100000);
    QSignalSpy news(&room.training(), &Training::progressed);
    room.training().run();
    REQUIRE(waitFor([&] { return room.training().current()->history.stepsDone() > 0; }));
    news.clear();
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(1000);
    CHECK(news.count() >= 2);
    CHECK(static_cast<double>(news.count()) <= static_cast<double>(clock.elapsed()) / 100 + 2);
}

TEST_CASE("All workspaces show the moment that is chosen, and the latest while none is") {
    Class room;
    REQUIRE(room.finish());
    Training& training = room.training();
    const auto shownByTheSession = [&] { return room.session->checkpoint()->model->parameters()[0].value.values()[0]; };
    const auto firstOf = [](const Moment& moment) { return moment.parameters[0].values()[0]; };
    REQUIRE(room.session->checkpoint());
    CHECK(waitFor([&] { return shownByTheSession() == firstOf(*training.current()->latest); }));
    training.showMoment(0);
    CHECK(training.shownStep() == 0);
    CHECK(shownByTheSession() == firstOf(*training.current()->timeline.moments()[0]));
    CHECK(shownByTheSession() != firstOf(*training.current()->latest));
    REQUIRE(waitFor([&] { return room.session->isTraceCurrent(); }));
    const auto begun = room.session->trace();
    training.showLatest();
    CHECK(shownByTheSession() == firstOf(*training.current()->latest));
    CHECK(waitFor([&] { return room.session->trace() && room.session->trace() != begun; }));
    // Not watched, the session keeps what it shows.
    training.setWatched(false);
    training.showMoment(0);
    CHECK(shownByTheSession() == firstOf(*training.current()->latest));
}

TEST_CASE("The sentence, the head and the step stay while the model learns") {
    Class room;
    Training& training = room.training();
    training.reset();
    REQUIRE(waitFor([&] { return room.session->isTraceCurrent(); }));
    room.session->setText(QStringLiteral("Anna sees Tom ."));
    room.session->selectHead(1);
    REQUIRE(waitFor([&] { return room.session->isTraceCurrent(); }));
    room.session->goToStep(9);
    training.run();
    REQUIRE(waitFor([&] { return training.current()->state == RunState::Finished; }));
    CHECK(waitFor([&] { return room.session->isTraceCurrent(); }));
    CHECK(room.session->text() == QStringLiteral("Anna sees Tom."));
    CHECK(room.session->selection().head == 1);
    CHECK(room.session->step() == 9);
}

TEST_CASE("A branch goes on from the moment that is shown, and the run it left stays as it was") {
    Class room;
    REQUIRE(room.finish());
    Training& training = room.training();
    const auto moments = training.current()->timeline.moments();
    const int middle = static_cast<int>(moments.size()) / 2;
    const std::int64_t step = moments[static_cast<std::size_t>(middle)]->step;
    training.showMoment(middle);
    TrainingSettings settings = training.current()->setup.settings;
    settings.l2 = 0.5;
    training.branch(settings);
    const RunEntry& branch = *training.current();
    CHECK(branch.number == 2);
    CHECK(branch.parent == 1);
    CHECK(branch.branchedAt == step);
    CHECK(branch.history.stepsDone() == step);
    REQUIRE(room.finish());
    const RunEntry& trunk = *training.find(1);
    REQUIRE(branch.history.points.size() == 40);
    REQUIRE(trunk.history.points.size() == 40);
    for (std::size_t i = 0; i < 40; ++i) {
        // The first step of the branch still has the old weights.
        const bool same = branch.history.points[i].loss == trunk.history.points[i].loss;
        if (static_cast<std::int64_t>(i) <= step) CHECK(same);
    }
    CHECK(branch.history.points.back().loss != trunk.history.points.back().loss);
    REQUIRE(branch.history.changes.size() == 1);
    CHECK(branch.history.changes[0] == SettingsChange{step, "l2", 0, 0.5});
}

TEST_CASE("Back in an earlier run, it goes on from its own latest moment") {
    Class room;
    Training& training = room.training();
    training.run(Goal{Goal::Kind::Steps, 10});
    REQUIRE(waitFor([&] { return !training.isRunning() && training.current()->history.stepsDone() == 10; }));
    training.reset();
    CHECK(training.current()->number == 2);
    REQUIRE(room.finish());
    const auto whole = training.current()->history.points;
    training.choose(1);
    CHECK(training.current()->history.stepsDone() == 10);
    REQUIRE(room.finish());
    REQUIRE(training.current()->history.points.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) CHECK(training.current()->history.points[i].loss == whole[i].loss);
}

TEST_CASE("What is changed meanwhile stands in the history") {
    Class room(100000);
    Training& training = room.training();
    training.run();
    REQUIRE(waitFor([&] { return training.current()->history.stepsDone() > 3; }));
    TrainingSettings settings = training.current()->setup.settings;
    settings.dropout = 0.25;
    settings.steps = 5;  // belongs to the run
    training.change(settings);
    REQUIRE(waitFor([&] { return !training.current()->history.changes.empty(); }));
    CHECK(training.current()->history.changes[0].setting == "dropout");
    CHECK(training.current()->history.changes[0].after == 0.25);
    CHECK(training.current()->setup.settings.steps == 100000);
    CHECK(training.isRunning());
}

TEST_CASE("Runs are there again at the next start, and one that was killed is known as such") {
    QTemporaryDir folder;
    const QString runs = folder.filePath(QStringLiteral("runs"));
    testApplication();
    std::vector<TrainingPoint> points;
    {
        Session session;
        Training& training = session.training();
        training.setRunsFolder(runs);
        training.setSetup(smallRun(60));
        training.run(Goal{Goal::Kind::Steps, 20});
        REQUIRE(waitFor([&] { return training.current() && training.current()->history.stepsDone() == 20; }));
        points = training.current()->history.points;
    }
    const std::filesystem::path place = folderOfRun(runs.toStdString(), 1);
    RunRecord record = loadRecord(place);
    CHECK_FALSE(record.isRunning);
    record.isRunning = true;
    saveRecord(place, record);
    Session session;
    Training& training = session.training();
    training.setRunsFolder(runs);
    REQUIRE(waitFor([&] { return training.runs().size() == 1; }));
    CHECK(training.runs()[0]->isUnfinished);
    CHECK(training.runs()[0]->history.points == points);
    training.choose(1);
    REQUIRE(waitFor([&] { return training.current()->material != nullptr; }));
    training.run();
    REQUIRE(waitFor([&] { return training.current()->state == RunState::Finished; }));
    CHECK(training.current()->history.points.size() == 60);
    // As a run that was never stopped.
    Class whole(60);
    REQUIRE(whole.finish());
    CHECK(training.current()->history.points.back().loss == whole.training().current()->history.points.back().loss);
}

TEST_CASE("What cannot be trained says why, and a run of it fails with the same words") {
    Class room;
    RunSetup setup = smallRun();
    setup.model.heads = 3;
    room.training().setSetup(setup);
    REQUIRE(room.training().setupProblem());
    CHECK(room.training().setupProblem()->kind() == ErrorKind::WidthNotDivisible);
    setup = smallRun();
    setup.corpus.corpus = "/nowhere/at-all.txt";
    room.training().setSetup(setup);
    REQUIRE(waitFor([&] { return room.training().setupProblem().has_value(); }));
    CHECK(room.training().setupProblem()->kind() == ErrorKind::FileMissing);
    room.training().reset();
    REQUIRE(waitFor([&] { return room.training().current()->state == RunState::Failed; }));
    CHECK(room.training().current()->problem->kind() == ErrorKind::FileMissing);
    room.training().setSetup(smallRun(8));
    REQUIRE(waitFor([&] { return room.training().estimate().has_value(); }));
    room.training().reset();
    CHECK(room.finish());
}

TEST_CASE("A loss that explodes ends the run and names the op, and earlier moments stay") {
    Class room;
    RunSetup setup = smallRun(5000);
    setup.settings.peakRate = setup.settings.finalRate = 10;
    setup.settings.weightDecay = 100;
    setup.settings.clip = 1e6;
    setup.settings.warmup = 0;
    room.training().setSetup(setup);
    room.training().run();
    REQUIRE(waitFor([&] { return room.training().current()->state == RunState::Failed; }));
    CHECK(room.training().current()->problem->kind() == ErrorKind::LossNotFinite);
    CHECK_FALSE(room.training().current()->problem->values().name.empty());
    CHECK_FALSE(room.training().current()->timeline.moments().empty());
}

TEST_CASE("A second window of the program does not write into the runs of the first") {
    Class room;
    Session other;
    other.training().setRunsFolder(room.folder.filePath(QStringLiteral("runs")));
    other.training().setSetup(smallRun(4));
    other.training().run();
    REQUIRE(waitFor([&] { return other.training().current()->state == RunState::Finished; }));
    CHECK(other.training().current()->folder.contains(QStringLiteral("runs-2")));
    CHECK(savedRuns(room.folder.filePath(QStringLiteral("runs")).toStdString()).empty());
}

TEST_CASE("A run that cannot be saved says so and goes on") {
    Class room;
    // A file stands where the folder of the run would be.
    QFile file(room.folder.filePath(QStringLiteral("runs/run-1")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    REQUIRE(room.finish());
    REQUIRE(room.training().current()->problem);
    CHECK(room.training().current()->problem->kind() == ErrorKind::FileUnwritable);
}

}  // namespace attentarium
