// How long the whole window takes to show a step, played at each level, and a changed word with its gradients; and how
// long the longest single call on its thread was. Prints a line for each; no test.

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <array>
#include <cstdio>
#include <vector>

#include "tests/bench/timed_application.h"
#include "tests/support/world_session.h"
#include "ui/views/stage/stage_view.h"
#include "ui/window/calm_style.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

using namespace attentarium;

namespace {

const QString kSentence = QStringLiteral(
    "today in the garden, Emma sees the dog and the horse. she laughs very loudly, and it eats very slowly. it likes "
    "bread, so she");

constexpr std::array kLevelNames{"model", "block", "operation", "cells"};

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    prepareApplication();
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("preferences.ini")));
    Session session;
    MainWindow window(session, preferences);
    window.resize(1600, 960);
    window.show();
    window.begin(bundledCheckpoint(Language::English), kSentence);
    while (!session.trace()) QTest::qWait(5);
    QTest::qWait(300);
    std::printf("%lld words\n", static_cast<long long>(session.words().size()));

    QElapsedTimer timer;
    QSignalSpy traced(&session, &Session::traceChanged);
    for (const StageLevel level : kStageLevels) {
        window.stage().setLevel(level);
        session.goToFirst();
        QTest::qWait(300);
        std::printf("level %s\n", kLevelNames[static_cast<std::size_t>(level)]);
        application.takeLongest();
        std::vector<double> steps, words;
        // As the clock behind Play does it.
        for (int step = 0; step + 1 < session.stepCount(); ++step) {
            timer.start();
            session.stepForward();
            QCoreApplication::processEvents();
            steps.push_back(milliseconds(timer));
        }
        report("  a step to its picture", steps);
        std::printf("  longest event while stepping: %.1f ms\n", application.takeLongest());
        session.goToStep(Phase::Backward, QStringLiteral("blocks.0.attention.weights"));
        QTest::qWait(50);
        application.takeLongest();
        for (int i = 0; i < 50; ++i) {
            traced.clear();
            timer.start();
            session.replaceWords(5, 1, i % 2 == 0 ? QStringLiteral("Rose") : QStringLiteral("Emma"));
            while (traced.isEmpty()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QCoreApplication::processEvents();
            words.push_back(milliseconds(timer));
        }
        report("  a changed word to its picture", words);
        std::printf("  longest event while typing: %.1f ms\n", application.takeLongest());
    }
    return 0;
}
