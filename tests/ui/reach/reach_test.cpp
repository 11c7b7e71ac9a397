// Everybody can read and reach everything: at any size, in both languages, in every theme, with any size of type.

#include <QProcess>

#include "tests/support/catch.h"
#include "tests/ui/reach/painted_texts.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/window/text_size.h"
#include "ui/window/window_actions.h"

namespace attentarium::test {
namespace {

constexpr CommandGroup kGroups[] = {CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Go,
                                    CommandGroup::Help};

/// Looks at each panel in front, at steps of all kinds, and at what opens above the window.
void lookEverywhere(OpenWindow& open, const std::function<void(QWidget&, const QString&)>& look) {
    Session& session = *open.session;
    const int steps = session.stepCount();
    const std::vector<Command> panels{Command::ShowLesson, Command::ShowOutline, Command::ShowInspector,
                                      Command::ShowNextWords, Command::ShowLoss};
    std::size_t panel = 0;
    for (int place = 0; place <= 10; ++place) {
        session.goToStep(place * (steps - 1) / 10);
        const Step& step = *session.currentStep();
        const bool backward = step.phase == Phase::Backward && !session.trace()->gradients(step.node).empty();
        session.selectCell(step.node, backward ? Quantity::Gradient : Quantity::Value, 0);
        open.window->showPanel(panels[panel++ % panels.size()]);
        settle();
        look(*open.window, QStringLiteral("step %1").arg(session.step() + 1));
    }
    for (const Command command : {Command::Shortcuts, Command::About}) {
        open.window->actions()[command]->trigger();
        settle();
        for (QWidget* child : open.window->findChildren<QWidget*>()) {
            if (!child->isWindow() || !child->isVisible()) continue;
            look(*child, open.window->actions()[command]->iconText());
            child->close();
        }
    }
}

QString joined(QStringList found) {
    found.removeDuplicates();
    return found.join(QLatin1Char('\n'));
}

QStringList with(const QString& where, QStringList found) {
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found;
}

QStringList cutEverywhere(QSize size, int text) {
    QStringList found;
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language, size);
        open.speak(language);
        open.window->chooseTextSize(text);
        settle();
        lookEverywhere(open, [&](QWidget& window, const QString& where) {
            const QString place = QStringLiteral("%1×%2, %3 %, %4").arg(size.width()).arg(size.height()).arg(text);
            const QStringList cut = cutTexts(window);
            found += with(place.arg(where), cut);
        });
    }
    return found;
}

TEST_CASE("No text is cut off at any size of the window, in either language") {
    for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)}) {
        CHECK(joined(cutEverywhere(size, kUsualTextSize)).toStdString() == "");
    }
}

TEST_CASE("No text is cut off where type is larger") {
    CHECK(joined(cutEverywhere(QSize(1280, 720), 130)).toStdString() == "");
}

TEST_CASE("No text is cut off where a point has twice as many pixels") {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (environment.contains(QStringLiteral("QT_SCALE_FACTOR"))) return;
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ATTENTARIUM_BINARY_DIR "/test_ui_reach"),
                  {QStringLiteral("No text is cut off where type is larger")});
    REQUIRE(process.waitForFinished(120000));
    INFO(process.readAllStandardOutput().toStdString());
    CHECK(process.exitCode() == 0);
}

TEST_CASE("Every text stands out from what is behind it, in every theme") {
    OpenWindow open;
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        open.window->chooseTheme(kind);
        settle();
        QStringList found;
        lookEverywhere(open, [&](QWidget& window, const QString& where) { found += with(where, faintTexts(window)); });
        CAPTURE(static_cast<int>(kind));
        CHECK(joined(found).toStdString() == "");
    }
}

TEST_CASE("Everything that takes the keyboard has a name, and matrices are tables") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        QStringList found;
        lookEverywhere(open, [&](QWidget& window, const QString&) { found += namelessThings(window); });
        CHECK(joined(found).toStdString() == "");
    }
}

TEST_CASE("Everything that can be clicked can be reached by keys") {
    OpenWindow open;
    QStringList found;
    lookEverywhere(open, [&](QWidget& window, const QString&) {
        if (&window == open.window.get()) found += unreachableThings(window);
    });
    CHECK(joined(found).toStdString() == "");
    // Every command has keys, so every command of a menu can be had without one.
    for (const CommandGroup group : kGroups) {
        for (const Command command : open.window->actions().commandsOf(group)) {
            CHECK_FALSE(open.window->actions().keysOf(command).isEmpty());
        }
    }
}

/// Texts of the picture that lie on each other or reach over its edge.
QStringList crowded(StageView& stage) {
    const QSize size = stage.pictureSize().toSize();
    const std::vector<PaintedText> texts =
        textsPainted(size, [&](QPainter& painter) { stage.paint(painter, QRectF(QPointF(), QSizeF(size))); });
    QStringList found;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].upright) continue;
        if (!QRectF(-1, -1, size.width() + 2, size.height() + 2).contains(texts[i].ink)) {
            found += QStringLiteral("“%1” reaches over the edge").arg(texts[i].text);
        }
        for (std::size_t k = 0; k < i; ++k) {
            const QRectF both = texts[i].ink & texts[k].ink;
            if (!texts[k].upright || both.width() < 3 || both.height() < 3) continue;
            found += QStringLiteral("“%1” lies on “%2”").arg(texts[i].text, texts[k].text);
        }
    }
    return found;
}

TEST_CASE("No text of the picture lies on another") {
    struct Case {
        Language language;
        QSize size;
    };
    for (const auto& [language, size] : {Case{Language::English, {1280, 720}}, Case{Language::English, {1920, 1080}},
                                         Case{Language::Chinese, {1280, 720}}, Case{Language::Chinese, {1920, 1080}}}) {
        OpenWindow open(language, size);
        open.speak(language);
        QStringList found;
        for (int step = 0; step < open.session->stepCount(); step += 3) {
            open.session->goToStep(step);
            found += with(QStringLiteral("step %1").arg(step + 1), crowded(open.window->stage()));
        }
        CHECK(joined(found).toStdString() == "");
    }
}

TEST_CASE("The welcome can be read and reached by everybody") {
    prepare();
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("attentarium.ini")));
    Session session;
    MainWindow window(session, preferences);
    window.resize(1280, 720);
    window.begin(std::nullopt, std::nullopt);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    for (const Language language : {Language::Chinese, Language::English}) {
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::HighContrast, ThemeKind::Light}) {
            window.chooseLanguage(language);
            window.chooseTheme(kind);
            REQUIRE(waitUntil([&] { return !session.isBusy(); }));
            settle();
            CHECK(joined(cutTexts(window)).toStdString() == "");
            CHECK(joined(faintTexts(window)).toStdString() == "");
            CHECK(joined(namelessThings(window)).toStdString() == "");
            CHECK(joined(unreachableThings(window)).toStdString() == "");
        }
    }
}

}  // namespace
}  // namespace attentarium::test
