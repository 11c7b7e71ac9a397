#include "ui/views/stage/stage_picture.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"
#include "ui/views/stage/matrix_item.h"

namespace attentarium {
namespace {

constexpr qreal kLargestZoom = 3;
constexpr int kPauseBetweenLevels = 300;  ///< milliseconds
/// Of the size of type that was chosen; below, the picture is scrolled instead of shrunk.
constexpr qreal kSmallestScale = 0.87;

}  // namespace

StagePicture::StagePicture(StageScene& scene, QWidget* parent) : QGraphicsView(&scene, parent), m_scene(scene) {
    setFrameShape(QFrame::NoFrame);
    setDragMode(ScrollHandDrag);
    setRenderHint(QPainter::Antialiasing);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTransformationAnchor(AnchorUnderMouse);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->grabGesture(Qt::PinchGesture);
    viewport()->setCursor(Qt::ArrowCursor);
    connect(&scene, &StageScene::laidOut, this, &StagePicture::applyScale);
    connect(&scene, &StageScene::opening, this, &StagePicture::beginOpening);
    connect(&m_opening, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_opening, &QVariantAnimation::finished, this, [this] {
        m_before = {};
        viewport()->update();
    });
    m_sinceLevel.start();
}

qreal StagePicture::fittingScale() const {
    const QRectF picture = body();
    const QSizeF room = maximumViewportSize();
    // Printed cells are as large as they must be to be read, and are scrolled.
    if (picture.isEmpty() || room.isEmpty() || m_scene.level() == StageLevel::Cells) return 1;
    const qreal whole = std::min(room.width() / picture.width(), room.height() / picture.height());
    return std::clamp(whole, kSmallestScale, 1.0);
}

QRectF StagePicture::body() const {
    return m_scene.sceneRect().adjusted(0, m_scene.hasTrace() ? m_scene.bodyTop() : 0, 0, 0);
}

void StagePicture::applyScale() {
    setSceneRect(body());
    // Headers that stay while the cells move are painted with them.
    const bool cells = m_scene.level() == StageLevel::Cells;
    setViewportUpdateMode(cells ? FullViewportUpdate : MinimalViewportUpdate);
    const qreal scale = fittingScale() * m_zoom;
    setTransform(QTransform::fromScale(scale, scale));
    setBackgroundBrush(theme().stage);
    Q_EMIT viewChanged();
}

void StagePicture::zoomBy(qreal factor) {
    // At either end the next level opens.
    const bool beyond = (factor > 1 && m_zoom >= kLargestZoom) || (factor < 1 && m_zoom <= 1);
    if (beyond) {
        if (m_sinceLevel.elapsed() < kPauseBetweenLevels) return;
        factor > 1 ? goDeeper(true) : goUp();
        return;
    }
    m_zoom = std::clamp(m_zoom * factor, 1.0, kLargestZoom);
    applyScale();
}

void StagePicture::fit() {
    m_zoom = 1;
    applyScale();
}

QSizeF StagePicture::wantedArea() const {
    // Larger type makes the whole picture larger, which is then scrolled: a projector is for reading.
    constexpr qreal kLeastWidth = 38, kLeastHeight = 22;
    const qreal line = StageFonts(font()).line;
    const QSizeF room = QSizeF(maximumViewportSize()).expandedTo({line * kLeastWidth, line * kLeastHeight});
    return room + QSizeF(0, m_scene.breadcrumbHeight());
}

void StagePicture::adopt() {
    m_scene.setArea(wantedArea(), font());
}

void StagePicture::showCurrent() {
    const QGraphicsObject* figure = m_scene.currentFigure();
    if (m_scene.level() == StageLevel::Cells) {
        const std::vector<MatrixItem*> all = m_scene.matrices();
        if (all.empty()) return;
        const auto& chosen = all.front()->content().selected;
        const QRectF cell = all.front()->cellRect(chosen.value_or(CellPlace{}));
        ensureVisible(all.front()->mapRectToScene(cell), 160, 60);
        return;
    }
    if (figure) ensureVisible(figure->sceneBoundingRect(), 8, 8);
}

void StagePicture::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    // Scroll bars that come and go change the viewport alone, not the room for the picture.
    if (m_scene.area() != wantedArea()) adopt();
}

void StagePicture::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

bool StagePicture::event(QEvent* event) {
    // A matrix with a chosen cell takes the arrows before they become steps of the walk.
    auto* const focused = scene()->focusItem() ? scene()->focusItem()->toGraphicsObject() : nullptr;
    if (event->type() == QEvent::ShortcutOverride && focused) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
            case Qt::Key_Up:
            case Qt::Key_Down:
            case Qt::Key_Left:
            case Qt::Key_Right:
                if (!qobject_cast<MatrixItem*>(focused)) break;
                [[fallthrough]];
            case Qt::Key_Return:
            case Qt::Key_Enter:
            case Qt::Key_Escape:
                if (key->modifiers() == Qt::NoModifier) {
                    event->accept();
                    return true;
                }
                break;
            default:
                break;
        }
    }
    return QGraphicsView::event(event);
}

bool StagePicture::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Gesture) {
        if (const auto* pinch =
                static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            zoomBy(pinch->scaleFactor());
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + native->value());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

bool StagePicture::focusNextPrevChild(bool next) {
    const std::vector<QGraphicsObject*> order = m_scene.focusOrder();
    const auto now =
        std::ranges::find(order, m_scene.focusItem(), [](QGraphicsObject* item) -> QGraphicsItem* { return item; });
    std::ptrdiff_t place = now == order.end() ? (next ? 0 : static_cast<std::ptrdiff_t>(order.size()) - 1)
                                              : now - order.begin() + (next ? 1 : -1);
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(order.size())) {
        m_scene.setFocusItem(nullptr);
        return QGraphicsView::focusNextPrevChild(next);
    }
    QGraphicsObject* item = order[static_cast<std::size_t>(place)];
    item->setFocus(Qt::TabFocusReason);
    ensureVisible(item->sceneBoundingRect(), 8, 8);
    return true;
}

}  // namespace attentarium
