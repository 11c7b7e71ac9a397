#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <functional>
#include <vector>

namespace attentarium {

/// A matrix of numbers with words for its rows and columns.
struct NumberTable {
    int rows = 0;
    int columns = 0;
    std::vector<double> numbers;  ///< row-major; −∞ for what the mask hides
    QStringList rowNames;         ///< empty: counted from 1
    QStringList columnNames;      ///< empty: counted from 1

    double at(int row, int column) const {
        return numbers[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(column)];
    }
    /// The largest finite number without its sign; 0 where there is none.
    double largest() const;
    QString rowName(int row) const;
    QString columnName(int column) const;
};

/// Shows a `NumberTable` in a table view, which readers of the screen can read too.
class NumberTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Role {
        NumberRole = Qt::UserRole,  ///< the number itself
    };
    /// How numbers are written, which this model does not know: short in cells, in full where asked.
    struct Writing {
        std::function<QString(double)> brief;
        std::function<QString(double)> full;
    };

    explicit NumberTableModel(Writing writing, QObject* parent = nullptr);

    void setTable(NumberTable table);
    const NumberTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    Writing m_writing;
    NumberTable m_table;
};

}  // namespace attentarium
