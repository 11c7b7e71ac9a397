#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/visible_texts.h"
#include "ui/session/resources.h"
#include "ui/window/top_bar.h"
#include "ui/window/window_actions.h"

namespace attentarium::test {
namespace {

/// Looks at the window with each panel in front.
QStringList clippedInAllPanels(OpenWindow& open) {
    QStringList clipped;
    for (const Command panel : {Command::ShowLesson, Command::ShowOutline, Command::ShowInspector,
                                Command::ShowNextWords, Command::ShowLoss}) {
        open.window->showPanel(panel);
        settle();
        clipped += clippedTexts(*open.window);
    }
    clipped.removeDuplicates();
    return clipped;
}

TEST_CASE("No text is cut off at 1280 by 720, in either language") {
    for (const Language model : {Language::English, Language::Chinese}) {
        OpenWindow open(model);
        for (const Language language : {Language::English, Language::Chinese}) {
            open.speak(language);
            for (const int step : {0, open.session->stepCount() / 3, open.session->stepCount() - 1}) {
                open.session->goToStep(step);
                CHECK(clippedInAllPanels(open).join(QLatin1Char('\n')).toStdString() == "");
            }
        }
    }
}

TEST_CASE("No text is cut off where a sentence cannot run and a message is shown") {
    OpenWindow open;
    open.session->setText(QStringLiteral("the zeppelin meets nobody in the wonderful observatory"));
    open.window->models().open(open.folder.filePath(QStringLiteral("a-model-that-is-not-there")));
    REQUIRE(waitUntil([&] { return open.window->messages().isVisible(); }));
    for (const Language language : {Language::English, Language::Chinese}) {
        open.speak(language);
        CHECK(clippedTexts(*open.window).join(QLatin1Char('\n')).toStdString() == "");
    }
}

TEST_CASE("No text of the welcome is cut off") {
    prepare();
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("attentarium.ini")));
    Session session;
    MainWindow window(session, preferences);
    window.resize(1280, 720);
    window.show();
    window.begin(std::nullopt, std::nullopt);
    for (const Language language : {Language::English, Language::Chinese, Language::English}) {
        window.chooseLanguage(language);
        REQUIRE(waitUntil([&] { return !session.isBusy(); }));
        settle();
        CHECK(clippedTexts(window).join(QLatin1Char('\n')).toStdString() == "");
    }
}

/// Counts how often a widget lays itself out.
struct Layouts : QObject {
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
        return false;
    }
    int count = 0;
};

TEST_CASE("The bar at the top comes to rest at any width") {
    OpenWindow open;
    auto& bar = *open.window->findChild<TopBar*>();
    Layouts layouts;
    bar.installEventFilter(&layouts);
    for (const int text : {100, 130, 160}) {
        open.window->chooseTextSize(text);
        for (int width = 900; width < 1700; width += 23) {
            open.window->resize(width, 720);
            settle();
            layouts.count = 0;
            QTest::qWait(1);
            CAPTURE(text, width);
            CHECK(layouts.count <= 2);
        }
    }
    open.window->chooseTextSize(100);
}

}  // namespace
}  // namespace attentarium::test
