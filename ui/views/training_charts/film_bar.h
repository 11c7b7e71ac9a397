#pragma once

#include <QWidget>

#include "ui/views/training_charts/film_recorder.h"

class QLabel;
class QProgressBar;

namespace attentarium {

class FlatButton;

/// How far a film is, with Cancel; afterwards where it was saved, or why it was not.
class FilmBar : public QWidget {
    Q_OBJECT

  public:
    explicit FilmBar(FilmRecorder& recorder, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showProgress();
    void say(const QString& words);

    FilmRecorder& m_recorder;
    QProgressBar* m_progress;
    QLabel* m_words;
    FlatButton* m_button;
};

}  // namespace attentarium
