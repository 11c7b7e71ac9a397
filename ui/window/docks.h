#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QObject>
#include <QTimer>
#include <vector>

#include "ui/window/window_actions.h"

namespace attentarium {

/// The panels around the stage: each moves, closes, floats and comes back, and has a command that shows it.
class Docks : public QObject {
    Q_OBJECT

  public:
    Docks(QMainWindow& window, WindowActions& actions);

    enum class AtFirst { Open, Closed };
    /// `command` shows the panel and names it.
    QDockWidget& add(Command command, const QString& name, QWidget* content, Qt::DockWidgetArea area,
                     AtFirst atFirst = AtFirst::Open);
    /// All panels at their first places, and open but for those that wait for something to show.
    void arrange();
    /// Keeps every panel wide enough to be read, at any size of type.
    void fit();
    /// Brings a panel to the front, open.
    void raise(Command command);
    /// Brings a panel to the front of its tabs, unless it is closed.
    void bringForward(Command command);
    /// While the welcome is shown there are no panels; afterwards they are as they were.
    void setAside(bool aside);
    void retranslate();

  private:
    struct Dock {
        Command command;
        QDockWidget* widget;
        Qt::DockWidgetArea area;
        AtFirst atFirst = AtFirst::Open;
        bool wasOpen = true;
        bool wasHeightened = false;
    };

    void widen();
    void toggle(QDockWidget& dock);
    /// Gives a panel below the stage room for a table when it opens for the first time.
    void heighten(QDockWidget& dock);
    void refreshTitles();
    void nameButtons();
    /// Whether another tab is in front of it.
    static bool isBehind(const QDockWidget& dock);
    /// To where the focus was in it, else to what comes first.
    static void focusInto(QWidget& panel);
    bool isTabbed(QDockWidget& dock) const;

    QMainWindow& m_window;
    WindowActions& m_actions;
    std::vector<Dock> m_docks;
    bool m_aside = false;
    QTimer m_titles;
};

}  // namespace attentarium
