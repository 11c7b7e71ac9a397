#include "ui/views/stage/matrix_accessible.h"

#include <QGraphicsScene>
#include <QGraphicsView>

#include "ui/explain/numbers.h"

namespace attentarium {

QRect screenRect(const QGraphicsObject& item, const QRectF& part) {
    if (!item.scene() || item.scene()->views().isEmpty()) return {};
    const QGraphicsView* view = item.scene()->views().constFirst();
    const QRect inView = view->mapFromScene(item.mapRectToScene(part)).boundingRect();
    return {view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

QAccessibleInterface* MatrixCellAccessible::parent() const {
    return m_matrix ? QAccessible::queryAccessibleInterface(m_matrix.data()) : nullptr;
}

QString MatrixCellAccessible::text(QAccessible::Text kind) const {
    if (!m_matrix) return {};
    const MatrixContent& content = m_matrix->content();
    if (m_place.row >= content.window.rows || m_place.column >= content.window.columns) return {};
    switch (kind) {
        case QAccessible::Name: {
            if (content.presence == Presence::Pending) return MatrixItem::tr("not computed yet");
            const auto label = [](const QStringList& labels, int place) {
                return labels.value(place, QString::number(place + 1));
            };
            return QStringLiteral("%1, %2: %3")
                .arg(label(content.rowLabels, m_place.row), label(content.columnLabels, m_place.column),
                     content.isHidden(m_place.row, m_place.column)
                         ? MatrixItem::tr("masked")
                         : shortNumber(content.numberAt(m_place.row, m_place.column)));
        }
        case QAccessible::Value:
            return content.presence == Presence::Pending ? QString()
                                                         : fullNumber(content.numberAt(m_place.row, m_place.column));
        default:
            return {};
    }
}

QRect MatrixCellAccessible::rect() const {
    return m_matrix ? screenRect(*m_matrix, m_matrix->cellRect(m_place)) : QRect();
}

QAccessible::State MatrixCellAccessible::state() const {
    QAccessible::State state;
    state.invalid = !m_matrix;
    state.selectable = m_matrix && m_matrix->content().selectable;
    state.selected = isSelected();
    return state;
}

bool MatrixCellAccessible::isSelected() const {
    return m_matrix && m_matrix->content().selected == m_place;
}

void* MatrixCellAccessible::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this) : nullptr;
}

MatrixAccessible::~MatrixAccessible() {
    for (const auto& [index, id] : m_cells) QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface* MatrixAccessible::parent() const {
    const QGraphicsScene* scene = isValid() ? matrix().scene() : nullptr;
    return scene && !scene->views().isEmpty() ? QAccessible::queryAccessibleInterface(scene->views().constFirst())
                                              : nullptr;
}

QAccessibleInterface* MatrixAccessible::child(int index) const {
    if (index < 0 || index >= childCount()) return nullptr;
    auto found = m_cells.find(index);
    if (found == m_cells.end()) {
        auto* cell = new MatrixCellAccessible(matrix(), {index / columnCount(), index % columnCount()});
        found = m_cells.emplace(index, QAccessible::registerAccessibleInterface(cell)).first;
    }
    return QAccessible::accessibleInterface(found->second);
}

int MatrixAccessible::indexOfChild(const QAccessibleInterface* child) const {
    const auto* cell = dynamic_cast<const MatrixCellAccessible*>(child);
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QString MatrixAccessible::text(QAccessible::Text kind) const {
    if (!isValid()) return {};
    const MatrixContent& content = matrix().content();
    if (kind == QAccessible::Name) return content.name;
    if (kind != QAccessible::Description && kind != QAccessible::Value) return {};
    if (content.presence == Presence::Pending) return MatrixItem::tr("not computed yet");
    if (!content.selected) return {};
    QAccessibleInterface* cell = cellAt(content.selected->row, content.selected->column);
    return cell ? cell->text(QAccessible::Name) : QString();
}

QRect MatrixAccessible::rect() const {
    return isValid() ? screenRect(matrix(), QRectF(QPointF(), matrix().cellsSize())) : QRect();
}

QAccessible::State MatrixAccessible::state() const {
    QAccessible::State state;
    state.focusable = true;
    state.focused = isValid() && matrix().hasFocus();
    return state;
}

void* MatrixAccessible::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                               : QAccessibleObject::interface_cast(type);
}

QList<QAccessibleInterface*> MatrixAccessible::selectedCells() const {
    const auto& selected = matrix().content().selected;
    return selected ? QList<QAccessibleInterface*>{cellAt(selected->row, selected->column)}
                    : QList<QAccessibleInterface*>();
}

int MatrixAccessible::columnCount() const {
    return isValid() ? matrix().content().window.columns : 0;
}

int MatrixAccessible::rowCount() const {
    return isValid() ? matrix().content().window.rows : 0;
}

}  // namespace attentarium
