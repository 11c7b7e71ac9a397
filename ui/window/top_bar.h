#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "ui/session/session.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QShortcut;
class QToolButton;
class QVBoxLayout;

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

    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QToolButton* button(QAction* action, bool withText);
    void retranslate();
    void nameSwitch();
    void showModel();
    /// Where it is narrow, the model is named more shortly, then the tabs get a row of their own.
    void fit();
    void openBelow(QMenu& menu, const QWidget& button);

    Session& m_session;
    WindowActions& m_actions;
    QVBoxLayout* m_rows = nullptr;
    QHBoxLayout* m_row = nullptr;
    QHBoxLayout* m_tabs = nullptr;
    bool m_tabsAreBelow = false;
    std::array<QHBoxLayout*, 2> m_tabPlaces{};  ///< beside the other things, and below them
    QLabel* m_name;
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
