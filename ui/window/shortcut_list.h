#pragma once

#include <QDialog>

class QGridLayout;
class QScrollArea;

namespace attentarium {

class WindowActions;

/// Every command with its keys. Stays open beside the window while one tries them.
class ShortcutList : public QDialog {
    Q_OBJECT

  public:
    ShortcutList(const WindowActions& actions, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();

    const WindowActions& m_actions;
    QScrollArea* m_area;
};

}  // namespace attentarium
