#include <QAccessible>
#include <QScrollBar>

#include "tests/support/catch.h"
#include "tests/support/world_session.h"
#include "ui/explain/theme.h"
#include "ui/views/lesson/lesson_panel.h"

namespace attentarium {
namespace {

struct Shown {
    explicit Shown(Language model = Language::English, WorldSession::Weights weights = WorldSession::Weights::Random)
        : world(model, weights), player(*world.session), panel(player, *world.session) {
        setTheme(ThemeKind::Light);
        panel.resize(320, 640);
        panel.show();
    }
    void start() {
        player.start(copy.folder());
        world.settle();
    }
    FlatButton* button(const char* text) const {
        for (FlatButton* one : panel.findChildren<FlatButton*>()) {
            if (one->isVisible() && one->text() == QString::fromUtf8(text)) return one;
        }
        return nullptr;
    }
    bool click(const char* text) {
        FlatButton* found = button(text);
        if (!found || !found->isEnabled()) return false;
        QTest::mouseClick(found, Qt::LeftButton);
        world.settle();
        return true;
    }
    /// All texts that can be seen.
    QString seen() const {
        QString all;
        for (const QLabel* label : panel.findChildren<QLabel*>()) {
            if (label->isVisible()) all += label->text() + QLatin1Char('\n');
        }
        return all.replace(QChar(0x00A0), QLatin1Char(' '));
    }

    WorldSession world;
    LessonCopy copy;
    LessonPlayer player;
    LessonPanel panel;
};

TEST_CASE("A lesson begins from the list and is left to it") {
    Shown shown;
    CHECK(shown.seen().contains(QStringLiteral("no lessons")));
    shown.player.setLibrary(resourceFolder(QStringLiteral("lessons")));
    QTest::qWait(1);
    REQUIRE(shown.click("Begin"));
    CHECK(shown.seen().contains(QStringLiteral("Lesson · Self-attention")));
    CHECK(shown.seen().contains(QStringLiteral("Who is  she ?")));
    CHECK(shown.seen().contains(QStringLiteral("This sentence has 11 words")));
    CHECK(shown.seen().contains(QStringLiteral("1 of 11")));
    REQUIRE(shown.click("All lessons"));
    CHECK(shown.button("Begin"));
}

TEST_CASE("A prediction is made by a click, and then the model's answer is told") {
    Shown shown;
    shown.start();
    REQUIRE(shown.click("Next →"));
    CHECK(shown.seen().contains(QStringLiteral("Predict first")));
    CHECK(shown.seen().contains(QStringLiteral("Choose an answer, then go on.")));
    CHECK_FALSE(shown.click("Next →"));
    CHECK_FALSE(shown.seen().contains(QStringLiteral("Let us see")));
    REQUIRE(shown.click("dog"));
    CHECK(shown.seen().contains(QStringLiteral("of the attention. Let us see how")));
    CHECK_FALSE(shown.button("dog")->isEnabled());
    CHECK(shown.button("dog")->detail().contains(QStringLiteral("your guess")));
    CHECK(shown.click("Next →"));
    REQUIRE(shown.click("← Back"));
    CHECK(shown.button("dog")->detail().contains(QStringLiteral("your guess")));
}

TEST_CASE("The way on opens when the task is done, and says why not before") {
    Shown shown;
    shown.start();
    shown.player.goToStep(2);
    shown.world.settle();
    FlatButton* next = shown.button("Next →");
    REQUIRE(next);
    CHECK_FALSE(next->isEnabled());
    CHECK(shown.seen().contains(QStringLiteral("Do what is asked above, then go on.")));
    shown.world.session->stepForward();
    shown.world.session->stepForward();
    CHECK(next->isEnabled());
    CHECK(shown.seen().contains(QStringLiteral("✓ Your turn")));
    next->setFocus();
    QTest::keyClick(next, Qt::Key_Return);
    shown.world.settle();
    CHECK(shown.player.step() == 3);
}

TEST_CASE("Figures are the model's numbers and follow the sentence") {
    Shown shown;
    shown.start();
    shown.player.goToStep(7);
    shown.world.settle();
    const QString before = shown.seen();
    shown.world.session->replaceWords(9, 1, QStringLiteral("it"));
    shown.world.settle();
    CHECK(shown.seen() != before);
    CHECK(shown.seen().contains(QStringLiteral("With  it ,  Emma  gets ")));
}

TEST_CASE("A broken file is shown with its line, and its repair at once") {
    Shown shown;
    shown.start();
    const QByteArray text = shown.copy.read(QStringLiteral("en.md"));
    shown.copy.write(QStringLiteral("en.md"), QByteArray(text).replace("{number: words}", "{value: words}"));
    CHECK(QTest::qWaitFor(
        [&] { return shown.seen().contains(QStringLiteral("en.md:7: The model has nothing called “words”")); }, 4000));
    shown.copy.write(QStringLiteral("en.md"), QByteArray(text).replace("This sentence has", "Here are"));
    CHECK(QTest::qWaitFor([&] { return shown.seen().contains(QStringLiteral("Here are 11 words")); }, 4000));
    CHECK_FALSE(shown.seen().contains(QStringLiteral("en.md")));
}

TEST_CASE("The lesson's language is that of the interface, whichever the model speaks") {
    Shown shown(Language::Chinese);
    shown.start();
    CHECK(shown.seen().contains(QStringLiteral("Who is  她 ?")));
    shown.player.setLanguage(Language::Chinese);
    CHECK(shown.seen().contains(QStringLiteral(" 她 是谁？")));
}

TEST_CASE("Everything to press has a name, and texts are read as labels") {
    Shown shown;
    shown.start();
    shown.player.goToStep(1);
    shown.world.settle();
    for (const FlatButton* button : shown.panel.findChildren<FlatButton*>()) {
        if (!button->isVisible()) continue;
        CHECK_FALSE(button->accessibleName().isEmpty());
        CHECK(button->focusPolicy() == Qt::StrongFocus);
    }
    for (LiveTextView* view : shown.panel.findChildren<LiveTextView*>()) {
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(view);
        REQUIRE(interface);
        CHECK(interface->text(QAccessible::Name) == view->text());
    }
}

TEST_CASE("Text grows with the type and is never cut off at the sides") {
    Shown shown;
    shown.start();
    QFont large = testApplication().font();
    large.setPointSizeF(18);
    shown.panel.setFont(large);
    for (int i = 0; i < shown.player.stepCount(); ++i) {
        shown.player.goToStep(i);
        shown.world.settle();
        for (const QWidget* part : shown.panel.findChildren<QWidget*>()) {
            if (!part->isVisible() || !qobject_cast<const FlatButton*>(part)) continue;
            CAPTURE(i, qobject_cast<const FlatButton*>(part)->text().toStdString());
            CHECK(part->width() >= part->sizeHint().width());
            CHECK(part->mapTo(&shown.panel, part->rect().topRight()).x() < shown.panel.width());
        }
        for (const QScrollArea* area : shown.panel.findChildren<QScrollArea*>()) {
            if (area->isVisible()) CHECK(area->widget()->width() <= area->viewport()->width());
        }
    }
}

/// Keeps a picture to be looked at, where ATTENTARIUM_PICTURES names a folder.
void keep(Shown& shown, const char* name) {
    QTest::qWait(20);  // for layouts
    const QImage picture = shown.panel.grab().toImage();
    CHECK_FALSE(picture.isNull());
    const QString folder = qEnvironmentVariable("ATTENTARIUM_PICTURES");
    if (!folder.isEmpty()) picture.save(QStringLiteral("%1/%2.png").arg(folder, QString::fromLatin1(name)));
}

TEST_CASE("The panel can be painted in every state") {
    Shown shown;
    keep(shown, "state-0-no-lessons");
    shown.player.setLibrary(resourceFolder(QStringLiteral("lessons")));
    keep(shown, "state-1-list");
    shown.start();
    shown.player.goToStep(5);
    shown.world.settle();
    shown.world.session->setText(QStringLiteral("the cat sleeps"));
    shown.world.settle();
    CHECK(shown.button("Put the lesson's sentence back"));
    keep(shown, "state-2-another-sentence");
    REQUIRE(shown.click("Put the lesson's sentence back"));
    shown.copy.replace(QStringLiteral("en.md"), "{number: width}", "{number: girth}");
    CHECK(QTest::qWaitFor([&] { return shown.seen().contains(QStringLiteral("en.md:")); }, 4000));
    keep(shown, "state-3-broken");
    QFont large = testApplication().font();
    large.setPointSizeF(16);
    shown.panel.setFont(large);
    shown.panel.resize(400, 640);
    shown.player.goToStep(1);
    shown.world.settle();
    shown.click("garden");
    keep(shown, "state-4-large");
    // Answers stand below each other where there is no room, and beside each other where there is.
    const auto below = [&] { return shown.button("dog")->y() > shown.button("Emma")->y(); };
    CHECK(below());
    shown.panel.resize(900, 640);
    keep(shown, "state-5-wide");
    CHECK_FALSE(below());
    shown.panel.resize(360, 640);
    keep(shown, "state-6-narrow");
    CHECK(below());
    for (const char* word : {"garden", "Emma", "dog"}) {
        const FlatButton* button = shown.button(word);
        REQUIRE(button);
        CHECK(button->mapTo(&shown.panel, button->rect().topRight()).x() < shown.panel.width());
    }
}

TEST_CASE("Every step of the lesson can be painted in all themes") {
    for (const Language language : {Language::English, Language::Chinese}) {
        Shown shown(language, WorldSession::Weights::Bundled);
        shown.player.setLanguage(language);
        shown.player.setLibrary(resourceFolder(QStringLiteral("lessons")));
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            setTheme(kind);
            shown.start();
            for (int i = 0; i < shown.player.stepCount(); ++i) {
                shown.player.goToStep(i);
                shown.world.settle();
                if (i % 2 == 1 && !shown.player.options().empty()) shown.player.answer(QStringLiteral("animal"));
                while (shown.player.currentStep()->until.kind == Condition::Kind::Reached && !shown.player.isDone()) {
                    shown.world.session->stepForward();
                }
                shown.world.settle();
                const QString name =
                    QStringLiteral("lesson-%1-%2-%3")
                        .arg(language == Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"))
                        .arg(static_cast<int>(kind))
                        .arg(i, 2, 10, QLatin1Char('0'));
                keep(shown, name.toLatin1().constData());
            }
        }
    }
    setTheme(ThemeKind::Light);
}

}  // namespace
}  // namespace attentarium
