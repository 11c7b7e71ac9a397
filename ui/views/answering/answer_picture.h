#pragma once

#include <QWidget>
#include <optional>

#include "ui/views/accessible_parts.h"
#include "ui/views/answering/answer_reading.h"

namespace attentarium {

class AnswerStudy;
class Session;

/// Encoder and decoder as two rows of steps: words, states, the vector between them, what each step writes, and where
/// it looks back. Below, the alignment as it builds up, a row for each step. A step or a word can be chosen.
class AnswerPicture : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    AnswerPicture(Session& session, AnswerStudy& study, QWidget* parent = nullptr);

    void show(std::optional<AnswerReading> reading);
    using QWidget::show;
    const std::optional<AnswerReading>& reading() const { return m_reading; }

    /// The whole of it.
    void paintInto(QPainter& painter) const;
    QSizeF wholeSize() const;

    // AccessibleItems: the words of the source, then the steps of the decoder.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override;
    bool isItemFocused(int item) const override { return hasFocus() && item == m_current; }
    void pressItem(int item) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    void reached(const QRect& place);
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Place {
        double left = 0, width = 0;
    };

    void measure();
    int shownSteps() const;
    QString writtenAt(int step) const;
    QRectF encoderRect(int word) const;
    QRectF decoderRect(int step) const;
    QRectF startRect() const;
    QRectF cellRect(int step, int word) const;
    double chip() const;
    double stripHeight() const;
    double encoderTop() const;
    double decoderTop() const;
    double matrixTop() const;
    QString tellAt(const QPointF& place) const;
    QString nameOfWord(int word) const;
    QString nameOfStep(int step) const;
    void moveTo(int item);
    void paintStrip(QPainter& painter, const QRectF& rect, std::span<const float> values) const;
    void paintChip(QPainter& painter, const QRectF& rect, const QString& text, bool isChosen) const;
    void paintEncoder(QPainter& painter) const;
    void paintStart(QPainter& painter) const;
    void paintLooks(QPainter& painter) const;
    void paintDecoder(QPainter& painter) const;
    void paintMatrix(QPainter& painter) const;

    Session& m_session;
    AnswerStudy& m_study;
    std::optional<AnswerReading> m_reading;
    std::vector<Place> m_words, m_steps;
    double m_side = 0;  ///< room for what stands left of the rows
    int m_current = 0;
    int m_lastStep = 0;
};

}  // namespace attentarium
