// Bytes that are no whole characters, in words that the window keeps as QString.

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "engine/core/parallel.h"
#include "engine/runs/training_run.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/token_spelling.h"

namespace attentarium::test {
namespace {

TEST_CASE("Every byte sequence is spelled so that it comes back") {
    const std::string texts[] = {"",
                                 "the",
                                 "\xE4",
                                 "\xBD\xA0",
                                 "a\xFFz",
                                 "你好",
                                 "⟨E4⟩",
                                 "⟨⟨E4⟩⟩",
                                 "⟨e4⟩ ⟨E4",
                                 "\xF0\x9F\x98",
                                 "\n",
                                 "↵",
                                 "\n\n↵",
                                 std::string(1, 0),
                                 "⟨\xE4⟩",
                                 "\xE2\x9F",
                                 "\xE2\x9F\xA8",
                                 "⟨0A⟩\n⟨FF⟩\xFF"};
    for (const std::string& text : texts) {
        CAPTURE(text);
        CHECK(unspelled(spelled(text)) == text);
        CHECK(unspelledToken(spelledToken(text)) == text);
        CHECK_FALSE(spelled(text).contains(QChar(0xFFFD)));
    }
    CHECK(spelled("\xE4") == QStringLiteral("⟨E4⟩"));
    CHECK(spelledToken(" the") == QStringLiteral(" the"));
    for (int high = 0; high < 256; ++high) {
        for (int low = 0; low < 256; ++low) {
            const std::string two{static_cast<char>(high), static_cast<char>(low)};
            REQUIRE(unspelledToken(spelledToken(two)) == two);
        }
    }
}

/// A model of byte pairs that has learned nothing of Chinese.
void saveBytePairModel(const QString& folder) {
    const QString file = folder + QStringLiteral("/text.txt");
    QFile text(file);
    REQUIRE(text.open(QIODevice::WriteOnly));
    for (int i = 0; i < 60; ++i) text.write("the cat saw the dog and the dog saw the cat. ");
    text.close();
    RunSetup setup;
    setup.model = {.layers = 1, .heads = 2, .width = 16, .context = 32};
    setup.settings = {.batch = 2, .steps = 3, .warmup = 1};
    setup.corpus = {.corpus = file.toStdString(), .tokenizer = TokenizerKind::BytePair, .vocabulary = 270};
    Parallel parallel(1);
    TrainingRun run(prepared(setup), parallel);
    for (int i = 0; i < 3; ++i) run.step();
    saveCheckpoint(std::filesystem::path((folder + QStringLiteral("/model")).toStdString()), run.checkpoint({}));
}

TEST_CASE("A sentence of byte pairs goes there and back whole, though its characters are in pieces") {
    prepare();
    QTemporaryDir folder;
    saveBytePairModel(folder.path());
    Session session;
    const QString sentence = QStringLiteral("the 猫 saw 你");
    session.setText(sentence);
    session.openModel(folder.filePath(QStringLiteral("model")));
    REQUIRE(waitUntil([&] { return session.trace() != nullptr; }));
    CHECK_FALSE(session.problem());
    CHECK(session.text() == sentence);
    CHECK(session.words().contains(QStringLiteral("⟨E4⟩")));
    CHECK(session.words().contains(QStringLiteral("⟨BD⟩")));
    for (const Chip& chip : session.chips()) {
        CHECK(chip.id);
        CHECK_FALSE(chip.text.contains(QChar(0xFFFD)));
    }
    // An edit goes through the words and comes back through undo.
    const QStringList before = session.words();
    const auto last = static_cast<int>(before.size()) - 1;
    session.replaceWords(last, 1, {});
    REQUIRE(waitUntil([&] { return session.isTraceCurrent(); }));
    CHECK(session.words() == before.mid(0, last));
    CHECK(session.text() == QStringLiteral("the 猫 saw ⟨E4⟩⟨BD⟩"));
    session.setText(session.text());
    CHECK(session.words() == before.mid(0, last));
    session.undoStack().undo();
    CHECK(session.words() == before);
    CHECK(session.text() == sentence);
    // A token that the model proposes is the one that is appended.
    const auto byte = session.checkpoint()->tokenizer->vocabulary().find("\xBD");
    REQUIRE(byte);
    session.appendToken(*byte);
    CHECK(session.chips().back().id == byte);
}

}  // namespace
}  // namespace attentarium::test
