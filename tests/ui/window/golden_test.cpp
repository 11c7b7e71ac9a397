#include <QDir>
#include <QImage>

#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/text_study.h"
#include "ui/views/tokens/tokens_view.h"
#include "ui/window/step_name.h"
#include "ui/window/welcome.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

const QString kGolden = QStringLiteral(ATTENTARIUM_SOURCE_DIR "/tests/ui/golden");

/// The share of pixels that differ by more than what another version of a font renderer changes.
double difference(const QImage& one, const QImage& other) {
    if (one.size() != other.size()) return 1;
    qint64 differing = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            const int distance =
                qMax(qAbs(qRed(a) - qRed(b)), qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
            differing += distance > 24;
        }
    }
    return static_cast<double>(differing) / (static_cast<double>(one.width()) * one.height());
}

/// Compares the window with its picture in tests/ui/golden. ATTENTARIUM_UPDATE_GOLDEN=1 makes the pictures anew.
void compare(QWidget& window, const char* name) {
    QTest::qWait(400);
    settle();
    const QImage now = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QString file = kGolden + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".png");
    if (qEnvironmentVariableIntValue("ATTENTARIUM_UPDATE_GOLDEN") == 1) {
        QDir().mkpath(kGolden);
        // Few colours are lost, and the files stay small.
        REQUIRE(now.save(file, "PNG", 0));
        return;
    }
    const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
    REQUIRE_FALSE(golden.isNull());
    const double differing = difference(now, golden);
    if (differing > 0.002) now.save(QDir::temp().filePath(QString::fromLatin1(name) + QStringLiteral("-now.png")));
    CAPTURE(name);
    CHECK(differing <= 0.002);
}

TEST_CASE("The window looks as it did: attention forward, English, light") {
    OpenWindow open;
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("blocks.0.attention.weights")));
    compare(*open.window, "weights-en-light");
}

TEST_CASE("The window looks as it did: attention backward, Chinese, dark") {
    OpenWindow open(Language::Chinese);
    open.speak(Language::Chinese);
    open.window->chooseTheme(ThemeKind::Dark);
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("backward:blocks.0.attention.weights")));
    compare(*open.window, "weights-backward-zh-dark");
}

TEST_CASE("The window looks as it did: the loss, a cell chosen, high contrast") {
    OpenWindow open;
    open.window->chooseTheme(ThemeKind::HighContrast);
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("loss")));
    const Var weights = *open.session->trace()->find("blocks.0.attention.weights");
    open.session->selectCell(weights, Quantity::Value, open.session->trace()->shape(weights).count() - 4);
    compare(*open.window, "loss-en-contrast");
}

/// Opens a small model of a family that reads `text`.
void read(OpenWindow& open, Family family, const QString& text) {
    const QString folder = open.folder.filePath(QString::fromUtf8(nameOf(family)));
    FamilySample sample{"", smallConfig(family)};
    sample.config.width = 24;
    sample.config.heads = 4;
    saveCheckpoint(folder.toStdString(), sampleCheckpoint(sample));
    open.session->setText(text);
    open.window->models().open(folder);
    REQUIRE(waitUntil([&] {
        return open.session->checkpoint()->model->config().family == family && open.session->isTraceCurrent();
    }));
}

TEST_CASE("The window looks as it did: the gates of an LSTM, English, light") {
    OpenWindow open;
    read(open, Family::Lstm, QStringLiteral("the little fox saw a red apple"));
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("layers.1.t.4.forget_gate")));
    compare(*open.window, "lstm-en-light");
}

TEST_CASE("The window looks as it did: cross-attention backward, Chinese, dark") {
    OpenWindow open;
    open.speak(Language::Chinese);
    open.window->chooseTheme(ThemeKind::Dark);
    read(open, Family::Transformer, QStringLiteral("the little fox saw → she ate a red apple"));
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("backward:decoder.blocks.1.cross_attention.weights")));
    compare(*open.window, "cross-attention-backward-zh-dark");
}

TEST_CASE("The window looks as it did: a word and a model that are not known, Chinese, light") {
    OpenWindow open(Language::Chinese);
    open.speak(Language::Chinese);
    open.session->setText(QStringLiteral("在花园里，罗丝遇见了飞机。"));
    open.window->models().open(QStringLiteral("nowhere"));
    REQUIRE(waitUntil([&] { return open.window->messages().isVisible(); }));
    compare(*open.window, "problems-zh-light");
}

TEST_CASE("The window looks as it did: byte pairs merged, Chinese, dark") {
    OpenWindow open(Language::Chinese);
    open.speak(Language::Chinese);
    open.window->chooseTheme(ThemeKind::Dark);
    open.window->showWorkspace(WorkspaceKind::Tokens);
    TextStudy& study = open.session->textStudy();
    study.studyOwn(QStringLiteral("the cat saw the other cat, 你好你好 😀 and then the dog saw them"));
    open.window->workspaces().tokens().showPage(TokensView::Page::Merges);
    REQUIRE(waitUntil([&] { return study.story() && study.origin() == TextOrigin::Own && !study.isBusy(); }));
    study.goToMerge(3);
    compare(*open.window, "merges-zh-dark");
}

TEST_CASE("The window looks as it did: the welcome") {
    prepare();
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("attentarium.ini")));
    Session session;
    MainWindow window(session, preferences);
    window.resize(1280, 720);
    window.show();
    window.begin(std::nullopt, std::nullopt);
    // The bar above names the bundled model, which may be trained anew.
    QWidget& welcome = *window.findChild<Welcome*>();
    window.messages().dismiss();
    compare(welcome, "welcome-en-light");
    window.chooseTheme(ThemeKind::Dark);
    window.chooseLanguage(Language::Chinese);
    window.messages().dismiss();
    compare(welcome, "welcome-zh-dark");
    prepare();
}

}  // namespace
}  // namespace attentarium::test
