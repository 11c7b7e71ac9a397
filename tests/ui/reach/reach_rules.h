#pragma once

#include <QStringList>
#include <QWidget>

namespace attentarium::test {

/// Each finds what is wrong in a window as it stands, described; empty when all is well.

/// Texts that are cut off by the edge of what shows them, or shortened where nothing tells the whole of them.
QStringList cutTexts(QWidget& window);
/// Texts without enough contrast to what is behind them: 4.5 : 1, or 3 : 1 for large type.
QStringList faintTexts(QWidget& window);
/// Widgets and items that take the keyboard and have no name for a screen reader; matrices that are no tables.
QStringList namelessThings(QWidget& window);
/// What can be clicked and neither takes the focus with Tab nor has keys of its own.
QStringList unreachableThings(QWidget& window);

/// Of two colours, as WCAG 2 has it: 1 to 21.
double contrast(const QColor& one, const QColor& other);

}  // namespace attentarium::test
