#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;

namespace attentarium {

class ElidedLabel;
class FlatButton;
class GoalForm;
class LiveSettings;
class Session;
class Training;

/// Drives the current run: reset, run and pause, one step, one epoch, until a goal; how far it is, and what can be
/// changed meanwhile. Where something else was set up since, running begins a run of that.
class RunBar : public QWidget {
    Q_OBJECT

  public:
    explicit RunBar(Session& session, QWidget* parent = nullptr);

    void runOrPause();
    void stepOnce();
    void runEpoch();
    void reset();
    void askUntil();
    /// What the first button would do now: whether it begins a new run.
    bool beginsAnew() const;

  Q_SIGNALS:
    /// A run goes on, by whichever way.
    void started();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    FlatButton* button(const char* name);
    void build();
    void retranslate();
    void refresh();
    void showProgress();
    QString progressWords() const;
    /// Before the run goes on: what was set up since is begun.
    void takeUp();

    Training& m_training;
    FlatButton* m_reset;
    FlatButton* m_run;
    FlatButton* m_step;
    FlatButton* m_epoch;
    FlatButton* m_until;
    FlatButton* m_change;
    GoalForm* m_goal;
    QProgressBar* m_progress;
    ElidedLabel* m_words;
    QLabel* m_note;
    QCheckBox* m_watched;
    LiveSettings* m_live;
    bool m_setupIsNew = false;  ///< whether something else was set up since the current run became that
};

}  // namespace attentarium
