#pragma once

#include <QDoubleSpinBox>
#include <QString>

namespace attentarium {

/// A spin box for numbers of any size: it writes them as short as they are, `0.001` or `1e-8`, and one press of an
/// arrow moves the first digit.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

  public:
    explicit NumberBox(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& place) const override;
    void stepBy(int steps) override;
};

/// So that the wheel, meant for the page, changes no number that happens to lie under it.
void keepWheelForThePage(QWidget& field);
/// Takes over what is typed and not yet entered in the field that has the keyboard.
void enterWhatIsTyped();

}  // namespace attentarium
