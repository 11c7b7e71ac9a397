#pragma once

#include <QWidget>

#include "ui/views/walked_steps.h"
#include "ui/views/word_vectors/pair_picture.h"

class QComboBox;
class QLabel;
class QPainter;
class QSpinBox;
class QTabBar;

namespace attentarium {

class ElidedLabel;
class FigureSheet;
class FlatButton;
class Session;
class VectorFigure;
class WordWalkBar;

/// word2vec as it trains: one pair step by step, and running, with the words moving on their map.
class Word2VecView : public QWidget, public WalkedSteps {
    Q_OBJECT

  public:
    explicit Word2VecView(Session& session, QWidget* parent = nullptr);

    enum class Form { Pair, Run };
    Form form() const;
    void showForm(Form form);

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const { return m_study->isBusy(); }
    WalkedSteps& steps() { return *this; }

    void goToFirst() override;
    void stepBack() override;
    void playOrPause() override;
    void stepForward() override;
    void goToLast() override;

    Word2VecStudy& study() { return *m_study; }
    const PairPicture& picture() const { return m_picture; }
    VectorFigure& figure() { return *m_figure; }
    WordWalkBar& bar() { return *m_bar; }
    int stage() const;
    int pair() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Number {
        QLabel* name = nullptr;
        QSpinBox* box = nullptr;
    };

    void choose();
    void refresh();
    void showPlace();
    void showRun();
    void draw(FigureSheet& sheet);
    void retranslate();

    Word2VecStudy* m_study;
    QTabBar* m_forms;
    QLabel *m_kindName, *m_textName;
    QComboBox *m_kind, *m_text;
    Number m_width, m_window, m_negatives, m_seed;
    QLabel* m_remark;
    FlatButton *m_run, *m_step, *m_reset;
    VectorFigure* m_figure;
    ElidedLabel* m_told;
    QWidget* m_runBar;
    WordWalkBar* m_bar;
    PairPicture m_picture;
};

}  // namespace attentarium
