#pragma once

#include <QWidget>

#include "ui/session/session.h"
#include "ui/views/stage/stage_level.h"

namespace attentarium {

class MiniMap;
class SourceStrip;
class StageHeader;
class StagePicture;
class StageScene;

/// The picture in the middle of the window: the model as a row of parts, one of them open, with every number that it
/// computed and, on the way back, every gradient.
class StageView : public QWidget {
    Q_OBJECT

  public:
    explicit StageView(Session& session, QWidget* parent = nullptr);
    ~StageView() override;

    /// Paints the whole picture, whatever the zoom, for a file or the clipboard.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;

    StageScene& scene() { return *m_scene; }
    StageLevel level() const;
    void setLevel(StageLevel level);
    Shown shown() const;
    void setShown(Shown shown);
    /// Whether a small map of the model stands in the corner where it helps.
    void setMapped(bool mapped);
    bool isMapped() const;
    /// Whether levels open by growing out of their place.
    void setAnimated(bool animated);
    bool isAnimated() const;
    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    /// The whole width again.
    void zoomToFit();

  Q_SIGNALS:
    void levelChanged();
    void shownChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void follow();
    void showAround();
    void placeMap();

    Session& m_session;
    StageScene* m_scene;
    StagePicture* m_picture;
    StageHeader* m_header;
    SourceStrip* m_sources;
    MiniMap* m_map;
};

}  // namespace attentarium
