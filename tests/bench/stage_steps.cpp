// How long a step of the walk takes on the stage, its new picture included. Prints two lines; no test.

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "tests/ui/stage/sample_session.h"
#include "ui/views/stage/stage_scene.h"
#include "ui/views/stage/stage_view.h"

using namespace attentarium;

namespace {

/// What the window's thread itself spent; on a busy machine the clock on the wall also counts the others' work.
double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void report(const char* what, std::vector<std::pair<double, int>> times, const Trace& trace) {
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))].first;
    };
    const int slowest = times.back().second;
    std::printf("%s, %zu steps: median %.2f ms, 99th percentile %.2f ms, slowest %.2f ms (step %d, %s)\n", what,
                times.size(), at(0.5), at(0.99), at(1), slowest,
                trace.name(trace.steps()[static_cast<std::size_t>(slowest)].node).c_str());
}

}  // namespace

int main() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    SampleSession session(QStringLiteral("the little fox saw a red apple and she ate it ."));
    if (!session->trace()) return 1;
    StageView view(*session);
    view.resize(990, 760);
    view.show();
    QTest::qWait(20);
    QImage image(view.size(), QImage::Format_RGB32);
    std::vector<std::pair<double, int>> wall, own;
    for (int step = 0; step < session->stepCount(); ++step) {
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        session->goToStep(step);
        view.render(&image);
        own.emplace_back(threadMilliseconds() - before, step);
        wall.emplace_back(static_cast<double>(timer.nsecsElapsed()) / 1e6, step);
    }
    report("time on the wall", wall, *session->trace());
    report("time of the thread", own, *session->trace());
    return 0;
}
