#pragma once

#include <QAccessibleObject>
#include <QPointer>
#include <map>

#include "ui/views/stage/matrix_item.h"

namespace attentarium {

/// One cell of a matrix for a screen reader: its number and its place.
class MatrixCellAccessible : public QAccessibleInterface, public QAccessibleTableCellInterface {
  public:
    MatrixCellAccessible(MatrixItem& matrix, CellPlace place) : m_matrix(&matrix), m_place(place) {}

    bool isValid() const override { return m_matrix != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    bool isSelected() const override;
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_place.column; }
    int rowIndex() const override { return m_place.row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

  private:
    QPointer<MatrixItem> m_matrix;
    CellPlace m_place;
};

/// A matrix for a screen reader: a table with the tensor's name and shape. Cells are made when they are asked for.
class MatrixAccessible : public QAccessibleObject, public QAccessibleTableInterface {
  public:
    explicit MatrixAccessible(MatrixItem& matrix) : QAccessibleObject(&matrix) {}
    ~MatrixAccessible() override;

    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int index) const override;
    int childCount() const override { return rowCount() * columnCount(); }
    int indexOfChild(const QAccessibleInterface* child) const override;
    QString text(QAccessible::Text kind) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Table; }
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override { return child(row * columnCount() + column); }
    int selectedCellCount() const override { return matrix().content().selected ? 1 : 0; }
    QList<QAccessibleInterface*> selectedCells() const override;
    QString columnDescription(int column) const override { return matrix().content().columnLabels.value(column); }
    QString rowDescription(int row) const override { return matrix().content().rowLabels.value(row); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

  private:
    MatrixItem& matrix() const { return *static_cast<MatrixItem*>(object()); }

    mutable std::map<int, QAccessible::Id> m_cells;
};

/// Where an item of the stage is on the screen.
QRect screenRect(const QGraphicsObject& item, const QRectF& part);

}  // namespace attentarium
