#pragma once

#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;

namespace attentarium {

/// Asks for one number: Enter takes it, Esc gives up, the arrows make it a tenth larger or smaller.
class NumberField : public QWidget {
    Q_OBJECT

  public:
    explicit NumberField(QWidget* parent = nullptr);

    enum class Accepts {
        Any,
        AboveZero,
    };

    void ask(const QString& question, double now, Accepts accepts);
    /// The number as it is typed; none where it is no number, too large for a float, or not accepted.
    std::optional<double> number() const;

  Q_SIGNALS:
    void entered(double number);
    void cancelled();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void showHint();
    void nudge(int direction);
    void takeNumber();

    QLabel* m_question;
    QLineEdit* m_line;
    QLabel* m_hint;
    Accepts m_accepts = Accepts::Any;
};

}  // namespace attentarium
