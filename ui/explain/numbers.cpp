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

int cellExponent(double limit) {
    if (!(limit > 0) || (limit >= 0.1 && limit < 1000)) return 0;
    return static_cast<int>(std::floor(std::log10(limit)));
}

QString cellNumber(double value, int exponent) {
    if (std::isinf(value)) return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    const double scaled = value / std::pow(10, exponent);
    const double size = std::abs(scaled);
    // Rounded first, so that .997 becomes 1 and not 1.00 or .100.
    QString text = QString::number(size, 'f', size < 0.995 ? 2 : size < 9.95 ? 1 : 0);
    if (text.startsWith(QLatin1String("0."))) text.remove(0, 1);
    if (text == QLatin1String(".00")) return QStringLiteral("0");
    if (text.endsWith(QLatin1String(".0"))) text.chop(2);
    return scaled < 0 ? QStringLiteral("−") + text : text;
}

QString percent(double share) {
    if (share > 0 && share < 0.01) return QStringLiteral("< 1 %");
    return QStringLiteral("%1 %").arg(std::lround(share * 100));
}

}  // namespace attentarium
