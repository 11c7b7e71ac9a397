#pragma once

#include <QFrame>
#include <QString>
#include <QTimer>
#include <functional>

class QLabel;
class QToolButton;

namespace attentarium {

/// One message below the top bar, dismissed by its button or Escape; a later one takes its place. Nothing else waits
/// for it.
class MessageBar : public QFrame {
    Q_OBJECT

  public:
    explicit MessageBar(QWidget* parent = nullptr);

    enum class Kind {
        Problem,
        Done,  ///< goes away by itself
    };

    /// `sentence` is asked again when the language changes.
    void show(Kind kind, std::function<QString()> sentence);
    void dismiss();
    /// Empty when there is none.
    QString message() const;

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void retranslate();
    void recolour();

    QLabel* m_sign;
    QLabel* m_text;
    QToolButton* m_close;
    std::function<QString()> m_sentence;
    Kind m_kind = Kind::Problem;
    QTimer m_timer;
};

}  // namespace attentarium
