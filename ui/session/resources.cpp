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

QString bundledSentence(Language language) {
    return language == Language::Chinese ? QStringLiteral("在花园里，罗丝遇见了小猫。她")
                                         : QStringLiteral("in the garden, Rose meets the cat. she");
}

}  // namespace attentarium
