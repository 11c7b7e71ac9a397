#pragma once

#include <QWidget>
#include <memory>

#include "ui/session/gradient_study.h"
#include "ui/views/accessible_parts.h"

namespace attentarium {

/// How far the gradient of the last word's loss comes back in each model, on a logarithmic scale, and below it what it
/// amounts to, as a table. A step is pointed at, or reached by the arrows.
class GradientChart : public QWidget, public AccessibleTable {
    Q_OBJECT

  public:
    explicit GradientChart(QWidget* parent = nullptr);

    void show(std::shared_ptr<const GradientAnswer> answer, double clip);
    using QWidget::show;
    /// The step that is looked at, counted back from the last word; −1 for none.
    int lookedAt() const { return m_hovered >= 0 ? m_hovered : m_chosen; }
    void paint(QPainter& painter, const QRectF& area) const;
    /// Where a step lies, for those who point at it.
    QPoint placeOf(int back) const;

    // AccessibleTable.
    int tableRows() const override { return m_answer ? static_cast<int>(m_answer->curves.size()) : 0; }
    int tableColumns() const override { return 5; }
    QString rowName(int row) const override;
    QString columnName(int column) const override;
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int, int) const override { return false; }
    void chooseCell(int, int) override {}

    QSize sizeHint() const override { return {700, 320}; }
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    /// Another step is looked at.
    void pointed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Plan;
    Plan planIn(const QRectF& area) const;
    int stepAt(QPointF place) const;
    void paintCurves(QPainter& painter, const Plan& plan) const;
    void paintAxes(QPainter& painter, const Plan& plan) const;
    void paintTable(QPainter& painter, const Plan& plan) const;

    std::shared_ptr<const GradientAnswer> m_answer;
    double m_clip = 1;
    int m_hovered = -1, m_chosen = -1;
};

/// "RNN", "LSTM", "GRU".
QString nameOfFamily(Family family);
/// What became of the gradient in each model, in a sentence each.
QString sentenceOf(const GradientAnswer& answer);
/// What the models have at one step, counted back from the last word.
QString toldOfStep(const GradientAnswer& answer, int back);
QString csvOf(const GradientAnswer& answer);

}  // namespace attentarium
