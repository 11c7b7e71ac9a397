#pragma once

#include <QWidget>

#include "ui/views/training_charts/now_picture.h"

namespace attentarium {

class Session;

/// What the model does with the sentence at the moment that is shown, as a small picture: the chosen head, or the
/// gates. The arrows choose another head or layer.
class NowCard : public QWidget {
    Q_OBJECT

  public:
    explicit NowCard(Session& session, QWidget* parent = nullptr);

    const NowPictures& pictures() const { return m_now; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void take();
    void paintPicture(QPainter& painter, const NowPicture& picture, const QImage& image, const QRect& area) const;

    Session& m_session;
    NowPictures m_now;
    std::vector<QImage> m_images;
    int m_layer = -1;
};

}  // namespace attentarium
