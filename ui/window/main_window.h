#pragma once

#include <QMainWindow>
#include <QTimer>
#include <optional>

#include "engine/text/language.h"
#include "ui/explain/theme.h"
#include "ui/lesson/lesson_player.h"
#include "ui/session/session.h"
#include "ui/window/stored_session.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/workspace.h"

class QMenu;
class QStackedWidget;
class QToolBar;

namespace attentarium {

class AboutBox;
class Docks;
class Inspector;
class LessonPanel;
class MessageBar;
class ModelOpening;
class PictureSaving;
class Preferences;
class SessionSaving;
class ShortcutList;
class StageView;
class TokenStrip;
class TopBar;
class Welcome;
class Workspaces;

/// The whole window: one session, the views around it, and all that can be asked of them.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow(Session& session, Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens what was asked for, else what was open last time, else a bundled model with the welcome before it.
    void begin(const std::optional<QString>& folder, const std::optional<QString>& text);

    const WindowActions& actions() const { return m_actions; }
    StageView& stage();
    Workspaces& workspaces() { return *m_workspaces; }
    void showWorkspace(WorkspaceKind kind);
    MessageBar& messages() { return *m_messages; }
    ModelOpening& models() { return *m_models; }
    PictureSaving& pictures() { return *m_pictures; }
    SessionSaving& saving() { return *m_saving; }
    bool isWelcoming() const;
    /// Brings a panel to the front; `command` is the one that shows it.
    void showPanel(Command command);

    void chooseLanguage(Language language);
    void chooseTheme(ThemeKind kind);
    void chooseTextSize(int percent);

  protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void buildBars();
    void buildDocks();
    void buildMenus();
    void connectActions();
    void setWelcoming(bool welcoming);
    void leaveWelcome();
    void showTransport();
    void showState();
    void showChoices();
    void retranslate();
    void remember();
    void storeSession();
    /// Goes where a session file says.
    void openSession(const StoredSession& stored);

    Session& m_session;
    Preferences& m_preferences;
    LessonPlayer m_lessons;
    WindowActions m_actions;
    TopBar* m_topBar;
    MessageBar* m_messages;
    TokenStrip* m_tokens;
    QStackedWidget* m_centre;
    Welcome* m_welcome;
    Workspaces* m_workspaces;
    QToolBar* m_transport;
    Docks* m_docks = nullptr;
    QMenu* m_recent = nullptr;
    QMenu* m_bundled = nullptr;
    ModelOpening* m_models;
    PictureSaving* m_pictures;
    SessionSaving* m_saving;
    Inspector* m_inspector = nullptr;
    ShortcutList* m_shortcuts = nullptr;
    AboutBox* m_about = nullptr;
    std::optional<StoredSession> m_returnTo;
    QTimer m_storing;  ///< a moment after the last change, so that a crash loses nothing
};

}  // namespace attentarium
