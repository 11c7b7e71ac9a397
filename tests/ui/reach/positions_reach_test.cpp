// The Positions workspace, as one comes to it: Ctrl+Shift+5, then each of its pages.

#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/views/positions/longer_view.h"
#include "ui/views/positions/shuffle_view.h"
#include "ui/views/positions/turning_view.h"
#include "ui/views/positions/vectors_view.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

void goToPositions(OpenWindow& open) {
    open.window->stage().setFocus();
    settle();
    open.press(Qt::Key_5, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    REQUIRE(open.window->workspaces().kind() == WorkspaceKind::Positions);
}

/// On each page, in each of its forms.
void lookAtPages(OpenWindow& open, const std::function<void(const QString&)>& look) {
    Workspace& workspace = open.window->workspaces().current();
    const auto lookAt = [&](const QString& where) {
        REQUIRE(QTest::qWaitFor([&] { return !workspace.isBusy(); }, 60000));
        settle();
        look(where);
    };
    workspace.showPage(QStringLiteral("vectors"));
    auto& vectors = *open.window->findChild<VectorsView*>();
    for (const auto form : {VectorsView::Form::Waves, VectorsView::Form::Products, VectorsView::Form::Sum}) {
        vectors.showForm(form);
        for (const auto choice : {PositionChoice::Own, PositionChoice::Sinusoidal, PositionChoice::None}) {
            vectors.study().choose(choice);
            lookAt(
                QStringLiteral("vectors, form %1, kind %2").arg(static_cast<int>(form)).arg(static_cast<int>(choice)));
        }
    }
    workspace.showPage(QStringLiteral("turning"));
    auto& turning = *open.window->findChild<TurningView*>();
    for (const auto form : {TurningView::Form::Rotary, TurningView::Form::Alibi}) {
        turning.showForm(form);
        lookAt(QStringLiteral("turning, form %1").arg(static_cast<int>(form)));
    }
    workspace.showPage(QStringLiteral("shuffle"));
    lookAt(QStringLiteral("shuffle"));
    workspace.showPage(QStringLiteral("longer"));
    lookAt(QStringLiteral("longer"));
    auto& longer = *open.window->findChild<LongerView*>();
    longer.study().trainAgain(1);
    lookAt(QStringLiteral("longer, training"));
    longer.study().cancel();
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE("In the Positions workspace everything that can be clicked can be reached by keys") {
    OpenWindow open;
    goToPositions(open);
    lookAtPages(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In the Positions workspace everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        goToPositions(open);
        lookAtPages(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In the Positions workspace every text stands out, in every theme") {
    OpenWindow open;
    goToPositions(open);
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        lookAtPages(open,
                    [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
