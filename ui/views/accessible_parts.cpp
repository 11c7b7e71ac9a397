#include "ui/views/accessible_parts.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <QWidget>
#include <algorithm>
#include <map>

namespace attentarium {
namespace {

QRect onScreen(const QWidget& widget, const QRect& part) {
    return part.isEmpty() ? QRect() : QRect(widget.mapToGlobal(part.topLeft()), part.size());
}

/// What a part of a painted widget has in common with others: a name, a place, a state, and a press.
class PartAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
  public:
    PartAccessible(QWidget& widget, int index) : m_widget(&widget), m_index(index) {}

    bool isValid() const override { return m_widget != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return m_widget ? QAccessible::queryAccessibleInterface(m_widget.data()) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    int index() const { return m_index; }

  protected:
    template <typename Kind>
    Kind* as() const {
        return dynamic_cast<Kind*>(m_widget.data());
    }
    QRect shown(const QRect& part) const { return m_widget ? onScreen(*m_widget, part) : QRect(); }

  private:
    QPointer<QWidget> m_widget;
    int m_index;
};

class ItemAccessible : public PartAccessible {
  public:
    using PartAccessible::PartAccessible;

    QString text(QAccessible::Text kind) const override {
        return isValid() && kind == QAccessible::Name ? items().itemName(index()) : QString();
    }
    QRect rect() const override { return isValid() ? shown(items().itemRect(index())) : QRect(); }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isValid();
        if (!isValid()) return state;
        state.focusable = true;
        state.focused = items().isItemFocused(index());
        state.checkable = true;
        state.checked = items().isItemChosen(index());
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    void doAction(const QString& name) override {
        if (isValid() && name == pressAction()) items().pressItem(index());
    }

  private:
    AccessibleItems& items() const { return *as<AccessibleItems>(); }
};

class CellAccessible : public PartAccessible, public QAccessibleTableCellInterface {
  public:
    using PartAccessible::PartAccessible;

    QString text(QAccessible::Text kind) const override {
        if (!isThere()) return {};
        const AccessibleTable& all = content();
        if (kind == QAccessible::Value) return all.cellText(rowIndex(), columnIndex());
        if (kind != QAccessible::Name) return {};
        return QStringLiteral("%1, %2: %3")
            .arg(all.rowName(rowIndex()), all.columnName(columnIndex()), all.cellText(rowIndex(), columnIndex()));
    }
    QRect rect() const override { return isThere() ? shown(content().cellRect(rowIndex(), columnIndex())) : QRect(); }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.invalid = !isThere();
        state.selectable = isThere();
        state.selected = isSelected();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableCellInterface) return static_cast<QAccessibleTableCellInterface*>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    void doAction(const QString& name) override {
        if (isThere() && name == pressAction()) content().chooseCell(rowIndex(), columnIndex());
    }
    bool isSelected() const override { return isThere() && content().isCellChosen(rowIndex(), columnIndex()); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return isValid() ? index() % columns() : 0; }
    int rowIndex() const override { return isValid() ? index() / columns() : 0; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

  private:
    AccessibleTable& content() const { return *as<AccessibleTable>(); }
    int columns() const { return std::max(1, content().tableColumns()); }
    /// The table may have become smaller.
    bool isThere() const { return isValid() && index() < content().tableRows() * content().tableColumns(); }
};

/// A widget whose parts are made when they are asked for.
class PartedAccessible : public QAccessibleWidget {
  public:
    PartedAccessible(QWidget& widget, QAccessible::Role role) : QAccessibleWidget(&widget, role) {}
    ~PartedAccessible() override {
        for (const auto& [index, id] : m_parts) QAccessible::deleteAccessibleInterface(id);
    }

    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        auto found = m_parts.find(index);
        if (found == m_parts.end()) {
            found = m_parts.emplace(index, QAccessible::registerAccessibleInterface(makePart(index))).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto* part = dynamic_cast<const PartAccessible*>(child);
        return part ? part->index() : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = 0; i < childCount() && childCount() <= 4096; ++i) {
            QAccessibleInterface* part = child(i);
            if (part && part->rect().contains(x, y)) return part;
        }
        return nullptr;
    }

  protected:
    virtual QAccessibleInterface* makePart(int index) const = 0;

  private:
    mutable std::map<int, QAccessible::Id> m_parts;
};

class ItemsAccessible : public PartedAccessible {
  public:
    explicit ItemsAccessible(QWidget& widget) : PartedAccessible(widget, QAccessible::Grouping) {}

    int childCount() const override { return dynamic_cast<const AccessibleItems*>(widget())->itemCount(); }
    QAccessibleInterface* focusChild() const override {
        for (int i = 0; i < childCount(); ++i) {
            if (dynamic_cast<const AccessibleItems*>(widget())->isItemFocused(i)) return child(i);
        }
        return nullptr;
    }

  protected:
    QAccessibleInterface* makePart(int index) const override { return new ItemAccessible(*widget(), index); }
};

class TableAccessible : public PartedAccessible, public QAccessibleTableInterface {
  public:
    explicit TableAccessible(QWidget& widget) : PartedAccessible(widget, QAccessible::Table) {}

    int childCount() const override { return rowCount() * columnCount(); }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : PartedAccessible::interface_cast(type);
    }
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override { return child(row * columnCount() + column); }
    int rowCount() const override { return content().tableRows(); }
    int columnCount() const override { return content().tableColumns(); }
    QString rowDescription(int row) const override { return content().rowName(row); }
    QString columnDescription(int column) const override { return content().columnName(column); }
    int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    QList<QAccessibleInterface*> selectedCells() const override {
        QList<QAccessibleInterface*> chosen;
        for (int row = 0; row < rowCount(); ++row) {
            for (int column = 0; column < columnCount(); ++column) {
                if (content().isCellChosen(row, column)) chosen.append(cellAt(row, column));
            }
        }
        return chosen;
    }
    int selectedColumnCount() const override { return static_cast<int>(selectedColumns().size()); }
    int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

  protected:
    QAccessibleInterface* makePart(int index) const override { return new CellAccessible(*widget(), index); }

  private:
    AccessibleTable& content() const { return *dynamic_cast<AccessibleTable*>(widget()); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget) return nullptr;
    if (dynamic_cast<AccessibleTable*>(widget)) return new TableAccessible(*widget);
    if (dynamic_cast<AccessibleItems*>(widget)) return new ItemsAccessible(*widget);
    return nullptr;
}

}  // namespace

void installAccessibleParts() {
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed);
}

}  // namespace attentarium
