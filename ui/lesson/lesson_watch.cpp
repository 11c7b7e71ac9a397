#include "ui/lesson/lesson_watch.h"

#include <QDir>

#include "ui/lesson/lesson.h"

namespace attentarium {

LessonWatch::LessonWatch(QObject* parent) : QObject(parent) {
    // Editors write in several steps; a short pause reads the last of them.
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watchFiles();
        Q_EMIT changed();
    });
}

void LessonWatch::setFolder(const QString& folder) {
    if (m_folder == folder) return;
    m_folder = folder;
    m_pause.stop();
    if (!m_watcher.files().isEmpty()) m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty()) m_watcher.removePaths(m_watcher.directories());
    if (folder.isEmpty()) return;
    m_watcher.addPath(folder);
    watchFiles();
}

void LessonWatch::watchFiles() {
    // A file that was replaced is no longer watched.
    for (const QString& name :
         {lessonDataFile(), lessonTextFile(Language::English), lessonTextFile(Language::Chinese)}) {
        const QString path = QDir(m_folder).filePath(name);
        if (QFile::exists(path) && !m_watcher.files().contains(path)) m_watcher.addPath(path);
    }
}

}  // namespace attentarium
