#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

namespace attentarium::test {

/// Where Tab goes from the widget that has the focus, in order, until it comes to one for a second time.
std::vector<QWidget*> tabCycle(const std::function<void(QWidget&)>& arrived = [](QWidget&) {});

/// Each finds what is wrong in a window as it stands, described; empty when all is well.

/// Texts that are cut off by the edge of what shows them, or shortened where nothing tells the whole of them.
QStringList cutTexts(QWidget& window);
/// Texts without enough contrast to what is behind them: 4.5 : 1, or 3 : 1 for large type.
QStringList faintTexts(QWidget& window);
/// Widgets and items that take the keyboard and have no name for a screen reader; matrices that are no tables.
QStringList namelessThings(QWidget& window);
/// What can be clicked and neither takes the focus with Tab nor has keys of its own.
QStringList unreachableThings(QWidget& window);

/// What takes the focus with Tab and cannot be seen.
QStringList hiddenStops(QWidget& window);

/// Of two colours, as WCAG 2 has it: 1 to 21.
double contrast(const QColor& one, const QColor& other);

}  // namespace attentarium::test
