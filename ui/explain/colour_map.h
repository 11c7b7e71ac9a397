#pragma once

#include <QColor>
#include <array>

namespace attentarium {

// How numbers become colours, the same in every heatmap. All follow the theme in force.

/// For signed values: blue above zero, orange below, symmetric about it; at exact zero white, or in a dark theme the
/// neutral dark. Beyond ±`limit` the colour stays; what is not a number is grey.
QRgb diverging(double value, double limit);
/// For shares from 0 to 1: from white (or the neutral dark) to `hue`.
QRgb sequential(double share, const QColor& hue);
/// The same for 256 shares from 0 to 1, where a picture has many.
std::array<QRgb, 256> sequentialTable(const QColor& hue);
/// Black or white, whichever can be read on `background`.
QColor inkOn(QRgb background);
/// `colour` moved towards `background`: 0 leaves it, 1 hides it.
QColor faded(const QColor& colour, const QColor& background, double amount);

}  // namespace attentarium
