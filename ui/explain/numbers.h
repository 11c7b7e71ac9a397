#pragma once

#include <QString>

namespace attentarium {

/// Three significant digits with a true minus sign, as on every label: `−0.0412`, `12.3`, `1.20e−6`, `−∞`.
QString shortNumber(double value);
/// Every digit that the float has, for tooltips and copying; a plain hyphen, so that a spreadsheet reads it.
QString fullNumber(double value);
/// A share as a whole percentage, `61 %`; below one per cent `< 1 %`.
QString percent(double share);

}  // namespace attentarium
