#pragma once

#include <QWidget>

#include "ui/views/stage/stage_level.h"

class QBoxLayout;

namespace attentarium {

class ElidedLabel;
class SegmentRow;
class StageScene;

/// The line above the picture: where one is, how close one looks, and which quantity is shown.
class StageHeader : public QWidget {
    Q_OBJECT

  public:
    explicit StageHeader(StageScene& scene, QWidget* parent = nullptr);

    void retranslate();
    /// Takes over where the scene is.
    void adopt();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    StageScene& m_scene;
    QBoxLayout* m_lines;
    ElidedLabel* m_place;
    SegmentRow* m_levels;
    SegmentRow* m_shown;
};

}  // namespace attentarium
