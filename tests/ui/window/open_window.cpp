#include "tests/ui/window/open_window.h"

#include <QDragEnterEvent>
#include <filesystem>

#include "engine/core/random.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/small_world.h"
#include "tests/support/catch.h"
#include "ui/session/resources.h"
#include "ui/window/calm_style.h"
#include "ui/window/interface_language.h"

namespace attentarium::test {

void prepare() {
    testApplication();
    prepareApplication();
    setInterfaceLanguage(Language::English);
}

bool waitUntil(const std::function<bool()>& holds) {
    return QTest::qWaitFor(holds, 10000);
}

void settle() {
    QTest::qWait(30);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents();
}

void saveSmallModel(const QString& folder, Language language) {
    Vocabulary vocabulary = SmallWorld().lexicon(language);
    const ModelConfig config{.layers = 2, .heads = 4, .width = 32, .context = 48, .vocabulary = vocabulary.size()};
    std::shared_ptr<Model<float>> model = makeModel<float>(config);
    Random random(7);
    model->initialise(random);
    Checkpoint checkpoint;
    checkpoint.model = model;
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, language, std::move(vocabulary));
    checkpoint.language = language;
    checkpoint.corpus = "small-world";
    saveCheckpoint(std::filesystem::path(folder.toStdString()), checkpoint);
}

OpenWindow::OpenWindow(Language modelLanguage, QSize wanted) : size(wanted) {
    prepare();
    saveSmallModel(model(modelLanguage), modelLanguage);
    open();
    window->begin(model(modelLanguage), std::nullopt);
    REQUIRE(waitUntil([this] { return session->trace() != nullptr; }));
    QApplication::processEvents();
}

OpenWindow::~OpenWindow() {
    // Not closed: what a test has done is nothing to come back to.
    window.reset();
    setInterfaceLanguage(Language::English);
}

QString OpenWindow::model(Language language) const {
    return folder.filePath(language == Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"));
}

void OpenWindow::open() {
    preferences = std::make_unique<Preferences>(folder.filePath(QStringLiteral("attentarium.ini")));
    session = std::make_unique<Session>();
    window = std::make_unique<MainWindow>(*session, *preferences);
    window->resize(size);
    window->show();
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
}

void OpenWindow::restart() {
    window->close();
    window.reset();
    session.reset();
    preferences.reset();
    prepare();
    open();
}

void OpenWindow::press(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : window.get(), static_cast<Qt::Key>(key), modifiers);
}

void OpenWindow::speak(Language language) {
    window->chooseLanguage(language);
    settle();
}

void OpenWindow::drop(const QMimeData& data) {
    const QPoint place(window->width() / 2, window->height() / 2);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &enter);
    if (!enter.isAccepted()) return;
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &event);
}

}  // namespace attentarium::test
