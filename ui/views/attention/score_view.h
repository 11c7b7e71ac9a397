#pragma once

#include <QAbstractScrollArea>

#include "ui/views/accessible_parts.h"
#include "ui/views/attention/attention_reading.h"

namespace attentarium {

/// Which dimensions make a score: the two vectors that are multiplied, their products, the sum as it grows, and what
/// becomes of it on the way to the weight. All of it is the explanation that the score's own op gives.
class ScoreView : public QAbstractScrollArea, public AccessibleTable {
    Q_OBJECT

  public:
    explicit ScoreView(AttentionChoices& choices, QWidget* parent = nullptr);

    const Explanation& explanation() const { return m_why; }
    /// "Q · Kᵀ = 9.68   ÷ √d = 2.42   softmax = 0.58".
    QString road() const { return m_road; }
    QString heading() const { return m_heading; }
    QSizeF sizeOfAll() const;
    void paintAll(QPainter& painter, const QRectF& area) const;

    // For a screen reader: a row for each dimension.
    int tableRows() const override { return static_cast<int>(m_why.terms.size()); }
    int tableColumns() const override { return 4; }
    QString rowName(int row) const override;
    QString columnName(int column) const override;
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int) const override { return row == m_chosen; }
    void chooseCell(int row, int column) override;

  Q_SIGNALS:
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void refresh();
    void layOut();
    double barWidth(double width) const;
    double laneHeight(double height) const;
    double lanesTop() const;
    double labelWidth() const;
    double number(int term, int lane) const;
    int termAt(QPoint place) const;
    void paintOn(QPainter& painter, const QRectF& area, double left, double bar, int marked) const;
    void paintLane(QPainter& painter, const QRectF& lane, int number, double bar, int marked) const;
    QString roadOf(int row, int column) const;
    void tell();
    void walk(int to);

    AttentionChoices& m_choices;
    Explanation m_why;
    std::vector<double> m_running;  ///< the sum after each term
    QString m_heading, m_road;
    QStringList m_lanes;
    int m_chosen = -1, m_hovered = -1;
};

}  // namespace attentarium
