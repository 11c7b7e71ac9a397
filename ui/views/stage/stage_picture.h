#pragma once

#include <QGraphicsView>

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

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    QSizeF wantedArea() const;
    qreal fittingScale() const;
    void applyScale();

    StageScene& m_scene;
    qreal m_zoom = 1;  ///< on top of the scale that fits
};

}  // namespace attentarium
