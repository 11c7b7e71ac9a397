#include "ui/models/outline_model.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace attentarium {
namespace {

bool haveSameParts(const Trace& before, const Trace& after) {
    return std::ranges::equal(before.nodes(), after.nodes(),
                              [&](Var a, Var b) { return a == b && before.name(a) == after.name(b); });
}

}  // namespace

OutlineModel::OutlineModel(Naming naming, QObject* parent)
    : QAbstractItemModel(parent), m_naming(std::move(naming)), m_root(std::make_unique<Item>()) {}

void OutlineModel::setTrace(std::shared_ptr<const Trace> trace) {
    if (m_trace && trace && haveSameParts(*m_trace, *trace)) {
        m_trace = std::move(trace);
        notifyAll(*m_root);
        return;
    }
    beginResetModel();
    m_trace = std::move(trace);
    m_current = {};
    m_root = makeTree();
    endResetModel();
}

void OutlineModel::rename() {
    if (!m_trace) return;
    // Parts are told apart by their names, so new names make a new tree.
    beginResetModel();
    m_root = makeTree();
    endResetModel();
}

void OutlineModel::setCurrent(Var node) {
    const Var before = std::exchange(m_current, node);
    if (before == node) return;
    for (const Var changed : {before, node}) {
        const QModelIndex index = indexOf(changed);
        if (index.isValid()) Q_EMIT dataChanged(index, index.siblingAtColumn(Size), {CurrentRole});
    }
}

OutlineModel::Item& OutlineModel::partIn(Item& root, const QStringList& place) const {
    Item* within = &root;
    for (const QString& name : place) {
        const auto found = std::ranges::find_if(within->children,
                                                [&](const auto& child) { return !child->node && child->name == name; });
        if (found != within->children.end()) {
            within = found->get();
            continue;
        }
        auto part = std::make_unique<Item>();
        part->parent = within;
        part->row = static_cast<int>(within->children.size());
        part->name = name;
        within->children.push_back(std::move(part));
        within = within->children.back().get();
    }
    return *within;
}

std::unique_ptr<OutlineModel::Item> OutlineModel::makeTree() const {
    auto root = std::make_unique<Item>();
    if (!m_trace) return root;
    for (const Var node : m_trace->nodes()) {
        Item& part = partIn(*root, m_naming.place(*m_trace, node));
        auto item = std::make_unique<Item>();
        item->parent = &part;
        item->row = static_cast<int>(part.children.size());
        item->name = m_naming.title(*m_trace, node);
        item->node = node;
        part.children.push_back(std::move(item));
    }
    return root;
}

void OutlineModel::notifyAll(const Item& within) {
    if (within.children.empty()) return;
    Q_EMIT dataChanged(indexOf(*within.children.front()), indexOf(*within.children.back(), Size));
    for (const auto& child : within.children) notifyAll(*child);
}

const OutlineModel::Item* OutlineModel::find(const Item& within, Var node) const {
    for (const auto& child : within.children) {
        if (child->node && child->node == node) return child.get();
        if (const Item* const found = find(*child, node)) return found;
    }
    return nullptr;
}

std::int64_t OutlineModel::parametersIn(const Item& item) const {
    if (item.node) return m_trace->isParameter(item.node) ? m_trace->shape(item.node).count() : 0;
    std::int64_t count = 0;
    for (const auto& child : item.children) count += parametersIn(*child);
    return count;
}

OutlineModel::Item* OutlineModel::itemAt(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

QModelIndex OutlineModel::indexOf(const Item& item, int column) const {
    return &item == m_root.get() ? QModelIndex() : createIndex(item.row, column, const_cast<Item*>(&item));
}

QModelIndex OutlineModel::indexOf(Var node) const {
    const Item* const item = node ? find(*m_root, node) : nullptr;
    return item ? indexOf(*item) : QModelIndex();
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, itemAt(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(*itemAt(index)->parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent)->children.size());
}

int OutlineModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString OutlineModel::sizeOf(const Item& item) const {
    const QLocale locale;
    if (!item.node) {
        const std::int64_t count = parametersIn(item);
        return count == 0 ? QString() : locale.toString(static_cast<qlonglong>(count));
    }
    const Shape shape = m_trace->shape(item.node);
    return shape.rank() == 0 ? QStringLiteral("1") : QString::fromStdString(shape.text());
}

QString OutlineModel::remarkOf(const Item& item) const {
    if (item.node || !m_naming.remark) return {};
    const Item* first = &item;
    while (!first->node && !first->children.empty()) first = first->children.front().get();
    return first->node ? m_naming.remark(*m_trace, item.name, first->node) : QString();
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Item& item = *itemAt(index);
    switch (role) {
        case Qt::DisplayRole:
            return index.column() == Title ? item.name + remarkOf(item) : sizeOf(item);
        case Qt::ToolTipRole: {
            const QString name = item.node ? QString::fromStdString(m_trace->name(item.node)) : item.name;
            const std::int64_t count = parametersIn(item);
            const QString size = item.node ? QStringLiteral("\n") + sizeOf(item) : QString();
            return name + size + (count == 0 ? QString() : QStringLiteral("\n") + tr("%1 learned numbers").arg(count));
        }
        case Qt::AccessibleTextRole:
            return item.name + remarkOf(item) + QStringLiteral(", ") + sizeOf(item);
        case NodeRole:
            return item.node.index;
        case CurrentRole:
            return item.node && item.node == m_current;
        case ParameterRole:
            return item.node && m_trace->isParameter(item.node);
        default:
            return {};
    }
}

QVariant OutlineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Title ? tr("Part") : tr("Size");
}

}  // namespace attentarium
