#include "ui/views/word_map/word_map_canvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/views/word_map/word_map_words.h"

namespace attentarium {
namespace {

constexpr double kKeyZoom = 1.25;
/// A hand that clicks moves so many pixels at most.
constexpr double kClickReach = 4;

bool isOwnKey(const QKeyEvent& key) {
    if (key.modifiers() != Qt::NoModifier && key.modifiers() != Qt::KeypadModifier &&
        key.modifiers() != Qt::ShiftModifier) {
        return false;
    }
    switch (key.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Plus:
        case Qt::Key_Equal:
        case Qt::Key_Minus:
        case Qt::Key_0:
        case Qt::Key_L:
        case Qt::Key_Escape:
            return true;
        default:
            return false;
    }
}

}  // namespace

WordMapCanvas::WordMapCanvas(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setObjectName(QStringLiteral("wordMap"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::OpenHandCursor);
    m_picture.setFont(font());
}

void WordMapCanvas::setMap(const std::shared_ptr<const WordMap>& map) {
    if (!map || !m_picture.map() || m_picture.map()->cloud != map->cloud) m_hovered.reset();
    m_picture.setMap(map);
    update();
}

void WordMapCanvas::setMarks(const MapMarks& marks) {
    if (m_picture.marks() == marks) return;
    m_picture.setMarks(marks);
    update();
}

void WordMapCanvas::zoom(double factor) {
    m_picture.zoom(factor, QRectF(rect()).center());
    update();
}

void WordMapCanvas::fit() {
    m_picture.fit();
    update();
}

int WordMapCanvas::itemCount() const {
    return m_picture.map() ? m_picture.map()->cloud->count() : 0;
}

QString WordMapCanvas::itemName(int item) const {
    return describedWord(*m_picture.map(), item);
}

QRect WordMapCanvas::itemRect(int item) const {
    const QPointF place = m_picture.placeOf(item);
    return QRectF(place - QPointF(8, 8), QSizeF(16, 16)).toRect();
}

bool WordMapCanvas::isItemChosen(int item) const {
    return m_picture.marks().word == item;
}

void WordMapCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().panel);
    m_picture.paint(painter, WordMapPicture::Points::AsPixels);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (!m_lasso.isEmpty()) {
        painter.setPen(QPen(theme().accent, 1.5, Qt::DashLine));
        painter.drawPolygon(m_lasso);
    }
    painter.setPen(hasFocus() ? QPen(theme().accent, 2) : QPen(theme().line, 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void WordMapCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_picture.setArea(size());
}

void WordMapCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) m_picture.setFont(font());
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) m_picture.forgetLooks();
    update();
}

void WordMapCanvas::hover(std::optional<int> word) {
    if (std::exchange(m_hovered, word) == word) return;
    setCursor(word ? Qt::PointingHandCursor : Qt::OpenHandCursor);
    Q_EMIT wordHovered(word);
}

void WordMapCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = m_last = event->position();
    m_isDragging = false;
    if (event->modifiers() & Qt::ShiftModifier) m_lasso = QPolygonF{event->position()};
}

void WordMapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF position = event->position();
    if (!m_pressed) return hover(m_picture.wordAt(position));
    if (!m_lasso.isEmpty()) {
        m_lasso.append(position);
        return update();
    }
    const QPointF way = position - *m_pressed;
    if (!m_isDragging && std::hypot(way.x(), way.y()) < kClickReach) return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    m_picture.pan(position - std::exchange(m_last, position));
    update();
}

void WordMapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressed) return;
    m_pressed.reset();
    const QPolygonF lasso = std::exchange(m_lasso, {});
    setCursor(Qt::OpenHandCursor);
    if (lasso.size() > 2) {
        Q_EMIT caught(m_picture.wordsIn(lasso));
    } else if (!m_isDragging) {
        const auto word = m_picture.wordAt(event->position());
        if (word) {
            Q_EMIT chosen(*word);
        } else {
            Q_EMIT cleared();
        }
    }
    m_isDragging = false;
    update();
}

void WordMapCanvas::leaveEvent(QEvent* event) {
    hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void WordMapCanvas::wheelEvent(QWheelEvent* event) {
    m_picture.zoom(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
    update();
}

void WordMapCanvas::keyPressEvent(QKeyEvent* event) {
    if (!isOwnKey(*event)) return QWidget::keyPressEvent(event);
    const double step = event->modifiers() & Qt::ShiftModifier ? 160 : 40;
    switch (event->key()) {
        case Qt::Key_Left:
            m_picture.pan({step, 0});
            break;
        case Qt::Key_Right:
            m_picture.pan({-step, 0});
            break;
        case Qt::Key_Up:
            m_picture.pan({0, step});
            break;
        case Qt::Key_Down:
            m_picture.pan({0, -step});
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(kKeyZoom);
        case Qt::Key_Minus:
            return zoom(1 / kKeyZoom);
        case Qt::Key_0:
            return fit();
        case Qt::Key_L:
            Q_EMIT caught(m_picture.wordsInSight());
            return;
        case Qt::Key_Escape:
            Q_EMIT cleared();
            return;
        default:
            return;
    }
    update();
}

bool WordMapCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        auto* const help = static_cast<QHelpEvent*>(event);
        const auto word = m_picture.wordAt(help->pos());
        if (word) {
            QToolTip::showText(help->globalPos(), describedWord(*m_picture.map(), *word), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace attentarium
