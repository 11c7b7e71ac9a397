#pragma once

#include <QWidget>

namespace attentarium {

class AnswerStudy;
struct RightByLength;

/// The share of questions answered wholly right, by the tokens of the question: one line for the open model and one for
/// what it is compared with.
class LengthChart : public QWidget {
    Q_OBJECT

  public:
    explicit LengthChart(AnswerStudy& study, QWidget* parent = nullptr);

    void paintInto(QPainter& painter, const QRectF& area) const;
    /// "open model, with attention"
    static QString titleOf(const RightByLength& curve);

    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {240, fontMetrics().height() * 8}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QRectF plotIn(const QRectF& area) const;
    void describe();
    QString tellAt(const QPointF& place) const;
    int shortest() const;
    int longest() const;

    AnswerStudy& m_study;
};

}  // namespace attentarium
