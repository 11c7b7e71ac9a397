#include "ui/explain/numbers.h"

#include <algorithm>
#include <cmath>

namespace attentarium {

QString shortNumber(double value) {
    if (std::isnan(value)) return QStringLiteral("NaN");
    if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (value == 0) return QStringLiteral("0");
    // Rounded to three digits first, since 0.09999 is 0.100 and no longer begins with the hundredths.
    const QString scientific = QString::number(value, 'e', 2);
    const int lead = scientific.mid(scientific.indexOf(QLatin1Char('e')) + 1).toInt();
    QString text = lead >= 5 || lead < -4 ? scientific : QString::number(value, 'f', std::max(0, 2 - lead));
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
