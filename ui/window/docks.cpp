#include "ui/window/docks.h"

#include <QFontMetrics>

namespace attentarium {

Docks::Docks(QMainWindow& window, WindowActions& actions) : QObject(&window), m_window(window), m_actions(actions) {
    window.setDockNestingEnabled(true);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget& Docks::add(Command command, const QString& name, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(&m_window);
    // The name is how the arrangement is stored.
    dock->setObjectName(name);
    dock->setWidget(content);
    m_docks.push_back({command, dock, area});
    QAction* action = m_actions[command];
    connect(action, &QAction::triggered, dock, [this, dock] { toggle(*dock); });
    connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    return *dock;
}

void Docks::toggle(QDockWidget& dock) {
    const bool inFront = dock.isVisible() && !dock.visibleRegion().isEmpty();
    // A panel behind another one comes to the front; only the one in front closes.
    dock.setVisible(!inFront);
    if (!inFront) dock.raise();
    for (const Dock& one : m_docks) {
        if (one.widget == &dock) m_actions[one.command]->setChecked(!inFront);
    }
}

void Docks::arrange() {
    QDockWidget* first[2] = {nullptr, nullptr};
    for (const Dock& dock : m_docks) {
        dock.widget->setFloating(false);
        m_window.addDockWidget(dock.area, dock.widget);
        QDockWidget*& before = first[dock.area == Qt::RightDockWidgetArea];
        if (before) {
            m_window.tabifyDockWidget(before, dock.widget);
        } else {
            before = dock.widget;
        }
        dock.widget->show();
        m_actions[dock.command]->setChecked(true);
    }
    const int letter = m_window.fontMetrics().averageCharWidth();
    for (QDockWidget* front : first) {
        if (!front) continue;
        m_window.resizeDocks({front}, {qBound(250, letter * 42, 380)}, Qt::Horizontal);
        front->raise();
    }
}

void Docks::raise(Command command) {
    for (const Dock& dock : m_docks) {
        if (dock.command != command) continue;
        dock.widget->show();
        dock.widget->raise();
    }
}

void Docks::setAside(bool aside) {
    if (aside == m_aside) return;
    m_aside = aside;
    for (Dock& dock : m_docks) {
        if (aside) dock.wasOpen = dock.widget->toggleViewAction()->isChecked();
        dock.widget->setVisible(!aside && dock.wasOpen);
        m_actions[dock.command]->setEnabled(!aside);
    }
    m_actions[Command::ArrangeDocks]->setEnabled(!aside);
}

void Docks::retranslate() {
    for (const Dock& dock : m_docks) {
        const QString name = m_actions[dock.command]->iconText();
        dock.widget->setWindowTitle(name);
        dock.widget->setAccessibleName(name);
    }
}

}  // namespace attentarium
