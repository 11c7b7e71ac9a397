#pragma once

#include <QWidget>
#include <memory>

#include "ui/session/comparison_study.h"
#include "ui/views/accessible_parts.h"

namespace attentarium {

/// The same sentence in several models: a row for each, a column for each word, with the likeliest next words and the
/// loss of the one that came.
class ComparisonTable : public QWidget, public AccessibleTable {
    Q_OBJECT

  public:
    explicit ComparisonTable(QWidget* parent = nullptr);

    void show(std::shared_ptr<const Comparison> comparison);
    using QWidget::show;
    /// What the table may fill before it is to be scrolled.
    void setRoom(QSizeF room);
    /// What is pointed at, else what was chosen, in words; empty where neither is.
    QString told() const;
    /// `left`: where the names of the models stand, so that they stay in sight.
    void paint(QPainter& painter, QSizeF room, double left = 0) const;
    QSizeF sizeIn(QSizeF room) const;
    /// The word that is marked; −1 for none.
    void markWord(int word);

    // AccessibleTable.
    int tableRows() const override { return m_comparison ? static_cast<int>(m_comparison->models.size()) : 0; }
    int tableColumns() const override { return m_comparison ? static_cast<int>(m_comparison->words.size()) : 0; }
    QString rowName(int row) const override { return m_comparison->models[static_cast<std::size_t>(row)].name; }
    QString columnName(int column) const override { return m_comparison->words[column]; }
    QString cellText(int row, int column) const override;
    QRect cellRect(int row, int column) const override;
    bool isCellChosen(int row, int column) const override { return row == m_row && column == m_word; }
    void chooseCell(int row, int column) override;

    QSize minimumSizeHint() const override { return {320, 200}; }

  Q_SIGNALS:
    void pointed();
    /// A word was chosen.
    void wordChosen(int word);
    /// The keyboard has come here.
    void reached(const QRect& place);

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
    /// What stands under the name of a model.
    static QStringList headOf(const ComparedModel& model);
    Plan planIn(QSizeF room) const;
    void layOut();
    void paintModel(QPainter& painter, const Plan& plan, int row, double left) const;
    void paintCell(QPainter& painter, const Plan& plan, int row, int word) const;
    std::pair<int, int> placeAt(QPointF place) const;

    std::shared_ptr<const Comparison> m_comparison;
    QSizeF m_room{700, 360};
    QSizeF m_planned{700, 360};  ///< the room without scroll bars
    int m_row = -1, m_word = -1;
    int m_hoveredRow = -1, m_hoveredWord = -1;
};

/// Which model the sentence surprised least and most, and where they differ most.
QString sentenceOf(const Comparison& comparison);
/// Why there is nothing to compare, and what to do.
QString problemOf(const Comparison& comparison);
QString csvOf(const Comparison& comparison);

}  // namespace attentarium
