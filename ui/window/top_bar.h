#pragma once

#include <QWidget>
#include <vector>

#include "ui/session/session.h"

class QLabel;
class QMenu;
class QShortcut;
class QToolButton;

namespace attentarium {

class WindowActions;

/// The first line of the window: the menus behind one button, a tab for each workspace, the model that is open, the
/// language, the size of type, and export.
class TopBar : public QWidget {
    Q_OBJECT

  public:
    TopBar(Session& session, WindowActions& actions, QWidget* parent = nullptr);

    /// What opens from the button with three lines: all menus.
    QMenu& mainMenu() { return *m_mainMenu; }
    /// Gives each menu the key of its mnemonic, as in a row of menus.
    void bindMnemonics();
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
    void openBelow(QMenu& menu, const QWidget& button);

    Session& m_session;
    WindowActions& m_actions;
    QToolButton* m_menus;
    QMenu* m_mainMenu;
    std::vector<QShortcut*> m_mnemonics;
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
