#pragma once

#include <QAbstractButton>
#include <optional>

namespace attentarium {

/// One word of the sentence with its id below. A word that the model does not know is hatched and bears a sign.
class TokenChip : public QAbstractButton {
    Q_OBJECT

  public:
    explicit TokenChip(QWidget* parent = nullptr);

    /// What a chip stands for besides its word.
    enum class Role {
        Word,
        Source,  ///< what an encoder reads: square corners and a line below
        Arrow,   ///< between a source and its answer
        Hidden,  ///< the word that the model has to tell: a dashed frame
        Answer,  ///< the model's own: a dashed frame, in italics; it cannot be changed
    };

    void show(const QString& word, std::optional<int> id, Role role = Role::Word);
    Role role() const { return m_role; }
    void setSelected(bool selected);
    bool isSelected() const { return m_selected; }
    bool isKnown() const { return m_id.has_value() || m_role == Role::Arrow; }
    /// The box with the word, without the id below.
    QRect box() const;
    /// The height of a chip in this font.
    static int heightFor(const QFont& font);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    /// Clicked while another thing had the focus; a click on the focused chip asks to edit it.
    void chosen();
    void editAsked();
    /// A character was typed on the chip: the word begins anew with it.
    void typed(const QString& text);
    void removeAsked();
    /// To the neighbour that many places further, or with a large number to the end.
    void moveAsked(int places);
    /// The word itself is to go that many places further.
    void wordMoveAsked(int places);
    /// Dragged to a place of the strip, in the coordinates of its parent.
    void droppedAt(const QPoint& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QString shownWord() const;
    void retranslate();
    QFont idFont() const;

    QString captionBelow() const;
    /// Whether it is a word of the sentence that can go elsewhere.
    bool isMovable() const { return m_role != Role::Answer && m_role != Role::Arrow; }

    QPoint m_pressed;
    bool m_dragged = false;
    std::optional<int> m_id;
    Role m_role = Role::Word;
    bool m_selected = false;
    bool m_focusedByThisClick = false;
};

}  // namespace attentarium
