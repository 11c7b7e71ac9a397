#pragma once

#include <QLineEdit>

namespace attentarium {

/// A field for one word or more. It hands them over when they are complete: on Enter, on leaving it, on a space that
/// no input method wants, and where asked also with every text that an input method commits, or every character.
class WordEdit : public QLineEdit {
    Q_OBJECT

  public:
    enum class Completes {
        AtSpace,      ///< words are parted by spaces
        AtCommit,     ///< a text from an input method is whole
        AtCharacter,  ///< every character is a token, spaces too
        AtEnter,
    };

    explicit WordEdit(QWidget* parent = nullptr);
    void setCompletes(Completes completes) { m_completes = completes; }
    /// Begins with `word`, all of it selected.
    void begin(const QString& word);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    void completed(const QString& text);
    void cancelled();
    /// Backspace or an arrow to the left where there is nothing to its left.
    void leftAsked();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void complete();

    Completes m_completes = Completes::AtSpace;
    bool m_composing = false;
    bool m_handingOver = false;
};

}  // namespace attentarium
