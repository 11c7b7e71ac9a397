#include "ui/window/session_file.h"

#include <QFile>
#include <QLineEdit>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/window/session_saving.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

const QString kSentence = QStringLiteral("Emma sees the dog. she laughs");

bool hasRun(const OpenWindow& open) {
    return open.session->isTraceCurrent() && !open.session->isBusy();
}

void change(OpenWindow& open) {
    open.session->setText(kSentence);
    REQUIRE(waitUntil([&] { return hasRun(open); }));
    open.session->goToStep(Phase::Forward, QStringLiteral("blocks.1.attention.weights"));
    open.session->selectCell(*open.session->trace()->find("blocks.1.attention.weights"), Quantity::Value, 12);
    open.session->change(SilenceHead{"blocks.0.attention", 2});
    open.session->change(SetCell{"blocks.0.attention.weights", {1, 2, 0}, 0.1});
    REQUIRE(waitUntil([&] { return hasRun(open); }));
}

void write(const QString& file, const QByteArray& content) {
    QFile opened(file);
    REQUIRE(opened.open(QIODevice::WriteOnly));
    opened.write(content);
}

}  // namespace

TEST_CASE("Changes come back at the next start, with the step and the selection") {
    OpenWindow open;
    change(open);
    const Interventions changes = open.session->changes();
    open.restart();
    open.window->begin(std::nullopt, std::nullopt);
    REQUIRE(waitUntil([&] { return open.session->changes() == changes && hasRun(open); }));
    CHECK(open.session->trace()->interventions() == changes);
    CHECK(open.session->text() == kSentence);
    CHECK(open.session->selection().cell == 12);
    CHECK(open.session->referenceKind() == ReferenceKind::WithoutChanges);
}

TEST_CASE("The session is stored while the program runs, so that nothing is lost when it ends suddenly") {
    OpenWindow open;
    change(open);
    REQUIRE(waitUntil([&] {
        const auto stored = open.preferences->session();
        return stored && stored->text == kSentence && !stored->changes.isEmpty();
    }));
}

TEST_CASE("A session goes into a file and comes back from it") {
    OpenWindow open;
    change(open);
    const StoredSession stored = *storedSession(*open.session);
    const QString file = open.folder.filePath(QStringLiteral("mine.attentarium"));
    open.window->saving().save(open.folder.filePath(QStringLiteral("mine")));
    CHECK(readSession(file) == stored);
    open.session->dropAllChanges();
    open.session->setText(QStringLiteral("the dog"));
    open.session->goToFirst();
    REQUIRE(waitUntil([&] { return hasRun(open); }));
    open.window->saving().open(file);
    REQUIRE(waitUntil([&] { return open.session->changes().size() == 2 && hasRun(open); }));
    CHECK(*storedSession(*open.session) == stored);
}

TEST_CASE("A file that is no session says what is wrong, and leaves what is open") {
    OpenWindow open;
    const QString file = open.folder.filePath(QStringLiteral("bad.attentarium"));
    const auto kindOf = [&](const QByteArray& content) {
        write(file, content);
        try {
            readSession(file);
        } catch (const Error& error) {
            CHECK(error.values().file == file.toStdString());
            return std::optional(error.kind());
        }
        return std::optional<ErrorKind>();
    };
    CHECK(kindOf("") == ErrorKind::FileTruncated);
    CHECK(kindOf("hello") == ErrorKind::FileDamaged);
    CHECK(kindOf("{}") == ErrorKind::FileDamaged);
    CHECK(kindOf(R"({"attentarium_session": 9, "model": "m", "text": "t"})") == ErrorKind::FileDamaged);
    CHECK(kindOf(R"({"attentarium_session": 1, "model": 3, "text": "t"})") == ErrorKind::FileDamaged);
    CHECK(kindOf(R"({"attentarium_session": 1, "model": "m", "text": "t", "changes": "no"})") ==
          ErrorKind::FileDamaged);
    CHECK_FALSE(kindOf(R"({"attentarium_session": 1, "model": "m", "text": "t", "head": -4, "cell": "x"})"));
    CHECK(readSession(file).head == 0);
    CHECK(readSession(file).folder == open.folder.filePath(QStringLiteral("m")));
    const QString text = open.session->text();
    write(file, "hello");
    open.window->saving().open(file);
    CHECK(open.window->messages().isVisible());
    CHECK(open.session->text() == text);
    CHECK_THROWS_AS(readSession(open.folder.filePath(QStringLiteral("none"))), Error);
}

TEST_CASE("A session names a bundled model, and one beside it by where it lies from the file") {
    OpenWindow open;
    const QString file = open.folder.filePath(QStringLiteral("mine.attentarium"));
    const auto writtenModel = [&](const QString& folder) {
        writeSession(file, {.folder = folder, .text = QStringLiteral("a")});
        CHECK(readSession(file).folder == folder);
        QFile opened(file);
        REQUIRE(opened.open(QIODevice::ReadOnly));
        const QByteArray content = opened.readAll();
        return content.mid(content.indexOf("\"model\": \"") + 10).split('"').first();
    };
    CHECK(writtenModel(bundledCheckpoint(Language::Chinese)) == "bundled:zh");
    CHECK(writtenModel(open.model(Language::English)) == "en");
    CHECK(writtenModel(QStringLiteral("/somewhere/else")) == "/somewhere/else");
}

TEST_CASE("The menu says which change would be undone") {
    OpenWindow open;
    change(open);
    const auto text = [&](Command command) { return open.window->actions()[command]->text(); };
    CHECK(text(Command::Undo).contains(QStringLiteral("= 0.1")));
    CHECK(open.window->actions()[Command::Undo]->iconText() == QStringLiteral("Undo"));
    open.session->undoStack().undo();
    CHECK(text(Command::Undo).contains(QStringLiteral("head 3 is silent")));
    CHECK(text(Command::Redo).contains(QStringLiteral("= 0.1")));
    open.session->dropChange(0);
    CHECK(text(Command::Undo).contains(QStringLiteral("taking back")));
    open.speak(Language::Chinese);
    CHECK(text(Command::Undo).contains(QStringLiteral("收回")));
    open.session->undoStack().undo();
    open.session->undoStack().undo();
    CHECK_FALSE(text(Command::Undo).contains(QStringLiteral("·")));
}

TEST_CASE("F2 asks for the number that the chosen cell is to have") {
    OpenWindow open;
    change(open);
    open.press(Qt::Key_F2);
    auto* const line = open.window->findChild<QLineEdit*>(QStringLiteral("number"));
    const QList<QLineEdit*> all = open.window->findChildren<QLineEdit*>(QStringLiteral("number"));
    const bool asks = std::any_of(all.begin(), all.end(), [](QLineEdit* one) { return one->hasFocus(); });
    REQUIRE(line);
    CHECK(asks);
    open.press(Qt::Key_Escape);
    CHECK(open.session->changes().size() == 2);
    open.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(open.session->changes().empty());
}
