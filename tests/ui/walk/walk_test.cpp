// ATTENTARIUM_WALK_ACTIONS and ATTENTARIUM_WALK_SEED choose another walk, ATTENTARIUM_WALK_LOG names a file for what it
// does, and ATTENTARIUM_WALK_TIMES=1 prints what held up the window's thread.

#include <QFile>
#include <QTextStream>
#include <cstdio>

#include "tests/support/catch.h"
#include "tests/ui/walk/random_walk.h"
#include "tests/ui/walk/timed_application.h"
#include "tests/ui/walk/walk_rules.h"

namespace attentarium::test {
namespace {

TimedApplication& timedApplication() {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    static auto* const application = new TimedApplication(argc, argv);
    return *application;
}

int asked(const char* name, int otherwise) {
    bool given = false;
    const int number = qEnvironmentVariableIntValue(name, &given);
    return given ? number : otherwise;
}

/// Where a look at the number of objects says whether old ones stay.
std::size_t widgetCount() {
    return static_cast<std::size_t>(QApplication::allWidgets().size());
}

TEST_CASE("Whatever is clicked, pressed and typed, the window goes on") {
    TimedApplication& application = timedApplication();
    const int actions = asked("ATTENTARIUM_WALK_ACTIONS", 400);
    const int seed = asked("ATTENTARIUM_WALK_SEED", 1);
    QFile log(qEnvironmentVariable("ATTENTARIUM_WALK_LOG"));
    if (!log.fileName().isEmpty()) REQUIRE(log.open(QIODevice::WriteOnly));

    const Warnings warnings;
    StrayWindows strays;
    OpenWindow open;
    RandomWalk walk(open, static_cast<std::uint64_t>(seed));
    const std::size_t first = widgetCount();
    application.forget();
    for (int action = 1; action <= actions; ++action) {
        application.setAction(action);
        walk.act();
        if (log.isOpen()) {
            QTextStream(&log) << action << ": " << walk.done() << '\n';
            log.flush();
        }
        INFO("seed " << seed << ", action " << action << ": " << walk.done().toStdString());
        REQUIRE(walk.cameToRest());
        REQUIRE(brokenRule(open).toStdString() == "");
        CHECK(Warnings::take().join(QLatin1Char('\n')).toStdString() == "");
        CHECK(strays.take().join(QLatin1Char('\n')).toStdString() == "");
        if (action % 500 != 0) continue;
        // What was closed is gone.
        REQUIRE(widgetCount() < 4 * first);
        REQUIRE_FALSE(open.window->grab().isNull());
        std::printf("seed %d, action %d: %zu widgets, %d steps of the undo stack\n", seed, action, widgetCount(),
                    open.session->undoStack().count());
        std::fflush(stdout);
    }
    if (asked("ATTENTARIUM_WALK_TIMES", 0) == 0) return;
    for (const TimedApplication::Held& held : application.held()) {
        std::printf("%7.1f ms at most, %4d times over %.0f ms: %s (action %d)\n", held.longest, held.count,
                    TimedApplication::kLimit, held.what.toUtf8().constData(), held.action);
    }
}

}  // namespace
}  // namespace attentarium::test
