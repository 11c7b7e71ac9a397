// What a class does in its first lesson on training, with real clicks and keys, on the real preset.

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

#include "engine/runs/presets.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/training.h"
#include "ui/views/training_charts/moment_scrubber.h"
#include "ui/views/training_charts/time_machine.h"
#include "ui/workspaces/training_page.h"
#include "ui/workspaces/workspaces.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

/// The widget of that name that can be clicked now.
template <typename Widget>
Widget& named(QWidget& in, const char* name) {
    for (Widget* const widget : in.findChildren<Widget*>(QString::fromLatin1(name))) {
        if (widget->isVisible() && widget->isEnabled()) return *widget;
    }
    FAIL("nothing to click is called " << name);
    throw LogicError("unreachable");
}

void click(QWidget& in, const char* name) {
    QTest::mouseClick(&named<QAbstractButton>(in, name), Qt::LeftButton);
}

bool waitLong(const std::function<bool()>& holds) {
    QElapsedTimer clock;
    clock.start();
    while (!holds() && clock.elapsed() < 400'000) QTest::qWait(50);
    return holds();
}

double meanKnowledge(const Evaluation& evaluation) {
    double sum = 0;
    for (const auto& [kind, share] : evaluation.knowledge) sum += share;
    return evaluation.knowledge.empty() ? 0 : sum / static_cast<double>(evaluation.knowledge.size());
}

}  // namespace

TEST_CASE("A class trains the one-minute model, sees a head learn pronouns, goes back and branches") {
    OpenWindow open(Language::English, QSize(1440, 900));
    Training& training = open.session->training();
    training.setRunsFolder(open.folder.filePath(QStringLiteral("runs")));
    open.press(Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    TrainingPage& page = open.window->workspaces().training();
    REQUIRE(page.isVisible());

    click(page, "one-minute");
    CHECK(training.setup() == setupOf("one-minute", Language::English));
    click(page, "run");
    REQUIRE(waitUntil([&] { return training.isRunning(); }));
    // A head for pronouns forms, and more is known of every kind than at the start.
    const auto knows = [&] {
        const auto& evaluations = training.current()->history.evaluations;
        return !evaluations.empty() && evaluations.back().referentShare > 0.7 &&
               meanKnowledge(evaluations.back()) > 0.6;
    };
    REQUIRE(waitLong([&] { return knows() || training.current()->state == RunState::Finished; }));
    const History& history = training.current()->history;
    CHECK(knows());
    CHECK(history.evaluations.front().referentShare < 0.6);
    CHECK(meanKnowledge(history.evaluations.front()) < 0.4);
    CHECK(history.evaluations.size() >= 4);
    if (training.isRunning()) click(page, "run");
    REQUIRE(waitUntil([&] { return !training.isRunning(); }));
    const std::int64_t stopped = history.stepsDone();

    // Back to an early moment, which the stage shows too.
    auto& scrubber = *page.findChild<MomentScrubber*>();
    const int early = scrubber.placeCount() / 3;
    QTest::mouseClick(&scrubber, Qt::LeftButton, {}, QPoint(qRound(scrubber.centreOf(early)), scrubber.height() / 2));
    REQUIRE(training.shownMoment() == early);
    CHECK(training.shownStep() < stopped);
    const auto& moment = *training.current()->timeline.moments()[static_cast<std::size_t>(early)];
    CHECK(open.session->checkpoint()->model->parameters()[0].value.values()[5] == moment.parameters[0].values()[5]);

    // And on from there with other settings, in a run of its own.
    const std::int64_t branched = training.shownStep();
    click(page, "branch");
    auto& l2 = named<QLineEdit>(*open.window, "l2");
    QTest::mouseDClick(&l2, Qt::LeftButton);
    QTest::keyClicks(&l2, QStringLiteral("0.001"));
    click(*open.window, "branch_now");
    REQUIRE(training.current()->number == 2);
    CHECK(training.current()->parent == 1);
    CHECK(training.current()->branchedAt == branched);
    CHECK(training.current()->setup.settings.l2 == 0.001);
    REQUIRE(waitUntil([&] { return training.current()->state == RunState::Paused; }));
    open.press(Qt::Key_F9, Qt::ShiftModifier);
    CHECK(waitUntil([&] { return training.current()->history.stepsDone() == branched + 1; }));
    CHECK(training.find(1)->history.stepsDone() == stopped);
}
