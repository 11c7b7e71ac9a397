#pragma once

#include <QWidget>

#include "ui/views/walked_steps.h"
#include "ui/views/word_vectors/lookup_picture.h"

class QLabel;
class QLineEdit;
class QPainter;
class QTabBar;

namespace attentarium {

class ElidedLabel;
class FigureSheet;
class FlatButton;
class SecondSentence;
class Session;
class VectorFigure;
class WordWalkBar;

/// How a word becomes a vector, and what happens to it: the look-up as a product, and the vector after every stage of
/// the model, beside the same word in a second sentence.
class LookupView : public QWidget {
    Q_OBJECT

  public:
    explicit LookupView(Session& session, QWidget* parent = nullptr);
    ~LookupView() override;

    enum class Form { Product, Stages };
    Form form() const;
    void showForm(Form form);

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const { return !m_picture.isEmpty(); }
    bool isBusy() const;
    WalkedSteps& steps();

    const LookupPicture& picture() const { return m_picture; }
    VectorFigure& figure() { return *m_figure; }
    SecondSentence& second() { return *m_second; }
    WordWalkBar& bar() { return *m_bar; }

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();
    void showPlace();
    void draw(FigureSheet& sheet);
    void retranslate();
    QString remark() const;

    Session& m_session;
    SecondSentence* m_second;
    QTabBar* m_forms;
    QLabel* m_secondName;
    QLineEdit* m_secondLine;
    QLabel* m_remark;
    FlatButton* m_open;
    VectorFigure* m_figure;
    ElidedLabel* m_told;
    WordWalkBar* m_bar;
    LookupPicture m_picture;
    int m_feature = 0;
    int m_stage = 0;
};

}  // namespace attentarium
