#include <QChartView>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/visible_texts.h"
#include "ui/session/resources.h"
#include "ui/views/charts/loss_chart.h"
#include "ui/views/charts/next_words_chart.h"
#include "ui/views/flat_button.h"
#include "ui/views/token_strip/token_strip.h"
#include "ui/window/shortcut_list.h"
#include "ui/window/text_size.h"
#include "ui/window/welcome.h"

namespace attentarium::test {
namespace {

TEST_CASE("A model opens with the bundled sentence of its language, and its first step") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        CHECK(open.session->text() == bundledSentence(language));
        CHECK(open.session->step() == 0);
        CHECK(open.window->windowTitle().contains(QStringLiteral("GPT · 2 layers × 4 heads × 32 — small world")));
        CHECK_FALSE(open.window->isWelcoming());
    }
}

TEST_CASE("Arrows, Home, End and a presenter's clicker move through the steps") {
    OpenWindow open;
    open.window->stage().setFocus();
    open.press(Qt::Key_Right);
    open.press(Qt::Key_PageDown);
    CHECK(open.session->step() == 2);
    open.press(Qt::Key_Left);
    CHECK(open.session->step() == 1);
    open.press(Qt::Key_PageUp);
    CHECK(open.session->step() == 0);
    open.press(Qt::Key_End);
    CHECK(open.session->step() == open.session->stepCount() - 1);
    open.press(Qt::Key_Home);
    CHECK(open.session->step() == 0);
}

TEST_CASE("Space plays and pauses, and Alt and a number choose what a step is") {
    OpenWindow open;
    open.window->stage().setFocus();
    open.press(Qt::Key_Space);
    CHECK(open.session->playback().isPlaying());
    open.press(Qt::Key_Space);
    CHECK_FALSE(open.session->playback().isPlaying());
    open.press(Qt::Key_2, Qt::AltModifier);
    CHECK(open.session->stepUnit() == StepUnit::Layer);
    CHECK(open.window->actions()[Command::ByLayer]->isChecked());
    CHECK_FALSE(open.window->actions()[Command::ByOperation]->isChecked());
}

TEST_CASE("Ctrl+L leads to the field where the sentence goes on") {
    OpenWindow open;
    open.window->stage().setFocus();
    open.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(open.window->findChild<TokenStrip*>()->findChild<QLineEdit*>(QStringLiteral("end"))->hasFocus());
}

bool isOpen(const OpenWindow& open, Family family) {
    return open.session->checkpoint()->model->config().family == family && open.session->isTraceCurrent();
}

/// Opens a small model of a family beside a sentence that it knows.
void openFamily(OpenWindow& open, Family family) {
    const QString folder = open.folder.filePath(QString::fromUtf8(nameOf(family)));
    saveCheckpoint(folder.toStdString(), sampleCheckpoint({"", smallConfig(family)}));
    open.session->setText(QStringLiteral("the little fox saw a red apple"));
    open.window->models().open(folder);
    REQUIRE(waitUntil([&] { return isOpen(open, family); }));
}

TEST_CASE("The charts write a mask as it is, and say where the losses of pairs stand") {
    OpenWindow open;
    openFamily(open, Family::Bert);
    auto* const words = open.window->findChild<NextWordsChart*>();
    REQUIRE(words);
    CHECK(words->accessibleDescription().startsWith(QStringLiteral("In the place of “<mask>”")));
    CHECK(words->findChild<QChartView*>()->chart()->title() == QStringLiteral("In the place of “&lt;mask&gt;”"));
    openFamily(open, Family::SkipGram);
    CHECK(words->accessibleDescription().startsWith(QStringLiteral("Near “apple”")));
    CHECK(open.window->findChild<LossChart*>()->accessibleDescription().startsWith(QStringLiteral("Each pair")));
}

TEST_CASE("A lesson begun beside word vectors opens the model that it is about") {
    OpenWindow open;
    openFamily(open, Family::SkipGram);
    const auto buttons = open.window->findChildren<FlatButton*>();
    const auto begin = std::ranges::find_if(buttons, [](const FlatButton* button) {
        return button->accessibleName().startsWith(QStringLiteral("Begin the lesson"));
    });
    REQUIRE(begin != buttons.end());
    QTest::mouseClick(*begin, Qt::LeftButton);
    REQUIRE(waitUntil([&] { return isOpen(open, Family::Gpt); }));
    CHECK(open.session->folder() == bundledCheckpoint(Language::English));
}

TEST_CASE("In a field for words the keys write, and the clicker still steps") {
    OpenWindow open;
    auto* field = open.window->findChild<TokenStrip*>()->findChild<QLineEdit*>(QStringLiteral("end"));
    REQUIRE(field);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("write"));
    open.press(Qt::Key_Left);
    open.press(Qt::Key_Home);
    CHECK(open.session->step() == 0);
    CHECK_FALSE(open.session->playback().isPlaying());
    CHECK(field->text() == QStringLiteral("write"));
    open.press(Qt::Key_PageDown);
    CHECK(open.session->step() == 1);
}

TEST_CASE("A word that is typed runs at once, and undo and redo take it back and again") {
    OpenWindow open;
    const QString before = open.session->text();
    auto* field = open.window->findChild<TokenStrip*>()->findChild<QLineEdit*>(QStringLiteral("end"));
    REQUIRE(field);
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("writes "));
    REQUIRE(waitUntil([&] { return open.session->tracedWords().last() == QStringLiteral("writes"); }));
    CHECK(open.session->trace()->tokens().size() == 11);
    open.window->stage().setFocus();
    open.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(open.session->text() == before);
    open.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(open.session->text() == before + QStringLiteral(" writes"));
    CHECK(open.window->actions()[Command::Undo]->isEnabled());
    CHECK_FALSE(open.window->actions()[Command::Redo]->isEnabled());
}

TEST_CASE("F1 lists every command with its keys, in both languages, and does not stop the window") {
    OpenWindow open;
    open.press(Qt::Key_F1);
    auto* list = open.window->findChild<ShortcutList*>();
    REQUIRE(list);
    CHECK(list->isVisible());
    CHECK_FALSE(list->isModal());
    for (const CommandGroup group :
         {CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Go, CommandGroup::Help}) {
        for (const Command command : open.window->actions().commandsOf(group)) {
            CHECK_FALSE(open.window->actions().keysOf(command).isEmpty());
            CHECK(textsOf(*list).contains(open.window->actions()[command]->iconText()));
        }
    }
    open.speak(Language::Chinese);
    CHECK(textsOf(*list).contains(open.window->actions()[Command::PlayPause]->iconText()));
}

TEST_CASE("No two commands share a key") {
    OpenWindow open;
    QStringList keys;
    for (const CommandGroup group :
         {CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Go, CommandGroup::Help}) {
        for (const Command command : open.window->actions().commandsOf(group)) {
            keys += open.window->actions().keysOf(command);
        }
    }
    CHECK(keys.removeDuplicates() == 0);
}

TEST_CASE("Control and plus, minus and zero change the size of all type") {
    OpenWindow open;
    const int usual = open.window->fontMetrics().height();
    open.press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(textSize() == 110);
    open.press(Qt::Key_Equal, Qt::ControlModifier);
    QApplication::processEvents();
    CHECK(open.window->fontMetrics().height() > usual);
    open.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(textSize() == 110);
    open.press(Qt::Key_0, Qt::ControlModifier);
    QApplication::processEvents();
    CHECK(textSize() == 100);
    CHECK(open.window->fontMetrics().height() == usual);
}

TEST_CASE("The theme changes for the whole window at once") {
    OpenWindow open;
    open.press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QApplication::processEvents();
    CHECK(theme().kind == ThemeKind::Dark);
    CHECK(open.window->palette().color(QPalette::Window) == theme().window);
    CHECK(open.window->actions()[Command::ThemeDark]->isChecked());
    CHECK_FALSE(open.window->actions()[Command::ThemeLight]->isChecked());
    open.press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QApplication::processEvents();
    CHECK(open.window->palette().color(QPalette::Window) == theme().window);
}

TEST_CASE("Panels close, come back and find their first places again") {
    OpenWindow open;
    auto* outline = open.window->findChild<QDockWidget*>(QStringLiteral("outline"));
    auto* lesson = open.window->findChild<QDockWidget*>(QStringLiteral("lesson"));
    REQUIRE(outline);
    open.press(Qt::Key_2, Qt::ControlModifier);
    QApplication::processEvents();
    CHECK_FALSE(outline->visibleRegion().isEmpty());
    open.press(Qt::Key_2, Qt::ControlModifier);
    QApplication::processEvents();
    CHECK(outline->isHidden());
    CHECK_FALSE(open.window->actions()[Command::ShowOutline]->isChecked());
    lesson->setFloating(true);
    open.press(Qt::Key_0, Qt::ControlModifier | Qt::ShiftModifier);
    QApplication::processEvents();
    CHECK_FALSE(lesson->isFloating());
    CHECK_FALSE(outline->isHidden());
    CHECK(open.window->actions()[Command::ShowOutline]->isChecked());
}

TEST_CASE("The first start welcomes, and one click leads to the first step") {
    OpenWindow open;
    open.window.reset();
    open.session.reset();
    prepare();
    open.preferences = std::make_unique<Preferences>(open.folder.filePath(QStringLiteral("fresh.ini")));
    open.session = std::make_unique<Session>();
    open.window = std::make_unique<MainWindow>(*open.session, *open.preferences);
    open.window->begin(std::nullopt, std::nullopt);
    open.window->show();
    auto* welcome = open.window->findChild<Welcome*>();
    REQUIRE(welcome);
    CHECK(open.window->isWelcoming());
    CHECK(welcome->isVisible());
    CHECK_FALSE(open.window->findChild<TokenStrip*>()->isVisible());
    open.window->models().open(open.model(Language::English));
    REQUIRE(waitUntil([&] { return open.session->trace() != nullptr; }));
    QTest::mouseClick(welcome->findChildren<QPushButton*>().first(), Qt::LeftButton);
    CHECK_FALSE(open.window->isWelcoming());
    CHECK(open.window->stage().isVisible());
    CHECK(open.session->step() == 0);
    for (const auto* dock : open.window->findChildren<QDockWidget*>()) {
        INFO(dock->objectName().toStdString());
        // The pins wait for something to show.
        CHECK(dock->isVisible() == (dock->objectName() != QStringLiteral("pins")));
    }
    CHECK_FALSE(open.window->findChild<QDockWidget*>(QStringLiteral("lesson"))->visibleRegion().isEmpty());
}

}  // namespace
}  // namespace attentarium::test
