#include "ui/window/dropped.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStringDecoder>
#include <QUrl>

namespace attentarium {
namespace {

// Enough for the longest sentence that anybody would look at.
constexpr qint64 kMostBytes = 16384;

bool isCheckpoint(const QString& folder) {
    return QFileInfo(folder + QStringLiteral("/config.json")).isFile();
}

QString firstLine(const QString& text) {
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty()) return line.trimmed();
    }
    return {};
}

/// Null for what is no UTF-8 text. The end of what was read may lie within a letter.
QString beginningOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QByteArray bytes = file.read(kMostBytes);
    if (!file.atEnd()) bytes.truncate(qMax(bytes.lastIndexOf('\n'), bytes.lastIndexOf(' ')));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return decoder.hasError() || text.contains(QChar(QChar::Null)) ? QString() : text;
}

}  // namespace

bool canBeDropped(const QMimeData& data) {
    if (data.hasUrls()) return !data.urls().isEmpty() && data.urls().first().isLocalFile();
    return data.hasText();
}

Dropped meaningOf(const QMimeData& data) {
    if (!data.hasUrls()) {
        const QString line = firstLine(data.text());
        if (line.isEmpty()) return DroppedNothing{};
        return DroppedText{line};
    }
    const QString path = data.urls().first().toLocalFile();
    const QFileInfo info(path);
    if (info.isDir()) return DroppedModel{path};
    const QString ending = info.suffix();
    const bool ofModel = ending == QStringLiteral("json") || ending == QStringLiteral("safetensors");
    if (ofModel && isCheckpoint(info.path())) return DroppedModel{info.path()};
    const QString line = firstLine(beginningOf(path));
    if (line.isEmpty()) return DroppedNothing{path};
    return DroppedText{line};
}

}  // namespace attentarium
