// How long the whole window takes to show a step, and a changed word with its gradients. Prints two lines; no test.

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "tests/support/world_session.h"
#include "ui/window/calm_style.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

using namespace attentarium;

namespace {

const QString kSentence = QStringLiteral(
    "today in the garden, Emma sees the dog and the horse. she laughs very loudly, and it eats very slowly. it likes "
    "bread, so she");

void report(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * (times.size() - 1.0))]; };
    std::printf("%s, %zu times: median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms\n", what, times.size(),
                at(0.5), at(0.99), at(1));
}

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
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

    QElapsedTimer timer;
    std::vector<double> steps, words;
    for (int step = 0; step < session.stepCount(); ++step) {
        timer.start();
        session.goToStep(step);
        QCoreApplication::processEvents();
        steps.push_back(milliseconds(timer));
    }
    session.goToStep(Phase::Backward, QStringLiteral("blocks.0.attention.weights"));
    QTest::qWait(50);
    QSignalSpy traced(&session, &Session::traceChanged);
    for (int i = 0; i < 100; ++i) {
        traced.clear();
        timer.start();
        session.replaceWords(5, 1, i % 2 == 0 ? QStringLiteral("Rose") : QStringLiteral("Emma"));
        while (traced.isEmpty()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        words.push_back(milliseconds(timer));
    }
    std::printf("%lld words\n", static_cast<long long>(session.words().size()));
    report("a step to its picture", steps);
    report("a changed word to its picture", words);
    return 0;
}
