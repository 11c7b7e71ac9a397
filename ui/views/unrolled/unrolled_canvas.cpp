#include "ui/views/unrolled/unrolled_canvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {

UnrolledCanvas::UnrolledCanvas(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void UnrolledCanvas::show(UnrolledPicture picture) {
    const auto hovered = m_picture.hovered;
    m_picture = std::move(picture);
    // The pointer has not moved.
    if (hovered && hovered->row < tableRows() && hovered->time < m_picture.steps()) m_picture.hovered = hovered;
    layOut();
}

void UnrolledCanvas::setRoom(QSizeF room) {
    if (std::exchange(m_room, room) != room) layOut();
}

void UnrolledCanvas::layOut() {
    m_plan = UnrolledPlan(m_picture, font(), m_room, m_cell);
    if (m_plan.size.height() > m_room.height()) {
        // A scroll bar takes some of the width.
        const QSizeF beside(style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2, 0);
        m_plan = UnrolledPlan(m_picture, font(), m_room - beside, m_cell);
    }
    const bool isHigh = m_plan.size.height() > m_room.height();
    const QSize size = (isHigh ? m_plan.size : m_plan.size.expandedTo(m_room)).toSize();
    if (size != this->size()) setFixedSize(size);
    update();
}

void UnrolledCanvas::zoomBy(double factor) {
    const double cell = m_plan.cell * factor;
    m_cell = std::clamp(cell > 6 ? std::round(cell) : cell, 3.0, 14.0);
    layOut();
}

void UnrolledCanvas::zoomToFit() {
    m_cell = 0;
    layOut();
}

void UnrolledCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.fillRect(rect(), theme().stage);
    paintUnrolled(painter, m_picture, m_plan, hasFocus(), std::max(0, -x()));
}

void UnrolledCanvas::hover(std::optional<UnrolledPlace> place) {
    if (m_picture.hovered == place) return;
    m_picture.hovered = place;
    update();
    Q_EMIT hovered();
}

std::optional<UnrolledPlace> UnrolledCanvas::placeAt(QPointF at) const {
    // What is scrolled under the names cannot be seen.
    const int hidden = std::max(0, -x());
    if (hidden > 0 && at.x() < hidden + m_plan.side - 6) return std::nullopt;
    return m_plan.placeAt(m_picture, at);
}

void UnrolledCanvas::mouseMoveEvent(QMouseEvent* event) {
    auto place = placeAt(event->position());
    if (place && !m_picture.isDone(place->time)) place.reset();
    hover(place);
}

void UnrolledCanvas::leaveEvent(QEvent*) {
    hover(std::nullopt);
}

void UnrolledCanvas::mousePressEvent(QMouseEvent* event) {
    const auto place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place) Q_EMIT chosen(*place);
}

void UnrolledCanvas::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) return event->ignore();
    zoomBy(event->angleDelta().y() > 0 ? 1.25 : 0.8);
    event->accept();
}

void UnrolledCanvas::move(int rows, int times, int units) {
    if (m_picture.isEmpty()) return;
    UnrolledPlace place =
        m_picture.chosen.value_or(UnrolledPlace{tableRows() - 1, m_picture.layer.timeOf(0), m_picture.unit});
    if (m_picture.chosen) {
        place.row = std::clamp(place.row < 0 ? tableRows() - 1 + rows : place.row + rows, 0, tableRows() - 1);
        place.time = std::clamp(place.time + times, 0, m_picture.steps() - 1);
        place.unit = std::clamp(place.unit + units, 0, m_picture.widthOf(place.row) - 1);
    }
    Q_EMIT chosen(place);
    Q_EMIT reached(cellRect(place.row, place.time));
}

void UnrolledCanvas::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
        case Qt::Key_Left:
            return shift ? move(0, 0, -1) : move(0, -1, 0);
        case Qt::Key_Right:
            return shift ? move(0, 0, 1) : move(0, 1, 0);
        case Qt::Key_Up:
            return shift ? move(0, 0, -m_plan.across) : move(-1, 0, 0);
        case Qt::Key_Down:
            return shift ? move(0, 0, m_plan.across) : move(1, 0, 0);
        default:
            QWidget::keyPressEvent(event);
    }
}

bool UnrolledCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // The arrows are this table's before they are steps through time.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key >= Qt::Key_Left && key <= Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto place = placeAt(help->pos());
        QString text;
        if (place && place->row >= 0 && m_picture.isDone(place->time)) {
            const auto numbers = m_picture.numbers(place->row, place->time);
            if (!numbers.empty())
                text = fullNumber(static_cast<double>(numbers[static_cast<std::size_t>(place->unit)]));
        }
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void UnrolledCanvas::focusInEvent(QFocusEvent*) {
    update();
}

void UnrolledCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

void UnrolledCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) layOut();
}

QString UnrolledCanvas::cellText(int row, int column) const {
    if (row >= tableRows() || column >= tableColumns() || !m_picture.isDone(column)) return {};
    const auto numbers = m_picture.numbers(row, column);
    const auto unit = static_cast<std::size_t>(std::min(m_picture.unit, m_picture.widthOf(row) - 1));
    return numbers.empty() ? QString() : shortNumber(static_cast<double>(numbers[unit]));
}

QRect UnrolledCanvas::cellRect(int row, int column) const {
    if (row >= static_cast<int>(m_plan.rowTops.size()) || row < 0) return {};
    return m_plan.tile(row, column).toAlignedRect();
}

bool UnrolledCanvas::isCellChosen(int row, int column) const {
    return m_picture.chosen && m_picture.chosen->row == row && m_picture.chosen->time == column;
}

void UnrolledCanvas::chooseCell(int row, int column) {
    Q_EMIT chosen({row, column, std::min(m_picture.unit, m_picture.widthOf(row) - 1)});
}

}  // namespace attentarium
