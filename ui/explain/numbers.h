#pragma once

#include <QString>

namespace attentarium {

/// Three significant digits with a true minus sign, as on every label: `−0.0412`, `12.3`, `1.20e−6`, `−∞`.
QString shortNumber(double value);
/// Every digit that the float has, for tooltips and copying; a plain hyphen, so that a spreadsheet reads it.
QString fullNumber(double value);
/// As printed in a cell: two digits, no zero before the point: `.58`, `−1.2`. With `exponent`, in units of its power of
/// ten.
QString cellNumber(double value, int exponent = 0);
/// 0, or the power of ten that makes numbers up to `limit` printable in two digits.
int cellExponent(double limit);
/// A share as a whole percentage, `61 %`; below one per cent `< 1 %`.
QString percent(double share);

}  // namespace attentarium
