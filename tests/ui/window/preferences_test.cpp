#include "ui/window/preferences.h"

#include <QDir>
#include <QDockWidget>
#include <QFile>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/window/interface_language.h"
#include "ui/window/step_name.h"
#include "ui/window/text_size.h"

namespace attentarium::test {
namespace {

TEST_CASE("At the next start everything is where it was") {
    OpenWindow open;
    open.session->setText(QStringLiteral("the cat sleeps very well"));
    REQUIRE(waitUntil([&] { return open.session->tracedWords().size() == 5; }));
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("backward:blocks.1.attention.weights")));
    open.session->setStepUnit(StepUnit::Layer);
    const Var weights = *open.session->trace()->find("blocks.1.attention.weights");
    // Head 3, row 4, column 2.
    open.session->selectCell(weights, Quantity::Gradient, (2 * 5 + 3) * 5 + 1);
    const Selection selection = open.session->selection();
    open.window->chooseLanguage(Language::Chinese);
    open.window->chooseTheme(ThemeKind::Dark);
    open.window->chooseTextSize(125);
    open.window->findChild<QDockWidget*>(QStringLiteral("loss"))->close();
    open.window->resize(1300, 800);

    open.restart();
    open.window->chooseTextSize(open.preferences->textSize());
    open.window->begin(std::nullopt, std::nullopt);
    REQUIRE(waitUntil([&] { return open.session->trace() != nullptr; }));
    CHECK_FALSE(open.window->isWelcoming());
    CHECK(open.session->folder() == open.model(Language::English));
    CHECK(open.session->text() == QStringLiteral("the cat sleeps very well"));
    CHECK(nameOfStep(*open.session) == QStringLiteral("backward:blocks.1.attention.weights"));
    CHECK(open.session->stepUnit() == StepUnit::Layer);
    CHECK(open.session->selection() == selection);
    CHECK(open.preferences->language() == Language::Chinese);
    CHECK(open.preferences->theme() == ThemeKind::Dark);
    CHECK(textSize() == 125);
    CHECK(open.window->findChild<QDockWidget*>(QStringLiteral("loss"))->isHidden());
    CHECK(open.window->size() == QSize(1300, 800));
    CHECK(open.preferences->recentModels() == QStringList{open.model(Language::English)});
}

TEST_CASE("A stored model that is gone gives way to the bundled one, and a message says so") {
    OpenWindow open;
    open.preferences->setSession(
        {.folder = open.folder.filePath(QStringLiteral("gone")), .text = QStringLiteral("a b")});
    open.window.reset();
    open.session.reset();
    open.preferences.reset();
    prepare();
    open.open();
    open.window->begin(std::nullopt, std::nullopt);
    REQUIRE(waitUntil([&] { return open.window->messages().isVisible(); }));
    CHECK_FALSE(open.window->isWelcoming());
}

TEST_CASE("Preferences that somebody has spoilt do no harm") {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("attentarium.ini"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(
        "language=klingon\ntheme=7\ntextSize=many\n[window]\ngeometry=@ByteArray(zzz)\ndocks=1\n"
        "[session]\nfolder=/nowhere\nphase=99\nstepUnit=-3\ncell=x\nhead=nan\n");
    file.close();
    const Preferences preferences(path);
    CHECK_FALSE(preferences.language());
    CHECK(preferences.theme() == ThemeKind::Light);
    CHECK(preferences.textSize() == kUsualTextSize);
    const auto session = preferences.session();
    REQUIRE(session);
    CHECK(session->phase == 0);
    CHECK(session->stepUnit == 0);
    CHECK_FALSE(session->cell);
}

TEST_CASE("The latest models come first, each once, and those that are gone are left out") {
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("attentarium.ini")));
    QStringList paths;
    for (int i = 0; i < 10; ++i) {
        paths.append(folder.filePath(QStringLiteral("m%1").arg(i)));
        QDir().mkdir(paths.last());
        preferences.addRecentModel(paths.last());
    }
    preferences.addRecentModel(paths[5] + QLatin1Char('/'));
    const QStringList recent = preferences.recentModels();
    CHECK(recent.size() == 8);
    CHECK(recent.first() == paths[5]);
    CHECK(recent.count(paths[5]) == 1);
    QDir(paths[9]).removeRecursively();
    CHECK_FALSE(preferences.recentModels().contains(paths[9]));
}

TEST_CASE("Any way to write Chinese or English is understood") {
    for (const char* name : {"zh", "zh_CN", "zh-CN", "zh_CN.UTF-8"}) CHECK(parseLanguage(name) == Language::Chinese);
    for (const char* name : {"en", "en_GB"}) CHECK(parseLanguage(name) == Language::English);
}

}  // namespace
}  // namespace attentarium::test
