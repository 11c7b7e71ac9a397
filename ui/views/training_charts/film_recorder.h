#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <functional>
#include <vector>

#include "engine/core/error.h"
#include "ui/views/training_charts/film_file.h"

namespace attentarium {

class Session;

/// Shows the moments of the current run one after the other and makes a film of the pictures. The window stays usable
/// meanwhile; files are written on a thread of their own.
class FilmRecorder : public QObject {
    Q_OBJECT

  public:
    explicit FilmRecorder(Session& session, QObject* parent = nullptr);
    ~FilmRecorder() override;

    /// What is filmed: asked for once everything shows the moment.
    void setPicture(std::function<QImage()> picture) { m_picture = std::move(picture); }
    bool hasPicture() const { return m_picture != nullptr; }

    /// `progressed` and then one of the three others follows.
    void record(FilmKind kind, const QString& target, int framesPerSecond);
    void cancel();
    bool isRecording() const { return m_recording; }
    int framesDone() const { return static_cast<int>(m_next); }
    int frameCount() const { return static_cast<int>(m_steps.size()); }

  Q_SIGNALS:
    void progressed();
    void finished(const QString& target);
    void cancelled();
    void failed(const attentarium::Error& error);

  private:
    void showNext();
    void takeWhenSettled();
    void write(const QImage& frame);
    void finish();
    /// Ends it, and shows again what was shown before.
    void end();
    /// Runs `job` on the thread and then, on this one, `behind`, unless the film was given up meanwhile.
    void enqueue(std::function<void(std::unique_ptr<FilmFile>&)> job, std::function<void()> behind);
    int indexOf(std::int64_t step) const;

    Session& m_session;
    std::function<QImage()> m_picture;
    QThread m_thread;
    QObject* m_place;                  ///< lives on the thread; jobs are invoked on it
    std::unique_ptr<FilmFile> m_film;  ///< on the thread only
    QTimer m_settling;
    bool m_recording = false;
    int m_take = 0;  ///< counts films, so that jobs of one that was given up can be told
    int m_run = 0;
    int m_quiet = 0;  ///< how often in a row nothing was being worked on
    int m_milliseconds = 0;
    QString m_target;
    std::vector<std::int64_t> m_steps;
    std::size_t m_next = 0;
    std::optional<std::int64_t> m_shownBefore;
};

}  // namespace attentarium
