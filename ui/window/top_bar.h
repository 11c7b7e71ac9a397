#pragma once

#include <QWidget>

#include "ui/session/session.h"

class QLabel;
class QMenu;
class QMenuBar;
class QToolButton;

namespace attentarium {

class WindowActions;

/// The first line of the window: the menus, the model that is open, the language, the size of type, and export.
class TopBar : public QWidget {
    Q_OBJECT

  public:
    TopBar(Session& session, WindowActions& actions, QWidget* parent = nullptr);

    QMenuBar& menuBar() { return *m_menuBar; }
    /// What opens from the model's button.
    QMenu& modelMenu() { return *m_modelMenu; }

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QToolButton* button(QAction* action, bool withText);
    void retranslate();
    void nameSwitch();
    void showModel();

    Session& m_session;
    WindowActions& m_actions;
    QMenuBar* m_menuBar;
    QToolButton* m_model;
    QMenu* m_modelMenu;
    QToolButton* m_english;
    QToolButton* m_chinese;
    QToolButton* m_export;
    QMenu* m_exportMenu;
};

/// "GPT · 2 layers × 4 heads × 64 — small world"; empty when no model is open.
QString modelTitle(const Session& session);

}  // namespace attentarium
