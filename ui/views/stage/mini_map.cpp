#include "ui/views/stage/mini_map.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"
#include "ui/views/stage/stage_picture.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
namespace {

constexpr int kWidth = 168, kInset = 6, kLineHeight = 11, kPageHeight = 44;

}  // namespace

MiniMap::MiniMap(StageScene& scene, StagePicture& picture, QWidget* parent)
    : QWidget(parent), m_scene(scene), m_picture(picture) {
    setCursor(Qt::PointingHandCursor);
    // All that it does the keyboard does with the parts' boxes and the scroll bars.
    setFocusPolicy(Qt::NoFocus);
}

void MiniMap::setWanted(bool wanted) {
    m_wanted = wanted;
}

bool MiniMap::scrolls() const {
    const auto moves = [](const QScrollBar* bar) { return bar->maximum() > bar->minimum(); };
    return moves(m_picture.horizontalScrollBar()) || moves(m_picture.verticalScrollBar());
}

void MiniMap::adopt(const QRect& room) {
    const bool deep = m_scene.level() == StageLevel::Cells;
    // Where the whole picture is seen, its line of parts says the same.
    bool shown = m_wanted && m_scene.hasTrace() && scrolls();
    if (shown) {
        const int lines = static_cast<int>(m_scene.partLines().size());
        const int height = 2 * kInset + lines * kLineHeight + (scrolls() ? kPageHeight + 4 : 0);
        // The lower right corner, or the left one where figures stand there.
        const QSize size(kWidth, height);
        const QRect right(room.bottomRight() - QPoint(kWidth + 10, height + 10), size);
        const QRect left(room.bottomLeft() + QPoint(10, -height - 10), size);
        const qreal most = coveredBy(right);
        const bool atLeft = most > 0 && coveredBy(left) < most;
        setGeometry(atLeft ? left : right);
        // On a page that is nearly all in view it would hide more than it tells, and of printed numbers the scroll bars
        // say the same.
        const QSizeF page = m_picture.sceneRect().size() * m_picture.transform().m11();
        const bool nearlyAll = page.width() < room.width() * 1.25 && page.height() < room.height() * 1.25;
        if ((deep || nearlyAll) && std::min(most, coveredBy(left)) > 0) shown = false;
        raise();
        update();
    }
    setVisible(shown);
}

qreal MiniMap::coveredBy(const QRect& place) const {
    const QPoint corner = m_picture.viewport()->mapTo(parentWidget(), QPoint());
    qreal covered = 0;
    for (const QGraphicsObject* item : m_scene.focusOrder()) {
        const QRect own = m_picture.mapFromScene(item->sceneBoundingRect()).boundingRect().translated(corner);
        const QRect common = own & place;
        covered += static_cast<qreal>(common.width()) * common.height();
    }
    return covered;
}

std::vector<QRectF> MiniMap::partBoxes() const {
    std::vector<QRectF> boxes(m_scene.map().parts().size());
    qreal y = kInset;
    for (const auto& line : m_scene.partLines()) {
        const qreal width = (kWidth - 2 * kInset) / static_cast<qreal>(line.size());
        for (std::size_t i = 0; i < line.size(); ++i) {
            const qreal gap = width > 4 ? 2 : 0.5;
            boxes[static_cast<std::size_t>(line[i])] = {kInset + static_cast<qreal>(i) * width, y,
                                                        std::min(width - gap, 24.0), kLineHeight - 3.0};
        }
        y += kLineHeight;
    }
    return boxes;
}

QRectF MiniMap::pageBox() const {
    const QRectF scene = m_picture.sceneRect();
    const qreal top = kInset + static_cast<qreal>(m_scene.partLines().size()) * kLineHeight + 4;
    const QSizeF room(kWidth - 2 * kInset, height() - top - kInset);
    if (scene.isEmpty() || room.height() < 4) return {};
    // A page that is very long one way would be a line: at least a few pixels the other way.
    QSizeF size = scene.size().scaled(room, Qt::KeepAspectRatio).expandedTo({10, 10}).boundedTo(room);
    return {QPointF(kInset + (room.width() - size.width()) / 2, top), size};
}

void MiniMap::paintEvent(QPaintEvent*) {
    if (!m_scene.hasTrace()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor behind = theme().panel;
    behind.setAlphaF(0.94F);
    painter.setPen(QPen(theme().line, 1));
    painter.setBrush(behind);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const int open = m_scene.openPart();
    const QColor phase = colourOf(m_scene.reading().phase());
    const std::vector<QRectF> boxes = partBoxes();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const bool isOpen = static_cast<int>(i) == open;
        painter.setPen(QPen(isOpen ? theme().ink : theme().line, isOpen ? 1.5 : 0.8));
        painter.setBrush(isOpen ? phase : faded(theme().mutedInk, theme().panel, 0.7));
        painter.drawRoundedRect(boxes[i], 1.5, 1.5);
    }
    const QRectF page = pageBox();
    if (!scrolls() || page.isEmpty()) return;
    painter.setPen(QPen(theme().line, 1));
    painter.setBrush(theme().stage);
    painter.drawRect(page);
    const QRectF scene = m_picture.sceneRect();
    const qreal x = page.width() / scene.width(), y = page.height() / scene.height();
    const auto onMap = [&](const QRectF& part) {
        return QRectF(page.left() + (part.left() - scene.left()) * x, page.top() + (part.top() - scene.top()) * y,
                      part.width() * x, part.height() * y);
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(theme().accent, theme().stage, 0.7));
    for (const MatrixItem* item : m_scene.matrices()) {
        painter.drawRect(onMap(QRectF(item->pos(), item->cellsSize())) & page);
    }
    const QRectF seen = m_picture.mapToScene(m_picture.viewport()->rect()).boundingRect();
    painter.setPen(QPen(theme().ink, 1.5));
    painter.setBrush(Qt::NoBrush);
    QRectF window = onMap(seen) & page;
    window.setSize(window.size().expandedTo({4, 4}));
    painter.drawRect(window);
}

void MiniMap::moveTo(QPointF place) {
    const QRectF page = pageBox(), scene = m_picture.sceneRect();
    if (page.isEmpty() || !scrolls()) return;
    const qreal x = std::clamp((place.x() - page.left()) / page.width(), 0.0, 1.0);
    const qreal y = std::clamp((place.y() - page.top()) / page.height(), 0.0, 1.0);
    m_picture.centerOn(scene.left() + x * scene.width(), scene.top() + y * scene.height());
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_scene.hasTrace()) return;
    const std::vector<QRectF> boxes = partBoxes();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].adjusted(-1, -2, 1, 2).contains(event->position())) continue;
        m_scene.goToPart(static_cast<int>(i));
        return;
    }
    moveTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) moveTo(event->position());
}

}  // namespace attentarium
