#pragma once

#include <QAbstractScrollArea>
#include <optional>

#include "ui/views/accessible_parts.h"
#include "ui/views/attention/attention_reading.h"

namespace attentarium {

/// Attention as lines between words: queries on the left, keys on the right, a line as strong as its weight. A word
/// under the pointer, or chosen with the keyboard, leaves its lines alone and prints their weights.
class LinesView : public QAbstractScrollArea, public AccessibleItems {
    Q_OBJECT

  public:
    explicit LinesView(AttentionChoices& choices, QWidget* parent = nullptr);

    /// The whole, for a file.
    void paintAll(QPainter& painter, const QRectF& area) const;
    QSizeF sizeOfAll() const;
    /// How many lines the picture has, and how many were left out because there would be too many to see.
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    int leftOut() const { return m_leftOut; }

    // For a screen reader: the words of the left side, then those of the right.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override { return m_word == item; }
    bool isItemFocused(int item) const override { return hasFocus() && m_word == item; }
    void pressItem(int item) override;

  Q_SIGNALS:
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    struct Line {
        int head = 0;  ///< −1 where heads are mixed
        int row = 0;
        int column = 0;
        float weight = 0;
    };

    void refresh();
    void collect();
    void layOut();
    double lineHeight() const;
    /// The item at a place; none between the words.
    std::optional<int> itemAt(QPoint place) const;
    std::optional<int> shownWord() const { return m_hovered ? m_hovered : m_word; }
    bool belongs(const Line& line, std::optional<int> word) const;
    void paintOn(QPainter& painter, const QRectF& area, double top, std::optional<int> word) const;
    void tell();

    AttentionChoices& m_choices;
    AttentionPicture m_picture;
    std::vector<Line> m_lines;
    int m_leftOut = 0;
    std::optional<int> m_word, m_hovered;
};

}  // namespace attentarium
