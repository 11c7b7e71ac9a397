#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace attentarium {

/// Tells when a file of a lesson has changed, also when an editor has put a new file in its place.
class LessonWatch : public QObject {
    Q_OBJECT

  public:
    explicit LessonWatch(QObject* parent = nullptr);
    /// An empty text watches nothing.
    void setFolder(const QString& folder);

  Q_SIGNALS:
    void changed();

  private:
    void watchFiles();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
};

}  // namespace attentarium
