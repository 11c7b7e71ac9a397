#pragma once

#include <QRectF>
#include <QWidget>
#include <functional>
#include <utility>
#include <vector>

#include "ui/views/accessible_parts.h"
#include "ui/views/tokens/token_pieces.h"

namespace attentarium {

/// A text as chips, each with its id below: a widget as high as its width asks for. Bytes that are no whole characters
/// stand below the characters that they are together. Arrows move among the chips, Return chooses one; where else its
/// token stands is marked.
class TokenField : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    explicit TokenField(QWidget* parent = nullptr);

    void show(TokenPieces pieces);
    using QWidget::show;
    const std::vector<TokenPiece>& pieces() const { return m_all.pieces; }
    /// Outlines each place where the two stand side by side within a word; nothing where they are empty.
    void outline(const std::string& left, const std::string& right);
    int outlined() const { return static_cast<int>(m_outlined.size()); }
    /// −1 for none.
    int chosen() const { return m_chosen; }
    void choose(int piece);
    /// What is said of a piece, on hover and to a screen reader.
    void setDescription(std::function<QString(const TokenPiece&)> describe) { m_describe = std::move(describe); }

    QRect rectOf(int piece) const { return m_rects[static_cast<std::size_t>(piece)].toAlignedRect(); }
    int pieceAt(const QPointF& place) const;

    // AccessibleItems.
    int itemCount() const override { return static_cast<int>(m_all.pieces.size()); }
    QString itemName(int item) const override;
    QRect itemRect(int item) const override { return rectOf(item); }
    bool isItemChosen(int item) const override { return item == m_chosen; }
    bool isItemFocused(int item) const override { return hasFocus() && item == m_current; }
    void pressItem(int item) override { choose(item); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  Q_SIGNALS:
    void chosenChanged(int piece);
    /// The keyboard has come to a chip.
    void reached(const QRect& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    double layOut(double width, std::vector<QRectF>* rects) const;
    void measure();
    double bandHeight() const;
    double boxHeight() const;
    double lineHeight() const;
    QFont idFont() const;
    void paintPiece(QPainter& painter, int piece) const;
    void paintGroup(QPainter& painter, const PieceGroup& group) const;
    bool isSame(const TokenPiece& piece) const;
    void moveTo(int piece);
    int beside(int direction) const;

    TokenPieces m_all;
    std::vector<QRectF> m_rects;
    std::vector<int> m_outlined;  ///< the left one of each pair
    bool m_hasBand = false;
    int m_chosen = -1;
    int m_current = 0;  ///< where the keyboard is
    std::function<QString(const TokenPiece&)> m_describe;
    std::vector<double> m_widths;  ///< of the pieces
};

}  // namespace attentarium
