#include "ui/session/resources.h"

#include <QCoreApplication>
#include <QDir>

namespace attentarium {

QString resourceFolder(const QString& name) {
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/attentarium"));
    if (installed.exists(name)) return QDir::cleanPath(installed.filePath(name));
    const QDir source(QStringLiteral(ATTENTARIUM_SOURCE_DIR));
    const QString resource = source.filePath(QStringLiteral("resources/") + name);
    return QDir(resource).exists() ? resource : source.filePath(name);
}

QString bundledCheckpoint(Language language) {
    return resourceFolder(QStringLiteral("checkpoints")) +
           (language == Language::Chinese ? QStringLiteral("/small-world-zh") : QStringLiteral("/small-world-en"));
}

}  // namespace attentarium
