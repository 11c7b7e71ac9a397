#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <functional>
#include <vector>

#include "ui/session/training.h"

namespace attentarium {

/// The runs as a table: which, how far, how good, and then only the settings that differ between them.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    explicit RunsModel(Training& training, QObject* parent = nullptr);

    /// Those that are always there, in this order; behind them stand settings.
    enum Column { Compared, Number, State, Steps, HeldOut, kFixed };

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// The number of the run in that row; 0 where there is none.
    int numberAt(int row) const;
    int rowOf(int number) const;
    void retranslate();

  private:
    /// A setting by which runs can differ.
    struct Setting {
        std::string name;  ///< as `labelOf` knows it
        std::function<QString(const RunSetup&)> text;
    };
    static std::vector<Setting> settings();

    void refresh();
    void take();
    QString textAt(const RunEntry& run, int column) const;

    Training& m_training;
    const std::vector<Setting> m_settings = settings();
    std::vector<int> m_numbers;         ///< of the rows
    std::vector<std::size_t> m_differ;  ///< places in `m_settings` of what differs
};

}  // namespace attentarium
