#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/explain/words.h"
#include "ui/views/token_strip/token_strip.h"

namespace attentarium::test {
namespace {

TEST_CASE("A folder that is no model is named in a message, and the old model stays") {
    OpenWindow open;
    const auto before = open.session->trace();
    const QString bad = open.folder.filePath(QStringLiteral("nothing-here"));
    open.window->models().open(bad);
    REQUIRE(waitUntil([&] { return open.window->messages().isVisible(); }));
    CHECK(open.window->messages().message().contains(QStringLiteral("nothing-here")));
    CHECK(open.session->folder() == open.model(Language::English));
    CHECK(open.session->trace() == before);
    const QString english = open.window->messages().message();
    open.speak(Language::Chinese);
    CHECK(open.window->messages().message() != english);
    QTest::keyClick(&open.window->messages(), Qt::Key_Escape);
    CHECK_FALSE(open.window->messages().isVisible());
}

TEST_CASE("A damaged model is refused with one message, and the next good one takes it away") {
    OpenWindow open;
    saveSmallModel(open.model(Language::Chinese), Language::Chinese);
    QFile file(open.model(Language::Chinese) + QStringLiteral("/model.safetensors"));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.resize(file.size() / 2);
    file.close();
    open.window->models().open(open.model(Language::Chinese));
    REQUIRE(waitUntil([&] { return open.window->messages().isVisible(); }));
    saveSmallModel(open.model(Language::Chinese), Language::Chinese);
    open.window->models().open(open.model(Language::Chinese));
    REQUIRE(waitUntil([&] { return open.session->checkpoint()->language == Language::Chinese; }));
    CHECK_FALSE(open.window->messages().isVisible());
}

TEST_CASE("That another model has none of the changes is said, where there were any") {
    OpenWindow open;
    saveSmallModel(open.model(Language::Chinese), Language::Chinese);
    open.window->models().open(open.model(Language::Chinese));
    REQUIRE(waitUntil([&] { return open.session->checkpoint()->language == Language::Chinese; }));
    CHECK_FALSE(open.window->messages().isVisible());
    open.session->change(SilenceHead{"blocks.0.attention", 0});
    open.window->models().open(open.model(Language::English));
    REQUIRE(waitUntil([&] { return open.session->checkpoint()->language == Language::English; }));
    REQUIRE(open.session->changes().empty());
    CHECK(open.window->messages().message().contains(QStringLiteral("What if")));
}

TEST_CASE("Why a sentence cannot run is said beside it, and the last picture stays") {
    OpenWindow open;
    const auto before = open.session->trace();
    for (const QString& text : {QString(), QStringLiteral("the zeppelin"), QStringLiteral("the ").repeated(60)}) {
        open.session->setText(text);
        QApplication::processEvents();
        REQUIRE(open.session->problem().has_value());
        const QString sentence = sentenceFor(*open.session->problem());
        bool said = false;
        for (const QLabel* label : open.window->findChild<TokenStrip*>()->findChildren<QLabel*>()) {
            said = said || (label->isVisible() && label->text().contains(sentence));
        }
        CHECK(said);
        CHECK(open.session->trace() == before);
    }
}

TEST_CASE("A folder that is dropped opens, and so does a file in it") {
    OpenWindow open;
    saveSmallModel(open.model(Language::Chinese), Language::Chinese);
    for (const QString& path :
         {open.model(Language::Chinese), open.model(Language::English) + QStringLiteral("/model.safetensors")}) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        open.drop(data);
        REQUIRE(waitUntil([&] { return path.startsWith(open.session->folder()) && open.session->trace(); }));
    }
}

TEST_CASE("Of a text file that is dropped the first line becomes the sentence, and what is no text is refused") {
    OpenWindow open;
    const auto drop = [&](const QByteArray& content) {
        const QString path = open.folder.filePath(QStringLiteral("dropped.txt"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        open.drop(data);
    };
    drop("\n  the cat sleeps\nthe dog\n");
    CHECK(open.session->text() == QStringLiteral("the cat sleeps"));
    CHECK_FALSE(open.window->messages().isVisible());
    drop(QByteArray("\x89PNG\r\n\x1a\n\0\xff\xfe", 11));
    CHECK(open.window->messages().isVisible());
    CHECK(open.session->text() == QStringLiteral("the cat sleeps"));
    drop("");
    CHECK(open.window->messages().message().contains(QStringLiteral("dropped.txt")));
}

}  // namespace
}  // namespace attentarium::test
