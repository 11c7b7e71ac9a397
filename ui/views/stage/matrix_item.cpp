#include "ui/views/stage/matrix_item.h"

#include <QCursor>
#include <QFontInfo>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <algorithm>
#include <utility>

namespace attentarium {

MatrixItem::MatrixItem(const StageFonts& fonts, const MatrixLayout& layout, QGraphicsItem* parent)
    : QGraphicsObject(parent), m_fonts(fonts), m_layout(layout) {
    setAcceptHoverEvents(true);
    setFlag(ItemIsFocusable);
    setFlag(ItemUsesExtendedStyleOption, layout.printed);
}

void MatrixItem::setContent(MatrixContent content) {
    // Most of a page stays as it is from step to step, and need not be painted again.
    const bool same = content.paintsLike(m_content);
    content.lit = m_content.lit;
    if (same) {
        m_content = std::move(content);
        return;
    }
    prepareGeometryChange();
    m_content = std::move(content);
    setCursor(m_content.selectable && m_content.presence != Presence::Pending ? Qt::PointingHandCursor
                                                                              : Qt::ArrowCursor);
    update();
}

void MatrixItem::setLit(std::vector<CellPlace> lit) {
    if (m_content.lit == lit) return;
    m_content.lit = std::move(lit);
    update();
}

QSizeF MatrixItem::cellsSize() const {
    return {m_content.window.columns * m_layout.cellWidth, m_content.window.rows * m_layout.cellHeight};
}

QRectF MatrixItem::cellRect(CellPlace place) const {
    return {place.column * m_layout.cellWidth, place.row * m_layout.cellHeight, m_layout.cellWidth,
            m_layout.cellHeight};
}

qreal MatrixItem::titleWidth() const {
    return widthOf(m_fonts.bold, m_content.title) + widthOf(m_fonts.small, m_content.shape) + m_fonts.line * 0.7;
}

bool MatrixItem::shapeBesideTitle() const {
    if (m_layout.brief) return false;
    return !m_content.formula.isEmpty() || titleWidth() <= std::max(cellsSize().width(), m_fonts.line * 4) + 8;
}

QFont MatrixItem::titleFont() const {
    constexpr qreal kSmallest = 0.8, kNotch = 0.93;
    QFont font = m_fonts.bold;
    if (shapeBesideTitle()) return font;
    const qreal whole = QFontInfo(font).pixelSize();
    while (widthOf(font, m_content.title) > titleRoom() && QFontInfo(font).pixelSize() * kNotch >= whole * kSmallest) {
        font = scaledFont(font, kNotch);
    }
    return m_layout.brief && widthOf(font, m_content.title) > titleRoom() ? m_fonts.bold : font;
}

qreal MatrixItem::titleRoom() const {
    constexpr qreal kOverhang = 12;
    return cellsSize().width() + (m_layout.brief ? m_layout.titleOverhang : kOverhang);
}

QString MatrixItem::shownFormula() const {
    const qreal room = std::max(cellsSize().width(), m_fonts.line * kFormulaLines);
    return QFontMetricsF(m_fonts.small).elidedText(m_content.formula, Qt::ElideRight, room);
}

QString MatrixItem::shownTitle() const {
    if (!m_layout.brief || widthOf(titleFont(), m_content.title) <= titleRoom()) return m_content.title;
    return m_content.symbol;
}

qreal MatrixItem::headerHeight() const {
    qreal height = m_fonts.line * 1.1 + m_layout.columnLabelHeight + 4;
    if (!m_content.formula.isEmpty()) height += m_fonts.smallLine * 1.15;
    if (m_layout.withSubtitle) height += m_fonts.smallLine;
    return height;
}

QRectF MatrixItem::boundingRect() const {
    const QSizeF cells = cellsSize();
    const qreal title = shapeBesideTitle() ? titleWidth() : widthOf(titleFont(), shownTitle());
    const qreal text =
        std::max({title, widthOf(m_fonts.small, shownFormula()), widthOf(m_fonts.small, m_content.subtitle)});
    const qreal left = m_layout.rowLabelWidth + 8, header = headerHeight() + 4;
    const qreal slant = m_layout.slantedColumns ? m_layout.columnLabelHeight : 0;
    // Room for a scale that is wider than a narrow matrix.
    const qreal right = std::max({cells.width() + slant, text, m_fonts.line * 6.5}) + 6;
    return {-left, -header, left + right, header + cells.height() + m_fonts.smallLine * 2 + 8};
}

std::optional<CellPlace> MatrixItem::placeAt(QPointF position) const {
    if (m_content.presence == Presence::Pending || !QRectF(QPointF(), cellsSize()).contains(position)) return {};
    const CellPlace place{static_cast<int>(position.y() / m_layout.cellHeight),
                          static_cast<int>(position.x() / m_layout.cellWidth)};
    if (place.row >= m_content.window.rows || place.column >= m_content.window.columns) return {};
    if (m_content.isPending(place.row)) return {};
    return place;
}

void MatrixItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    const auto place = event->button() == Qt::LeftButton ? placeAt(event->pos()) : std::nullopt;
    if (!place || !m_content.selectable) {
        event->ignore();
        return;
    }
    setFocus(Qt::MouseFocusReason);
    Q_EMIT cellChosen(*place);
}

void MatrixItem::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    Q_EMIT opened(placeAt(event->pos()));
}

void MatrixItem::hoverMoveEvent(QGraphicsSceneHoverEvent* event) {
    const auto place = placeAt(event->pos());
    if (place == m_hovered) return;
    m_hovered = place;
    if (place) {
        Q_EMIT cellHovered(*place, event->screenPos());
    } else {
        Q_EMIT hoverEnded();
    }
}

void MatrixItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    if (std::exchange(m_hovered, std::nullopt)) Q_EMIT hoverEnded();
}

void MatrixItem::keyPressEvent(QKeyEvent* event) {
    int down = 0, right = 0;
    switch (event->key()) {
        case Qt::Key_Up:
            down = -1;
            break;
        case Qt::Key_Down:
            down = 1;
            break;
        case Qt::Key_Left:
            right = -1;
            break;
        case Qt::Key_Right:
            right = 1;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_content.selected) break;
            Q_EMIT opened(m_content.selected);
            return;
        case Qt::Key_Escape:
            clearFocus();
            return;
        default:
            event->ignore();
            return;
    }
    if (!m_content.selectable || m_content.presence == Presence::Pending || m_content.window.isEmpty()) return;
    CellPlace place = m_content.selected.value_or(CellPlace{std::max(0, m_content.boldRow), 0});
    if (m_content.selected) {
        place.row = std::clamp(place.row + down, 0, m_content.window.rows - 1);
        place.column = std::clamp(place.column + right, 0, m_content.window.columns - 1);
    }
    Q_EMIT cellChosen(place);
}

void MatrixItem::focusInEvent(QFocusEvent*) {
    update();
}

void MatrixItem::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace attentarium
