// The Tokens workspace, as one comes to it: Ctrl+Shift+3, then each of its pages.

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/text_study.h"
#include "ui/views/tokens/tokens_view.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

const QString kMixed = QStringLiteral("the cat saw the other cat, 你好你好 😀 and then the dog saw them");

void goToTokens(OpenWindow& open) {
    open.window->stage().setFocus();
    settle();
    open.press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    REQUIRE(open.window->workspaces().tokens().isVisible());
}

/// On each page, with the sentence, an own text and a file that is none.
void lookAtPages(OpenWindow& open, const std::function<void(const QString&)>& look) {
    TokensView& view = open.window->workspaces().tokens();
    TextStudy& study = open.session->textStudy();
    const auto wait = [&] {
        REQUIRE(waitUntil([&] { return study.story() && !study.isBusy(); }));
        settle();
    };
    for (const int text : {0, 1, 2}) {
        if (text == 0) study.studySentence();
        if (text == 1) study.studyOwn(kMixed);
        if (text == 2) study.studyFile(open.folder.path());
        wait();
        if (text == 2) REQUIRE(waitUntil([&] { return study.problem().has_value(); }));
        for (const auto page : {TokensView::Page::Compare, TokensView::Page::Merges, TokensView::Page::Corpus}) {
            view.showPage(page);
            study.search(QStringLiteral("the"));
            for (const int merged : {0, 5}) {
                study.goToMerge(merged);
                settle();
                look(QStringLiteral("text %1, page %2, merge %3").arg(text).arg(static_cast<int>(page)).arg(merged));
            }
        }
    }
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE(
    "In the Tokens workspace everything that can be clicked can be reached by keys, and Tab goes only where one sees "
    "it") {
    OpenWindow open;
    goToTokens(open);
    CHECK(open.window->workspaces().tokens().isAncestorOf(QApplication::focusWidget()));
    lookAtPages(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In the Tokens workspace everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        goToTokens(open);
        lookAtPages(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In the Tokens workspace every text stands out, in every theme") {
    OpenWindow open;
    goToTokens(open);
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
