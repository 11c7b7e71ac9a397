#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;
class QTabBar;

namespace attentarium {

class FlatButton;
class GradientChart;
class GradientStudy;
class Session;

/// Gradients through time: how much of the last word's loss comes back to each earlier step in an RNN, an LSTM and a
/// GRU, with the length of the text, the spectral radius and the clip threshold to move.
class GradientsView : public QWidget {
    Q_OBJECT

  public:
    explicit GradientsView(Session& session, QWidget* parent = nullptr);
    ~GradientsView() override;

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const;

    GradientStudy& study() { return *m_study; }
    GradientChart& chart() { return *m_chart; }
    QString told() const;
    QString sentence() const;
    double clip() const;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void build();
    /// A slider with its name before it and its value behind it.
    QSlider* addSlider(const QString& name, int least, int most, QLabel*& title, QLabel*& value, QLayout& row);
    void ask();
    void showAnswer();
    void showValues();
    void tell();
    void retranslate();

    GradientStudy* m_study;
    QTabBar* m_weights;
    QLabel *m_seedName, *m_stepsName, *m_radiusName, *m_clipName;
    QLabel *m_stepsValue, *m_radiusValue, *m_clipValue;
    QSpinBox* m_seed;
    QSlider *m_steps, *m_radius, *m_clip;
    FlatButton* m_own;
    QLabel* m_sentence;
    QLabel* m_note;
    GradientChart* m_chart;
    QLabel* m_told;
};

}  // namespace attentarium
