#include "ui/models/number_table_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attentarium {
namespace {

QString nameAt(const QStringList& names, int place) {
    return names.isEmpty() ? QString::number(place + 1) : names.value(place);
}

}  // namespace

double NumberTable::largest() const {
    double most = 0;
    for (const double number : numbers) {
        if (std::isfinite(number)) most = std::max(most, std::abs(number));
    }
    return most;
}

QString NumberTable::rowName(int row) const {
    return nameAt(rowNames, row);
}

QString NumberTable::columnName(int column) const {
    return nameAt(columnNames, column);
}

NumberTableModel::NumberTableModel(Writing writing, QObject* parent)
    : QAbstractTableModel(parent), m_writing(std::move(writing)) {}

void NumberTableModel::setTable(NumberTable table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int NumberTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_table.rows;
}

int NumberTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_table.columns;
}

QVariant NumberTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const double number = m_table.at(index.row(), index.column());
    switch (role) {
        case Qt::DisplayRole:
            return m_writing.brief(number);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return m_table.rowName(index.row()) + QStringLiteral(" → ") + m_table.columnName(index.column()) +
                   QStringLiteral(": ") + m_writing.full(number);
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignCenter);
        case NumberRole:
            return number;
        default:
            return {};
    }
}

QVariant NumberTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const int count = orientation == Qt::Horizontal ? m_table.columns : m_table.rows;
    if ((role != Qt::DisplayRole && role != Qt::ToolTipRole) || section < 0 || section >= count) return {};
    return orientation == Qt::Horizontal ? m_table.columnName(section) : m_table.rowName(section);
}

}  // namespace attentarium
