// The pages of the Recurrence workspace on units and on answers: each with and without a model that it is for.

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/answer_study.h"
#include "ui/session/resources.h"
#include "ui/session/unit_study.h"
#include "ui/views/answering/answering_view.h"
#include "ui/views/units/units_view.h"
#include "ui/workspaces/workspaces.h"

#include <QTabBar>

namespace attentarium::test {
namespace {

void openBundled(OpenWindow& open, const QString& name) {
    const QString folder = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + name;
    open.session->openModel(folder);
    REQUIRE(waitUntil([&] { return open.session->folder() == folder && open.session->isTraceCurrent(); }));
}

void lookAtPages(OpenWindow& open, const std::function<void(const QString&)>& look) {
    Workspaces& all = open.window->workspaces();
    open.window->showWorkspace(WorkspaceKind::Recurrence);
    auto& units = *all.findChild<UnitsView*>();
    auto& answering = *all.findChild<AnsweringView*>();
    const auto wait = [&] {
        REQUIRE(waitUntil([&] { return !open.session->isBusy() && !units.isBusy() && !answering.isBusy(); }));
        settle();
    };
    for (const char* const page : {"units", "answering"}) {
        all.current().showPage(QLatin1String(page));
        wait();
        look(QStringLiteral("%1 without its model").arg(QLatin1String(page)));
    }
    openBundled(open, QStringLiteral("brackets-lstm"));
    all.current().showPage(QStringLiteral("units"));
    for (const int tab : {0, 1}) {
        wait();
        units.findChild<QTabBar*>(QStringLiteral("unitTabs"))->setCurrentIndex(tab);
        wait();
        look(QStringLiteral("units, tab %1").arg(tab));
    }
    openBundled(open, QStringLiteral("reverse"));
    all.current().showPage(QStringLiteral("answering"));
    for (const auto page : {AnsweringView::Page::Steps, AnsweringView::Page::Beams, AnsweringView::Page::Lengths}) {
        wait();
        answering.showPage(page);
        wait();
        look(QStringLiteral("answering, page %1").arg(static_cast<int>(page)));
    }
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE(
    "In units and answers everything that can be clicked can be reached by keys, and Tab goes only where one sees it") {
    OpenWindow open;
    lookAtPages(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In units and answers everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        lookAtPages(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In units and answers every text stands out, in every theme") {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        OpenWindow open;
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        lookAtPages(open,
                    [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
