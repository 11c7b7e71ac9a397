#include "ui/explain/colour_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr int kSteps = 255;
/// Below 1, so that small values can be told from zero on a projector.
constexpr double kGamma = 0.8;

struct Ends {
    QColor positive;
    QColor negative;
    QColor zero;
};

Ends endsOf(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return {QColor(0x0b5aa5), QColor(0xc75300), QColor(0xffffff)};
        case ThemeKind::Dark:
            return {QColor(0x6fc3ff), QColor(0xffa04a), QColor(0x252a31)};
        case ThemeKind::HighContrast:
            return {QColor(0x7fd0ff), QColor(0xffb060), QColor(0x101010)};
    }
    return {};
}

QRgb between(const QColor& from, const QColor& to, double share) {
    const auto mixed = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return qRgb(mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue()));
}

/// Every colour of the diverging map, from −1 over 0 (in the middle) to +1: matrices have thousands of cells.
const std::array<QRgb, 2 * kSteps + 1>& table() {
    static std::array<QRgb, 2 * kSteps + 1> colours;
    static std::optional<ThemeKind> made;
    if (made != theme().kind) {
        made = theme().kind;
        const Ends ends = endsOf(*made);
        for (int i = -kSteps; i <= kSteps; ++i) {
            const double share = std::pow(std::abs(i) / static_cast<double>(kSteps), kGamma);
            colours[static_cast<std::size_t>(i + kSteps)] =
                between(ends.zero, i < 0 ? ends.negative : ends.positive, share);
        }
    }
    return colours;
}

}  // namespace

QRgb diverging(double value, double limit) {
    if (std::isnan(value)) return theme().mutedInk.rgb();
    const double share = value == 0 || !(limit > 0) ? 0 : std::clamp(value / limit, -1.0, 1.0);
    auto step = static_cast<int>(std::lround(share * kSteps));
    // The colour of zero is zero's alone.
    if (step == 0 && share != 0) step = share > 0 ? 1 : -1;
    return table()[static_cast<std::size_t>(step + kSteps)];
}

QRgb sequential(double share, const QColor& hue) {
    if (std::isnan(share)) return theme().mutedInk.rgb();
    return between(endsOf(theme().kind).zero, hue, std::pow(std::clamp(share, 0.0, 1.0), kGamma));
}

std::array<QRgb, 256> sequentialTable(const QColor& hue) {
    std::array<QRgb, 256> colours;
    for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = sequential(static_cast<double>(i) / 255, hue);
    return colours;
}

QColor inkOn(QRgb background) {
    const double light = 0.299 * qRed(background) + 0.587 * qGreen(background) + 0.114 * qBlue(background);
    return light > 140 ? QColor(0x1c2430) : QColor(Qt::white);
}

QColor faded(const QColor& colour, const QColor& background, double amount) {
    return QColor::fromRgb(between(colour, background, amount));
}

}  // namespace attentarium
