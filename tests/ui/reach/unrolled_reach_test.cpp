// "Through time", "Gradients through time" and "Side by side" of the Recurrence workspace, as one comes to them.

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/comparison_study.h"
#include "ui/session/gradient_study.h"
#include "ui/session/resources.h"
#include "ui/views/unrolled/comparison_view.h"
#include "ui/views/unrolled/gradients_view.h"
#include "ui/views/unrolled/time_bar.h"
#include "ui/views/unrolled/unrolled_view.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

void goToRecurrence(OpenWindow& open) {
    open.window->stage().setFocus();
    settle();
    open.press(Qt::Key_6, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
}

/// On each page, with a model that has no recurrence and with an LSTM, forward and back; and with an unknown word.
void lookAtPages(OpenWindow& open, Language language, const std::function<void(const QString&)>& look) {
    const auto page = [&](const char* name) {
        open.window->workspaces().current().showPage(QLatin1String(name));
        settle();
    };
    const QString bundled = resourceFolder(QStringLiteral("checkpoints")) +
                            (language == Language::Chinese ? QStringLiteral("/lstm-zh") : QStringLiteral("/lstm-en"));
    for (const bool isRecurrent : {false, true}) {
        if (isRecurrent) {
            open.session->openModel(bundled);
            REQUIRE(waitUntil([&] { return open.session->folder() == bundled && open.session->isTraceCurrent(); }));
        }
        page("unrolled");
        look(QStringLiteral("unrolled, recurrent %1").arg(isRecurrent));
        if (!isRecurrent) continue;
        auto* const view = open.window->findChild<UnrolledView*>();
        view->bar().goToLast();
        settle();
        look(QStringLiteral("unrolled, back"));
    }
    page("gradients");
    auto* const gradients = open.window->findChild<GradientsView*>();
    REQUIRE(waitUntil([&] { return gradients->study().answer() && !gradients->study().isBusy(); }));
    settle();
    look(QStringLiteral("gradients"));
    page("compare");
    auto* const compared = open.window->findChild<ComparisonView*>();
    const auto wait = [&] {
        REQUIRE(waitUntil([&] { return compared->study().comparison() && !compared->study().isBusy(); }));
        settle();
    };
    wait();
    look(QStringLiteral("compare"));
    open.session->setText(QStringLiteral("Zaphod"));
    wait();
    look(QStringLiteral("compare, unknown word"));
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE(
    "In the Recurrence workspace everything that can be clicked can be reached by keys, and Tab goes only where one "
    "sees it") {
    OpenWindow open;
    goToRecurrence(open);
    lookAtPages(open, Language::English, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In the Recurrence workspace everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        goToRecurrence(open);
        lookAtPages(open, language, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In the Recurrence workspace every text stands out, in every theme") {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        OpenWindow open;
        goToRecurrence(open);
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        lookAtPages(open, Language::English,
                    [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
