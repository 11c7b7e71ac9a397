#pragma once

#include <QWidget>
#include <vector>

namespace attentarium {

/// Shares before and after, one below the other: what was as an outline with hatching, what is as a full bar.
class EffectBars : public QWidget {
    Q_OBJECT

  public:
    struct Row {
        QString name;
        double before;
        double after;
    };

    using QWidget::QWidget;

    void show(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString numbersOf(const Row& row) const;
    int rowHeight() const;

    std::vector<Row> m_rows;
};

}  // namespace attentarium
