#pragma once

#include <QLabel>

namespace attentarium {

/// One line of text that ends in … where there is no room, with the whole of it as its tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

  private:
    bool fits() const;
};

}  // namespace attentarium
