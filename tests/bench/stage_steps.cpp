// How long a step of the walk takes on the stage, its new picture included. Prints one line; no test.

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cstdio>

#include "tests/ui/stage/sample_session.h"
#include "ui/views/stage/stage_scene.h"
#include "ui/views/stage/stage_view.h"

using namespace attentarium;

int main() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    SampleSession session(QStringLiteral("the little fox saw a red apple and she ate it ."));
    if (!session->trace()) return 1;
    StageView view(*session);
    view.resize(990, 760);
    view.show();
    QTest::qWait(20);
    QImage image(view.size(), QImage::Format_RGB32);
    std::vector<std::pair<double, int>> times;
    for (int step = 0; step < session->stepCount(); ++step) {
        QElapsedTimer timer;
        timer.start();
        session->goToStep(step);
        view.render(&image);
        times.emplace_back(static_cast<double>(timer.nsecsElapsed()) / 1e6, step);
    }
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))].first;
    };
    const int slowest = times.back().second;
    const Step& step = session->trace()->steps()[static_cast<std::size_t>(slowest)];
    std::printf("%zu steps: median %.2f ms, 99th percentile %.2f ms, slowest %.2f ms (step %d, %s)\n", times.size(),
                at(0.5), at(0.99), at(1), slowest, session->trace()->name(step.node).c_str());
    return 0;
}
