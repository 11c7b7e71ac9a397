#include "ui/window/dropped.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

#include "tests/support/catch.h"

namespace attentarium {
namespace {

QString put(const QTemporaryDir& folder, const char* name, const QByteArray& content) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return path;
}

Dropped dropped(const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    return meaningOf(data);
}

TEST_CASE("A folder and a checkpoint's file mean a model, other files mean their first line") {
    QTemporaryDir folder;
    const QString config = put(folder, "model/config.json", "{}");
    const QString tensors = put(folder, "model/model.safetensors", "x");
    const QString story = put(folder, "story.txt", "\n\n  one day  \nnext\n");
    const QString lone = put(folder, "lone.json", "{\"a\": 1}");
    CHECK(std::get<DroppedModel>(dropped(folder.path())).folder == folder.path());
    CHECK(std::get<DroppedModel>(dropped(config)).folder == folder.filePath(QStringLiteral("model")));
    CHECK(std::get<DroppedModel>(dropped(tensors)).folder == folder.filePath(QStringLiteral("model")));
    CHECK(std::get<DroppedText>(dropped(story)).text == QStringLiteral("one day"));
    CHECK(std::get<DroppedText>(dropped(lone)).text == QStringLiteral("{\"a\": 1}"));
}

TEST_CASE("What is empty, missing or no UTF-8 text means nothing") {
    QTemporaryDir folder;
    CHECK(std::holds_alternative<DroppedNothing>(dropped(put(folder, "empty.txt", ""))));
    CHECK(std::holds_alternative<DroppedNothing>(dropped(put(folder, "blank.txt", " \n \n"))));
    CHECK(std::holds_alternative<DroppedNothing>(dropped(put(folder, "latin.txt", "caf\xe9 au lait\n"))));
    CHECK(std::holds_alternative<DroppedNothing>(dropped(put(folder, "zero.bin", QByteArray("a\0b", 3)))));
    CHECK(std::holds_alternative<DroppedNothing>(dropped(folder.filePath(QStringLiteral("none.txt")))));
}

TEST_CASE("Of a large text only the beginning is read, and never half a letter") {
    QTemporaryDir folder;
    const QByteArray chinese = QStringLiteral("小猫在花园里 ").toUtf8().repeated(5000);
    const QString text = std::get<DroppedText>(dropped(put(folder, "large.txt", chinese))).text;
    CHECK(text.startsWith(QStringLiteral("小猫在花园里")));
    CHECK_FALSE(text.contains(QChar(QChar::ReplacementCharacter)));
}

TEST_CASE("Text that is dragged from elsewhere is a sentence") {
    QMimeData data;
    data.setText(QStringLiteral("the cat sleeps\nand more"));
    CHECK(canBeDropped(data));
    CHECK(std::get<DroppedText>(meaningOf(data)).text == QStringLiteral("the cat sleeps"));
    QMimeData remote;
    remote.setUrls({QUrl(QStringLiteral("https://example.org/a.txt"))});
    CHECK_FALSE(canBeDropped(remote));
}

}  // namespace
}  // namespace attentarium
