// How much watching slows training, how long the window's thread is ever busy meanwhile, how soon a pause is answered,
// and how much memory 100,000 steps of a tiny model take. Prints a line for each; no test.

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <chrono>
#include <cstdio>
#include <vector>

#include "engine/runs/presets.h"
#include "engine/runs/training_run.h"
#include "tests/bench/timed_application.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/window/calm_style.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

using namespace attentarium;

namespace {

double residentMegabytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Steps per second of the run alone, on as many threads as the window gives it.
double alone(const RunSetup& setup, double seconds) {
    Parallel parallel(std::max(1, QThread::idealThreadCount() - 1));
    TrainingRun run(prepared(setup), parallel);
    run.step();
    QElapsedTimer clock;
    clock.start();
    std::int64_t steps = 0;
    for (; clock.elapsed() < 1000 * seconds; ++steps) run.step();
    return 1000.0 * static_cast<double>(steps) / static_cast<double>(clock.elapsed());
}

void spin(double milliseconds) {
    QElapsedTimer clock;
    clock.start();
    while (static_cast<double>(clock.elapsed()) < milliseconds) QTest::qWait(5);
}

/// Steps per second of the run in the window, with everything that goes with it.
double inWindow(Session& session, TimedApplication& application, const RunSetup& setup, double seconds) {
    Training& training = session.training();
    training.setSetup(setup);
    training.reset();
    training.run();
    while (training.current()->history.stepsDone() < 1) QTest::qWait(5);
    spin(500);
    std::printf("longest event of the window's thread: %.1f ms while the run begins, ", application.takeLongest());
    const std::int64_t before = training.current()->history.stepsDone();
    QElapsedTimer clock;
    clock.start();
    spin(1000 * seconds);
    const std::int64_t steps = training.current()->history.stepsDone() - before;
    const double pace = 1000.0 * static_cast<double>(steps) / static_cast<double>(clock.elapsed());
    const double longest = application.takeLongest();
    std::printf("%.1f ms while it goes on (%s)\n", longest, application.receiver().c_str());
    training.pause();
    while (training.isRunning()) QTest::qWait(1);
    return pace;
}

void measurePauses(Session& session) {
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        session.training().run();
        while (!session.training().isRunning()) QTest::qWait(1);
        spin(150 + 13 * i);
        QElapsedTimer clock;
        clock.start();
        session.training().pause();
        while (session.training().isRunning()) QTest::qWait(1);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    report("a pause is answered", times);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    prepareApplication();
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    Session session;
    session.training().setRunsFolder(folder.filePath(QStringLiteral("runs")));
    MainWindow window(session, preferences);
    window.resize(1600, 960);
    window.show();
    window.begin(bundledCheckpoint(Language::English), QStringLiteral("Anna sees Tom. she"));
    while (!session.trace()) QTest::qWait(5);

    RunSetup lesson = setupOf("five-minutes", Language::English);
    lesson.settings.steps = 1000000;
    std::vector<double> watched, unwatched, bare;
    for (int round = 0; round < 3; ++round) {
        bare.push_back(alone(lesson, 5));
        session.training().setWatched(false);
        application.takeLongest();
        unwatched.push_back(inWindow(session, application, lesson, 5));
        session.training().setWatched(true);
        watched.push_back(inWindow(session, application, lesson, 5));
        std::printf("steps per second: %.1f alone, %.1f in the window, %.1f watched by all workspaces\n", bare.back(),
                    unwatched.back(), watched.back());
    }
    measurePauses(session);

    RunSetup tiny = lesson;
    tiny.model.layers = 1;
    tiny.model.heads = 2;
    tiny.model.width = 8;
    tiny.model.context = 16;
    tiny.settings.batch = 2;
    tiny.settings.steps = 100000;
    tiny.corpus.stories = 200;
    session.training().setBudget(32u << 20);
    session.training().setSetup(tiny);
    session.training().reset();
    session.training().run();
    while (session.training().current()->history.stepsDone() < 1000) QTest::qWait(5);
    const double early = residentMegabytes();
    while (session.training().current()->state != RunState::Finished) QTest::qWait(50);
    std::printf("memory after 1,000 steps %.0f MB, after 100,000 %.0f MB; moments take %.1f MB of %.1f MB\n", early,
                residentMegabytes(), static_cast<double>(session.training().current()->timeline.bytes()) / (1 << 20),
                static_cast<double>(session.training().current()->timeline.budget()) / (1 << 20));
    return 0;
}
