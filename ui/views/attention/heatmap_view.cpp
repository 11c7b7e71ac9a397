#include "ui/views/attention/heatmap_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/attention/number_table.h"

namespace attentarium {
namespace {

constexpr double kMostCell = 96, kMostFitting = 44;
constexpr double kZoomStep = 1.25;

HeatmapRange between(HeatmapPlace a, HeatmapPlace b) {
    return {std::min(a.row, b.row), std::max(a.row, b.row), std::min(a.column, b.column), std::max(a.column, b.column)};
}

std::optional<HeatmapPlace> placeAt(QPointF at, QPointF origin, const HeatmapLook& look, double cell, int rows,
                                    int columns) {
    const auto row = static_cast<int>(std::floor((at.y() - origin.y()) / cell));
    const auto column = static_cast<int>(std::floor((at.x() - origin.x()) / cell));
    const bool rowFits = row >= 0 && row < rows && at.y() >= look.top;
    const bool columnFits = column >= 0 && column < columns && at.x() >= look.side;
    if (rowFits && columnFits) return HeatmapPlace{row, column};
    if (rowFits && at.x() < look.side) return HeatmapPlace{row, -1};
    if (columnFits && at.y() < look.top) return HeatmapPlace{-1, column};
    return std::nullopt;
}

}  // namespace

HeatmapView::HeatmapView(AttentionChoices& choices, QWidget* parent) : QAbstractScrollArea(parent), m_choices(choices) {
    installAccessibleParts();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(&choices, &AttentionChoices::changed, this, &HeatmapView::refresh);
    refresh();
}

void HeatmapView::refresh() {
    const QString title = m_picture.title;
    const QSize size(tableColumns(), tableRows());
    m_picture = pictureOf(m_choices);
    m_image = {};
    m_widths = WordWidths(font(), m_picture);
    if (!m_picture.isEmpty()) {
        if (size != QSize(tableColumns(), tableRows())) {
            m_range = {};
            m_fits = true;
        }
        const int column = m_picture.isOneHead ? m_choices.chosenColumn() : -1;
        const bool single = m_range.firstRow == m_range.lastRow && m_range.firstColumn == m_range.lastColumn;
        if (column >= 0 && (single || m_range.isEmpty())) {
            m_range = {m_choices.chosenRow(), m_choices.chosenRow(), column, column};
        }
    }
    setAccessibleName(m_picture.title);
    layOut();
    tell(m_hovered);
    viewport()->update();
}

double HeatmapView::fittingCell() const {
    if (m_picture.isEmpty()) return 1;
    // The words above stand upright in large cells only, so their room follows from a first guess.
    double cell = kMostFitting;
    for (int round = 0; round < 3; ++round) {
        const HeatmapLook look(font(), m_widths, cell);
        const QSizeF room = QSizeF(maximumViewportSize()) - QSizeF(look.side + 4, look.top + look.scale + 4);
        cell = std::clamp(std::min(room.width() / tableColumns(), room.height() / tableRows()), 0.2, kMostFitting);
    }
    return cell;
}

void HeatmapView::layOut() {
    if (m_picture.isEmpty()) {
        horizontalScrollBar()->setRange(0, 0);
        verticalScrollBar()->setRange(0, 0);
        return;
    }
    if (m_fits) m_cell = fittingCell();
    m_look = HeatmapLook(font(), m_widths, m_cell);
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(m_look.side + 2, m_look.top + m_look.scale + 2);
    const auto bar = [](QScrollBar* scroll, double content, double shown) {
        scroll->setRange(0, std::max(0, static_cast<int>(std::ceil(content - shown))));
        scroll->setPageStep(std::max(1, static_cast<int>(shown)));
        scroll->setSingleStep(20);
    };
    bar(horizontalScrollBar(), m_fits ? 0 : m_cell * tableColumns(), room.width());
    bar(verticalScrollBar(), m_fits ? 0 : m_cell * tableRows(), room.height());
}

QPointF HeatmapView::origin() const {
    return QPointF(m_look.side, m_look.top) - QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

void HeatmapView::setCell(double cell, QPointF anchor) {
    if (m_picture.isEmpty()) return;
    const QPointF place = (anchor - origin()) / m_cell;
    m_cell = std::clamp(cell, fittingCell(), std::max(kMostCell, fittingCell()));
    m_fits = m_cell <= fittingCell();
    layOut();
    // Once more, for scroll bars that came or went.
    layOut();
    const QPointF moved = QPointF(m_look.side, m_look.top) + place * m_cell - anchor;
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(moved.y())));
    viewport()->update();
}

void HeatmapView::zoomBy(double factor) {
    setCell(m_cell * factor, QRectF(viewport()->rect()).center());
}

void HeatmapView::zoomToFit() {
    m_fits = true;
    layOut();
    viewport()->update();
}

void HeatmapView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().stage);
    if (m_picture.isEmpty()) return;
    if (m_image.isNull()) m_image = matrixImage(m_picture.numbers);
    const HeatmapPainting painting{.picture = m_picture,
                                   .image = m_image,
                                   .look = m_look,
                                   .cell = m_cell,
                                   .area = viewport()->rect(),
                                   .origin = origin(),
                                   .range = m_range,
                                   .hovered = m_hovered,
                                   .boldRow = m_choices.chosenRow(),
                                   .focused = hasFocus()};
    painting.paint(painter);
    if (!hasFocus() || !m_range.isEmpty()) return;
    // No cell shows yet that the keyboard is here.
    painter.setPen(QPen(theme().accent, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(origin(), QSizeF(m_cell * tableColumns(), m_cell * tableRows())).adjusted(-1, -1, 1, 1) &
                     painting.body());
}

void HeatmapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_picture.isEmpty()) return;
    m_pressed = event->pos();
    m_scrolledFrom = QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    m_dragging = false;
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed && (m_dragging || (event->pos() - *m_pressed).manhattanLength() > 6)) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        const QPoint to = m_scrolledFrom - (event->pos() - *m_pressed);
        horizontalScrollBar()->setValue(to.x());
        verticalScrollBar()->setValue(to.y());
        return;
    }
    const auto hovered = m_picture.isEmpty()
                             ? std::nullopt
                             : placeAt(event->position(), origin(), m_look, m_cell, tableRows(), tableColumns());
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    tell(m_hovered);
    viewport()->update();
}

void HeatmapView::mouseReleaseEvent(QMouseEvent* event) {
    viewport()->unsetCursor();
    const bool clicked = m_pressed && !m_dragging;
    m_pressed.reset();
    m_dragging = false;
    const auto place = placeAt(event->position(), origin(), m_look, m_cell, tableRows(), tableColumns());
    if (!clicked || !place) return;
    const HeatmapPlace from{place->row < 0 ? 0 : place->row, place->column < 0 ? 0 : place->column};
    const HeatmapPlace to{place->row < 0 ? tableRows() - 1 : place->row,
                          place->column < 0 ? tableColumns() - 1 : place->column};
    HeatmapRange range = between(from, to);
    if (event->modifiers().testFlag(Qt::ShiftModifier) && !m_range.isEmpty()) {
        range = {std::min(range.firstRow, m_range.firstRow), std::max(range.lastRow, m_range.lastRow),
                 std::min(range.firstColumn, m_range.firstColumn), std::max(range.lastColumn, m_range.lastColumn)};
    }
    choose(range);
}

void HeatmapView::choose(const HeatmapRange& range) {
    m_range = range;
    const bool isCell = range.firstRow == range.lastRow && range.firstColumn == range.lastColumn;
    if (isCell && m_picture.isOneHead) {
        m_choices.chooseCell(range.firstRow, range.firstColumn);
    } else if (range.firstRow == range.lastRow) {
        m_choices.chooseRow(range.firstRow);
    }
    m_range = range;
    tell(m_hovered);
    viewport()->update();
}

void HeatmapView::chooseCell(int row, int column) {
    if (!isVisible() || row >= tableRows() || column >= tableColumns()) return;
    choose({row, row, column, column});
    reveal(row, column);
}

void HeatmapView::moveChoice(int rows, int columns, bool extend) {
    if (m_picture.isEmpty()) return;
    if (m_range.isEmpty()) {
        chooseCell(std::max(0, m_choices.chosenRow()), 0);
        return;
    }
    HeatmapRange range = m_range;
    range.lastRow = std::clamp(range.lastRow + rows, 0, tableRows() - 1);
    range.lastColumn = std::clamp(range.lastColumn + columns, 0, tableColumns() - 1);
    if (!extend) {
        range.firstRow = range.lastRow;
        range.firstColumn = range.lastColumn;
    }
    range.firstRow = std::min(range.firstRow, range.lastRow);
    range.firstColumn = std::min(range.firstColumn, range.lastColumn);
    choose(range);
    reveal(range.lastRow, range.lastColumn);
}

void HeatmapView::reveal(int row, int column) {
    const auto show = [](QScrollBar* bar, double begin, double cell, double room) {
        if (begin < bar->value()) bar->setValue(static_cast<int>(begin));
        if (begin + cell > bar->value() + room) bar->setValue(static_cast<int>(std::ceil(begin + cell - room)));
    };
    show(horizontalScrollBar(), column * m_cell, m_cell, viewport()->width() - m_look.side);
    show(verticalScrollBar(), row * m_cell, m_cell, viewport()->height() - m_look.top - m_look.scale);
}

void HeatmapView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setCell(m_cell * std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copiedText());
        Q_EMIT told(tr("The numbers are on the clipboard."));
        return;
    }
    if (event->matches(QKeySequence::SelectAll) && !m_picture.isEmpty()) {
        choose({0, tableRows() - 1, 0, tableColumns() - 1});
        return;
    }
    const int rowStep = whole ? tableRows() : 1, columnStep = whole ? tableColumns() : 1;
    switch (event->key()) {
        case Qt::Key_Up:
            return moveChoice(-rowStep, 0, extend);
        case Qt::Key_Down:
            return moveChoice(rowStep, 0, extend);
        case Qt::Key_Left:
            return moveChoice(0, -columnStep, extend);
        case Qt::Key_Right:
            return moveChoice(0, columnStep, extend);
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(kZoomStep);
        case Qt::Key_Minus:
            return zoomBy(1 / kZoomStep);
        case Qt::Key_0:
            return zoomToFit();
        case Qt::Key_Escape:
            m_range = {};
            m_choices.session().clearSelection();
            viewport()->update();
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool HeatmapView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // The arrows are this table's before they are steps of the walk.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        const bool zoom = key->modifiers() == Qt::NoModifier &&
                          (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Minus || key->key() == Qt::Key_Equal ||
                           key->key() == Qt::Key_0 || key->key() == Qt::Key_Escape);
        if (arrow || zoom || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool HeatmapView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && m_hovered) {
        m_hovered.reset();
        tell(m_hovered);
        viewport()->update();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text =
            m_hovered && m_hovered->row >= 0 && m_hovered->column >= 0
                ? fullNumber(static_cast<double>(m_picture.numbers.at(m_hovered->row, m_hovered->column)))
                : QString();
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void HeatmapView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void HeatmapView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

void HeatmapView::scrollContentsBy(int, int) {
    viewport()->update();
}

void HeatmapView::focusInEvent(QFocusEvent*) {
    viewport()->update();
}

void HeatmapView::focusOutEvent(QFocusEvent*) {
    viewport()->update();
}

QString HeatmapView::cellText(int row, int column) const {
    if (row >= tableRows() || column >= tableColumns()) return {};
    if (m_picture.numbers.isHidden(row, column)) return tr("masked");
    return shortNumber(static_cast<double>(m_picture.numbers.at(row, column)));
}

QRect HeatmapView::cellRect(int row, int column) const {
    const QRectF box(origin() + QPointF(column, row) * m_cell, QSizeF(m_cell, m_cell));
    const QRectF shown = QRectF(viewport()->rect()).adjusted(m_look.side, m_look.top, 0, -m_look.scale);
    return box.intersected(shown).toAlignedRect();
}

void HeatmapView::tell(std::optional<HeatmapPlace> place) {
    if (!place && !m_range.isEmpty()) place = HeatmapPlace{m_range.lastRow, m_range.lastColumn};
    if (m_picture.isEmpty() || !place || place->row >= tableRows() || place->column >= tableColumns()) {
        Q_EMIT told(QString());
        return;
    }
    if (place->row < 0 || place->column < 0) {
        Q_EMIT told(place->row < 0 ? tr("All that look at “%1”").arg(columnName(place->column))
                                   : tr("All that “%1” looks at").arg(rowName(place->row)));
        return;
    }
    Q_EMIT told(QStringLiteral("%1 → %2   %3")
                    .arg(rowName(place->row), columnName(place->column), cellText(place->row, place->column)));
}

QString HeatmapView::copiedText() const {
    HeatmapRange range = m_range;
    if (range.isEmpty()) range = {0, tableRows() - 1, 0, tableColumns() - 1};
    return numberTable(m_picture, range, QLatin1Char('\t'));
}

}  // namespace attentarium
