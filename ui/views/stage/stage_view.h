#pragma once

#include <QWidget>

#include "ui/session/session.h"

namespace attentarium {

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
    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    /// The whole width again.
    void zoomToFit();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void follow();

    Session& m_session;
    StageScene* m_scene;
    StagePicture* m_picture;
};

}  // namespace attentarium
