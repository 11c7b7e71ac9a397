#pragma once

#include <QElapsedTimer>
#include <QTest>

#include "engine/runs/run_setup.h"
#include "tests/support/application.h"
#include "ui/session/session.h"
#include "ui/session/training.h"

namespace attentarium {

/// A session in which a small model has learned stories of the small world for so many steps.
struct TrainedSession {
    explicit TrainedSession(std::int64_t steps = 60, Family family = Family::Gpt) {
        testApplication();
        RunSetup setup;
        setup.model = defaultConfig(family);
        setup.model.layers = 2;
        setup.model.heads = 2;
        setup.model.width = 16;
        setup.model.context = 16;
        setup.corpus.stories = 60;
        setup.settings = {.batch = 4, .steps = steps, .warmup = 2, .peakRate = 1e-2, .finalRate = 1e-3};
        session.training().setSetup(setup);
        session.training().run();
        wait([&] {
            const RunEntry* const run = session.training().current();
            return run && run->state != RunState::Preparing && run->state != RunState::Running;
        });
        settle();
    }

    template <typename Condition>
    bool wait(Condition&& condition, int milliseconds = 60000) {
        QElapsedTimer clock;
        clock.start();
        while (!condition() && clock.elapsed() < milliseconds) QTest::qWait(5);
        return condition();
    }
    void settle() {
        wait([&] { return !session.isBusy(); });
        QTest::qWait(20);
    }
    Training& training() { return session.training(); }
    const RunEntry& run() { return *session.training().current(); }

    Session session;
};

}  // namespace attentarium
