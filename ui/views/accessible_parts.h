#pragma once

#include <QRect>
#include <QString>

namespace attentarium {

/// A painted widget that is a table of numbers. It inherits this beside QWidget, and a screen reader finds its cells.
class AccessibleTable {
  public:
    virtual ~AccessibleTable() = default;

    virtual int tableRows() const = 0;
    virtual int tableColumns() const = 0;
    virtual QString rowName(int row) const = 0;
    virtual QString columnName(int column) const = 0;
    virtual QString cellText(int row, int column) const = 0;
    /// In the widget's own places; empty where it is scrolled away.
    virtual QRect cellRect(int row, int column) const = 0;
    virtual bool isCellChosen(int row, int column) const = 0;
    virtual void chooseCell(int row, int column) = 0;
};

/// A painted widget that has things in it to press.
class AccessibleItems {
  public:
    virtual ~AccessibleItems() = default;

    virtual int itemCount() const = 0;
    virtual QString itemName(int item) const = 0;
    virtual QRect itemRect(int item) const = 0;
    virtual bool isItemChosen(int item) const = 0;
    virtual bool isItemFocused(int item) const = 0;
    virtual void pressItem(int item) = 0;
};

/// Makes both known to Qt; to be called by each such widget, as often as there are any.
void installAccessibleParts();

}  // namespace attentarium
