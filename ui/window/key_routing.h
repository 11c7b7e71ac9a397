#pragma once

#include <QObject>

namespace attentarium {

/// Gives a key to the widget that has the focus where that widget needs it itself: Space to a button, arrows to a
/// slider or a list. All other keys belong to the window, whatever has the focus; a presenter's clicker always does.
class KeyRouting : public QObject {
    Q_OBJECT

  public:
    explicit KeyRouting(QObject* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace attentarium
