#include "ui/explain/numbers.h"

#include <algorithm>
#include <cmath>

namespace attentarium {

QString shortNumber(double value) {
    if (std::isnan(value)) return QStringLiteral("NaN");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (value == 0) return QStringLiteral("0");
    const double size = std::abs(value);
    QString text;
    if (size >= 1e5 || size < 1e-4) {
        text = QString::number(value, 'e', 2);
    } else {
        // The digits after the point that make three significant ones; rounding may carry into another digit.
        const int lead = static_cast<int>(std::floor(std::log10(size) + 1e-12));
        text = QString::number(value, 'f', std::max(0, 2 - lead));
    }
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

QString fullNumber(double value) {
    return QString::number(value, 'g', 9);
}

QString percent(double share) {
    if (share > 0 && share < 0.01) return QStringLiteral("< 1 %");
    return QStringLiteral("%1 %").arg(std::lround(share * 100));
}

}  // namespace attentarium
