#pragma once

#include <QElapsedTimer>
#include <QGraphicsView>
#include <QPixmap>
#include <QVariantAnimation>

#include "ui/views/stage/stage_scene.h"

namespace attentarium {

/// The view of the stage's scene: fits it, zooms, pans, and walks the keyboard focus through its items.
class StagePicture : public QGraphicsView {
    Q_OBJECT

  public:
    explicit StagePicture(StageScene& scene, QWidget* parent = nullptr);

    void zoomBy(qreal factor);
    void fit();
    /// Lays the scene out for the room there is now.
    void adopt();
    /// Scrolls so far that the figure of the step is seen.
    void showCurrent();
    /// Whether levels open by growing out of their place.
    void setAnimated(bool animated) { m_animated = animated; }
    bool isAnimated() const { return m_animated; }
    /// One level deeper, at the mouse where it is over the picture and wanted, else at the step; or up.
    void goDeeper(bool atMouse);
    void goUp();

  Q_SIGNALS:
    /// What is seen of the scene has changed.
    void viewChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

  private:
    QSizeF wantedArea() const;
    qreal fittingScale() const;
    void applyScale();
    /// Of the scene what the window shows: all but the breadcrumb, which stands above it.
    QRectF body() const;
    void beginOpening(const QRectF& from, bool deeper);
    void drawHeaders(QPainter& painter) const;
    void drawOpening(QPainter& painter) const;
    std::optional<QPointF> placeOfMouse() const;

    StageScene& m_scene;
    qreal m_zoom = 1;  ///< on top of the scale that fits
    bool m_animated = true;
    QVariantAnimation m_opening;
    QPixmap m_before;      ///< the picture of the level that was left
    QRectF m_openingFrom;  ///< in the viewport
    bool m_openingDeeper = true;
    QElapsedTimer m_sinceLevel;  ///< a wheel that still turns does not run through all levels
};

}  // namespace attentarium
