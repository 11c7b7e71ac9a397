#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "ui/views/training_charts/film_file.h"

class QComboBox;

namespace attentarium {

class BranchForm;
class ElidedLabel;
class FilmBar;
class FilmRecorder;
class FlatButton;
class MomentScrubber;
class Session;

/// Goes back and forth in the training of the current run: what is chosen here, all workspaces show. Learning plays as
/// a film, which can be saved, and a new run can go on from any moment.
class TimeMachine : public QWidget {
    Q_OBJECT

  public:
    explicit TimeMachine(Session& session, QWidget* parent = nullptr);

    /// What a film shows: the picture in the middle of the window at the moment that everything shows. Without one no
    /// film can be saved.
    void setPicture(std::function<QImage()> picture);
    /// As from the menu, once it is known where to.
    void saveFilm(FilmKind kind, const QString& target);
    FilmRecorder& recorder() { return *m_recorder; }
    bool isPlaying() const { return m_ticks.isActive(); }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void connectAll();
    void retranslate();
    void showRun();
    void showMemory();
    void togglePlaying();
    void stop();
    void playOn();
    void askToBranch();
    void askForFilm(FilmKind kind);
    void chooseBudget();
    int momentsPerSecond() const;

    Session& m_session;
    FilmRecorder* m_recorder;
    QTimer m_ticks;
    MomentScrubber* m_scrubber;
    FlatButton *m_first, *m_back, *m_play, *m_forward, *m_latest;
    ElidedLabel* m_place;
    QComboBox* m_speed;
    FlatButton *m_follow, *m_branch, *m_film, *m_memory;
    BranchForm* m_form;
    FilmBar* m_filmBar;
};

}  // namespace attentarium
