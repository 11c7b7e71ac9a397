// The Training workspace, as one comes to it: the window stands open on the stage, then Ctrl+Shift+4.

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>

#include "tests/engine/runs/small_runs.h"
#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/training.h"
#include "ui/views/training_setup/fold.h"
#include "ui/views/training_setup/run_bar.h"
#include "ui/views/training_setup/setup_fields.h"
#include "ui/views/training_setup/setup_form.h"
#include "ui/window/text_size.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/training_page.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

TrainingPage& goToTraining(OpenWindow& open) {
    open.window->stage().setFocus();
    settle();
    open.press(Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    TrainingPage& page = open.window->workspaces().training();
    REQUIRE(page.isVisible());
    return page;
}

bool waitForState(OpenWindow& open, RunState state) {
    return waitUntil([&] {
        const RunEntry* run = open.session->training().current();
        return run && run->state == state && !open.isBusy();
    });
}

/// As one finds it, with all open, with something wrong, and after two runs.
void lookEverywhere(OpenWindow& open, const std::function<void(const QString&)>& look) {
    TrainingPage& page = goToTraining(open);
    Training& training = open.session->training();
    REQUIRE(waitUntil([&] { return training.estimate().has_value(); }));
    settle();
    look(QStringLiteral("at first"));
    for (Fold* fold : page.findChildren<Fold*>()) fold->setOpen(true);
    settle();
    look(QStringLiteral("all open"));
    for (const Family family : {Family::Bert, Family::Seq2Seq, Family::SkipGram}) {
        RunSetup setup = training.setup();
        chooseFamily(setup, family);
        training.setSetup(setup);
        settle();
        look(QStringLiteral("family %1").arg(QString::fromUtf8(nameOf(family))));
    }
    for (const TaskName task : {TaskName::Addition, TaskName::Brackets, TaskName::Sentiment}) {
        RunSetup setup = training.setup();
        chooseFamily(setup, Family::Gpt);
        chooseTask(setup, task);
        training.setSetup(setup);
        settle();
        look(QStringLiteral("task %1").arg(QString::fromUtf8(nameOf(task))));
    }
    RunSetup wrong = smallRun(5);
    wrong.model.width = 17;
    training.setSetup(wrong);
    settle();
    look(QStringLiteral("something wrong"));
    for (const std::int64_t width : {16, 32}) {
        RunSetup setup = smallRun(5);
        setup.model.width = width;
        training.setSetup(setup);
        page.runBar().runOrPause();
        REQUIRE(waitForState(open, RunState::Finished));
    }
    for (auto* change : page.findChildren<QAbstractButton*>(QStringLiteral("whileItRuns"))) change->click();
    settle();
    look(QStringLiteral("after two runs"));
    page.showSide(TrainingPage::Side::Runs);
    settle();
    look(QStringLiteral("table of runs"));
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE("In the Training workspace everything that can be clicked can be reached by keys") {
    OpenWindow open;
    lookEverywhere(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In the Training workspace Tab goes as one reads") {
    OpenWindow open;
    TrainingPage& page = goToTraining(open);
    CHECK(page.runBar().isAncestorOf(QApplication::focusWidget()));
    std::vector<QWidget*> stops = tabCycle();
    std::erase_if(stops, [&](QWidget* one) {
        const bool scrolls = qobject_cast<QAbstractScrollArea*>(one) != nullptr;
        return scrolls || !page.form().isAncestorOf(one);
    });
    REQUIRE(stops.size() > 8);
    const auto isAbove = [&](QWidget* one, QWidget* other) {
        return one->mapTo(&page, QPoint()).y() <= other->mapTo(&page, QPoint()).y();
    };
    // Each stop scrolls the form, so only neighbours are compared where they stand now.
    for (std::size_t i = 1; i < stops.size(); ++i) {
        INFO(stops[i - 1]->accessibleName().toStdString() << ", then " << stops[i]->accessibleName().toStdString());
        if (stops[i]->isVisible() && stops[i - 1]->isVisible()) CHECK(isAbove(stops[i - 1], stops[i]));
    }
}

TEST_CASE("In the Training workspace everything has a name and can be read, in either language") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        lookEverywhere(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In the Training workspace nothing is cut off where type is larger") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        open.window->chooseTextSize(130);
        lookEverywhere(open,
                       [&](const QString& where) { CHECK(joined(cutTexts(*open.window), where).toStdString() == ""); });
    }
}

TEST_CASE("In the Training workspace every text stands out, in every theme") {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        OpenWindow open;
        open.window->chooseTheme(kind);
        CAPTURE(static_cast<int>(kind));
        lookEverywhere(
            open, [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
