// How long a step of the walk takes on the stage, its new picture included, at each level, forward and back: for the
// bundled models, and for one of about 2,000 nodes that has learned nothing. Prints a line for each; no test.

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "tests/support/world_session.h"
#include "tests/ui/stage/sample_session.h"
#include "ui/views/stage/stage_scene.h"
#include "ui/views/stage/stage_view.h"

using namespace attentarium;

namespace {

constexpr std::array kLevelNames{"model", "block", "operation", "cells"};

/// What the window's thread itself spent; on a busy machine the clock on the wall also counts the others' work.
double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Times {
    std::vector<std::pair<double, int>> wall, own;

    double at(double share, bool ofThread) const {
        auto sorted = ofThread ? own : wall;
        std::ranges::sort(sorted);
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))].first;
    }
    int slowest() const { return std::ranges::max(own).second; }
};

/// Every step, or every one of `stride`, there and back again.
Times walk(Session& session, StageView& view, int stride) {
    QImage image(view.size(), QImage::Format_RGB32);
    Times times;
    const int last = session.stepCount() - 1;
    for (int there = 0; there <= 2 * last; there += stride) {
        const int step = there <= last ? there : 2 * last - there;
        QElapsedTimer timer;
        timer.start();
        const double before = threadMilliseconds();
        session.goToStep(step);
        view.render(&image);
        times.own.emplace_back(threadMilliseconds() - before, step);
        times.wall.emplace_back(static_cast<double>(timer.nsecsElapsed()) / 1e6, step);
    }
    return times;
}

void report(const char* what, Session& session, int stride) {
    StageView view(session);
    view.resize(990, 760);
    view.show();
    QTest::qWait(20);
    std::printf("%s, %zu nodes, %d steps\n", what, session.trace()->nodes().size(), session.stepCount());
    for (const Shown shown : {Shown::AsThePassGoes, Shown::Both}) {
        view.setShown(shown);
        for (const StageLevel level : kStageLevels) {
            view.setLevel(level);
            QTest::qWait(5);
            const Times times = walk(session, view, stride);
            const Step& step = session.trace()->steps()[static_cast<std::size_t>(times.slowest())];
            std::printf(
                "  %-9s %-4s %5zu steps: wall %6.2f / %6.2f ms, thread %6.2f / %6.2f / %6.2f ms (p50 / p99 / slowest: "
                "%s, phase %d)\n",
                kLevelNames[static_cast<std::size_t>(level)], shown == Shown::Both ? "both" : "auto", times.wall.size(),
                times.at(0.5, false), times.at(0.99, false), times.at(0.5, true), times.at(0.99, true),
                times.at(1, true), session.trace()->name(step.node).c_str(), static_cast<int>(step.phase));
            std::fflush(stdout);
        }
    }
}

}  // namespace

int main() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const Language language : {Language::English, Language::Chinese}) {
        const WorldSession world(language, WorldSession::Weights::Bundled);
        if (!world.session->trace()) return 1;
        report(language == Language::English ? "bundled, English" : "bundled, Chinese", *world.session, 1);
    }
    SampleSession large(QStringLiteral("the little fox saw a red apple and she ate it ."),
                        {.layers = 60, .heads = 4, .width = 32});
    if (!large->trace()) return 1;
    report("60 blocks", *large, 11);
    return 0;
}
