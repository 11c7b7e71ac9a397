#pragma once

#include <QWidget>

namespace attentarium {

class StagePicture;
class StageScene;

/// The whole model, tiny, in a corner of the stage: where the step is among the parts and, below, which piece of the
/// page is seen. A press on a part opens it, one on the page goes there.
class MiniMap : public QWidget {
    Q_OBJECT

  public:
    MiniMap(StageScene& scene, StagePicture& picture, QWidget* parent);

    /// Whether it is shown where it helps: where the picture is larger than its window, or a level is deep.
    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    /// Takes over where the scene and its view are, and stands in the corner of `room`.
    void adopt(const QRect& room);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    bool scrolls() const;
    /// How much of the figures a place would cover.
    qreal coveredBy(const QRect& place) const;
    /// The boxes of the parts, and the page below them.
    std::vector<QRectF> partBoxes() const;
    QRectF pageBox() const;
    void moveTo(QPointF place);

    StageScene& m_scene;
    StagePicture& m_picture;
    bool m_wanted = true;
};

}  // namespace attentarium
