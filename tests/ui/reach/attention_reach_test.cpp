// The Attention workspace, as one comes to it: the window stands open on the stage, then Ctrl+Shift+2.

#include <QDockWidget>

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/views/attention/attention_view.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

using Form = AttentionView::Form;

AttentionView& attentionOf(OpenWindow& open) {
    auto* view = open.window->findChild<AttentionView*>();
    REQUIRE(view);
    return *view;
}

void goToAttention(OpenWindow& open) {
    open.window->stage().setFocus();
    settle();
    open.press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    REQUIRE(attentionOf(open).isVisible());
    REQUIRE(waitUntil([&] { return !open.isBusy(); }));
    settle();
}

/// In each form, on the way there and on the way back.
void lookAtForms(OpenWindow& open, const std::function<void(const QString&)>& look) {
    AttentionView& view = attentionOf(open);
    for (const bool backward : {false, true}) {
        if (backward) {
            open.session->goToStep(open.session->stepCount() * 3 / 4);
            settle();
        }
        for (const Form form : {Form::Heatmap, Form::Lines, Form::Scores}) {
            view.showForm(form);
            settle();
            look(QStringLiteral("form %1%2").arg(static_cast<int>(form)).arg(backward ? ", back" : ""));
        }
    }
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

/// Where one reads from: the left column before the right one, and each from above.
bool isBefore(const QWidget& one, const QWidget& other, const QWidget& view) {
    const QRect a(one.mapTo(&view, QPoint()), one.size()), b(other.mapTo(&view, QPoint()), other.size());
    if (a.right() < b.left() && a.right() < view.width() / 2 && b.left() > a.right()) return true;
    return a.bottom() <= b.top() || (a.top() < b.bottom() && a.left() < b.left());
}

TEST_CASE("In the Attention workspace everything that can be clicked can be reached by keys, in reading order") {
    OpenWindow open;
    goToAttention(open);
    AttentionView& view = attentionOf(open);
    CHECK(view.isAncestorOf(QApplication::focusWidget()));
    lookAtForms(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        // From the last widget outside it, so that the ones inside follow each other.
        std::vector<QWidget*> all = tabCycle();
        const auto outside = std::ranges::find_if(all, [&](QWidget* one) { return !view.isAncestorOf(one); });
        REQUIRE(outside != all.end());
        std::ranges::rotate(all, outside);
        std::vector<QWidget*> inside;
        std::ranges::copy_if(all, std::back_inserter(inside), [&](QWidget* one) { return view.isAncestorOf(one); });
        for (std::size_t i = 1; i < inside.size(); ++i) {
            INFO(where.toStdString() << ": " << inside[i - 1]->accessibleName().toStdString() << ", then "
                                     << inside[i]->accessibleName().toStdString());
            CHECK(isBefore(*inside[i - 1], *inside[i], view));
        }
        CHECK(inside.size() >= 6);
    });
}

TEST_CASE("In the Attention workspace everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        // What was done to heads is told beside them.
        open.session->change(SilenceHead{"blocks.0.attention", 0});
        open.session->change(SwapHeads{"blocks.0.attention", 0, 1});
        goToAttention(open);
        lookAtForms(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("In the Attention workspace every text stands out, in every theme") {
    OpenWindow open;
    goToAttention(open);
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        lookAtForms(open,
                    [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

TEST_CASE("Tab goes only where one sees it") {
    OpenWindow open;
    for (const Command command : {Command::ShowInspector, Command::ShowLoss, Command::ShowNextWords,
                                  Command::ShowChanges, Command::ShowLesson, Command::ShowOutline}) {
        open.window->showPanel(command);
        open.window->stage().setFocus();
        settle();
        CHECK(joined(hiddenStops(*open.window), open.window->actions()[command]->iconText()).toStdString() == "");
    }
    goToAttention(open);
    lookAtForms(open,
                [&](const QString& where) { CHECK(joined(hiddenStops(*open.window), where).toStdString() == ""); });
}

TEST_CASE("A panel that its command brings forward has the focus") {
    OpenWindow open;
    for (const Command command : {Command::ShowLoss, Command::ShowInspector, Command::ShowNextWords,
                                  Command::ShowLesson, Command::ShowOutline, Command::ShowChanges}) {
        open.window->stage().setFocus();
        settle();
        open.window->actions()[command]->trigger();
        settle();
        const QString name = open.window->actions()[command]->iconText();
        INFO(name.toStdString());
        const QWidget* focused = QApplication::focusWidget();
        const auto docks = open.window->findChildren<QDockWidget*>();
        const auto dock = std::ranges::find_if(docks, [&](QDockWidget* one) { return one->windowTitle() == name; });
        REQUIRE(dock != docks.end());
        if ((*dock)->isVisible()) {
            CHECK((*dock)->isAncestorOf(focused));
            CHECK((*dock)->geometry().right() > 0);
        }
    }
}

}  // namespace
}  // namespace attentarium::test
