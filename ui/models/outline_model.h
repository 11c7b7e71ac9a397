#pragma once

#include <QAbstractItemModel>
#include <functional>
#include <memory>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// The parts of a model as a tree: blocks, in them their parts, in those every value and parameter by its place.
class OutlineModel : public QAbstractItemModel {
    Q_OBJECT

  public:
    enum Column { Title, Size, ColumnCount };
    enum Role {
        NodeRole = Qt::UserRole,  ///< the node's place on the tape; −1 for a part
        CurrentRole,              ///< whether the current step shows it
        ParameterRole,
    };

    /// The words of the interface, which this model does not know.
    struct Naming {
        std::function<QString(const Trace&, Var)> title;
        /// The names of the parts around it, the outermost first.
        std::function<QStringList(const Trace&, Var)> place;
        /// What is written behind the name of a part whose first value this is; none where it is empty.
        std::function<QString(const Trace&, const QString& part, Var first)> remark = {};
    };

    explicit OutlineModel(Naming naming, QObject* parent = nullptr);

    /// Null for none. Rows stay where the trace has the same parts as the one before.
    void setTrace(std::shared_ptr<const Trace> trace);
    void setCurrent(Var node);
    /// Asks for all words again.
    void rename();
    QModelIndex indexOf(Var node) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    struct Item {
        Item* parent = nullptr;
        int row = 0;
        QString name;
        Var node;
        std::vector<std::unique_ptr<Item>> children;
    };

    Item* itemAt(const QModelIndex& index) const;
    QModelIndex indexOf(const Item& item, int column = Title) const;
    std::unique_ptr<Item> makeTree() const;
    Item& partIn(Item& root, const QStringList& place) const;
    const Item* find(const Item& within, Var node) const;
    std::int64_t parametersIn(const Item& item) const;
    void notifyAll(const Item& within);
    QString remarkOf(const Item& item) const;
    QString sizeOf(const Item& item) const;

    Naming m_naming;
    std::shared_ptr<const Trace> m_trace;
    std::unique_ptr<Item> m_root;
    Var m_current;
};

}  // namespace attentarium
