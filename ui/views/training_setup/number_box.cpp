#include "ui/views/training_setup/number_box.h"

#include <QApplication>
#include <QEvent>
#include <algorithm>
#include <cmath>

namespace attentarium {
namespace {

/// Enough for any setting, and what a double holds.
constexpr int kDecimals = 14;
constexpr int kDigits = 6;

class WheelKeeper : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
        event->ignore();
        return true;
    }
};

}  // namespace

NumberBox::NumberBox(QWidget* parent) : QDoubleSpinBox(parent) {
    setDecimals(kDecimals);
    setKeyboardTracking(false);
}

QString NumberBox::textFromValue(double value) const {
    return QString::number(value, 'g', kDigits);
}

double NumberBox::valueFromText(const QString& text) const {
    return text.trimmed().toDouble();
}

QValidator::State NumberBox::validate(QString& text, int&) const {
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    if (isNumber) return value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
    const bool begun =
        std::ranges::all_of(text, [](QChar c) { return c.isDigit() || QStringLiteral(" .eE+-").contains(c); });
    return begun ? QValidator::Intermediate : QValidator::Invalid;
}

void NumberBox::stepBy(int steps) {
    double now = value();
    for (int left = std::abs(steps); left > 0; --left) {
        const bool up = steps > 0;
        // From zero on, what is worth trying: a twentieth of a share, a ten-thousandth of anything else.
        const double least = maximum() <= 1 ? 0.05 : 1e-4;
        if (now <= 0) {
            now = up ? least : 0;
            continue;
        }
        double digit = std::pow(10.0, std::floor(std::log10(now) + 1e-9));
        if (!up && now <= digit * (1 + 1e-9)) digit /= 10;
        now = (std::round(now / digit) + (up ? 1 : -1)) * digit;
    }
    setValue(now);
}

void keepWheelForThePage(QWidget& field) {
    field.setFocusPolicy(Qt::StrongFocus);
    field.installEventFilter(new WheelKeeper(&field));
}

void enterWhatIsTyped() {
    if (auto* const box = qobject_cast<QAbstractSpinBox*>(QApplication::focusWidget())) box->interpretText();
}

}  // namespace attentarium
