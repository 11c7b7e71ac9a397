#pragma once

#include <QStringList>
#include <QWidget>

namespace attentarium::test {

/// Every text of the widget and of all in it that a user reads or hears: titles, labels, tooltips, names for the
/// screen reader, entries of lists and menus.
QStringList textsOf(const QWidget& widget);

/// Those of the visible widgets whose text does not fit into them, described; empty when all is well.
QStringList clippedTexts(const QWidget& widget);

}  // namespace attentarium::test
