#include "ui/views/positions/word_order.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/explain/theme.h"

namespace attentarium {

WordOrder::WordOrder(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WordOrder::show(const QStringList& words, const std::vector<int>& order) {
    m_words = words;
    m_order = order;
    m_chosen = std::clamp(m_chosen, 0, std::max(0, itemCount() - 1));
    layOut(width(), &m_rects);
    updateGeometry();
    update();
}

int WordOrder::layOut(int width, std::vector<QRect>* rects) const {
    const int height = fontMetrics().height() + 8, gap = 6;
    int x = 1, y = 1;
    if (rects) rects->clear();
    for (const int word : m_order) {
        const int wide = fontMetrics().horizontalAdvance(m_words.value(word)) + fontMetrics().height();
        if (x > 1 && x + wide > width - 1) {
            x = 1;
            y += height + gap;
        }
        if (rects) rects->push_back({x, y, wide, height});
        x += wide + gap;
    }
    return y + height + 1;
}

int WordOrder::heightForWidth(int width) const {
    return layOut(width, nullptr);
}

QSize WordOrder::sizeHint() const {
    return {400, layOut(std::max(width(), 200), nullptr)};
}

QSize WordOrder::minimumSizeHint() const {
    return {200, layOut(std::max(width(), 200), nullptr)};
}

QString WordOrder::itemName(int item) const {
    const int word = m_order[static_cast<std::size_t>(item)];
    return tr("place %1: “%2”, from place %3").arg(item).arg(m_words.value(word)).arg(word);
}

void WordOrder::pressItem(int item) {
    m_chosen = item;
    update();
}

bool WordOrder::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void WordOrder::paintChip(QPainter& painter, int place, const QColor& line, double width, Qt::PenStyle dash) const {
    const QRectF chip = QRectF(rectOf(place)).adjusted(0.5, 0.5, -0.5, -0.5);
    const int word = m_order[static_cast<std::size_t>(place)];
    painter.setBrush(word != place ? theme().accentSoft : theme().panel);
    painter.setPen(QPen(line, width, dash));
    painter.drawRoundedRect(chip, 6, 6);
    painter.setPen(theme().ink);
    painter.drawText(chip, Qt::AlignCenter, m_words.value(word));
}

void WordOrder::paintIn(QPainter& painter, const QPointF& corner) const {
    painter.save();
    painter.translate(corner);
    painter.setFont(font());
    for (int place = 0; place < itemCount(); ++place) paintChip(painter, place, theme().line, 1, Qt::SolidLine);
    painter.restore();
}

void WordOrder::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int place = 0; place < itemCount(); ++place) {
        const bool isChosen = place == m_chosen && hasFocus(), isOver = place == m_over && place != m_dragged;
        paintChip(painter, place, isChosen || isOver ? theme().accent : theme().line, isChosen ? 2 : 1,
                  isOver ? Qt::DashLine : Qt::SolidLine);
    }
}

void WordOrder::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut(width(), &m_rects);
}

void WordOrder::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        layOut(width(), &m_rects);
        updateGeometry();
    }
    update();
    QWidget::changeEvent(event);
}

int WordOrder::placeAt(const QPoint& point) const {
    for (int place = 0; place < static_cast<int>(m_rects.size()); ++place) {
        if (rectOf(place).contains(point)) return place;
    }
    return -1;
}

void WordOrder::mousePressEvent(QMouseEvent* event) {
    m_dragged = placeAt(event->pos());
    if (m_dragged >= 0) pressItem(m_dragged);
}

void WordOrder::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragged < 0) return;
    m_over = placeAt(event->pos());
    update();
}

void WordOrder::mouseReleaseEvent(QMouseEvent* event) {
    const int from = std::exchange(m_dragged, -1), to = placeAt(event->pos());
    m_over = -1;
    update();
    if (from < 0 || to < 0 || from == to) return;
    m_chosen = to;
    Q_EMIT moved(from, to);
}

void WordOrder::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int to = m_chosen + by;
    if (by == 0) return QWidget::keyPressEvent(event);
    if (to < 0 || to >= itemCount()) return;
    const int from = std::exchange(m_chosen, to);
    if (event->modifiers() & Qt::ControlModifier) Q_EMIT moved(from, to);
    update();
}

}  // namespace attentarium
