#include "ui/window/docks.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <algorithm>
#include <map>
#include <utility>

namespace attentarium {

Docks::Docks(QMainWindow& window, WindowActions& actions) : QObject(&window), m_window(window), m_actions(actions) {
    window.setDockNestingEnabled(true);
    window.setDockOptions(window.dockOptions() | QMainWindow::GroupedDragging);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_titles.setSingleShot(true);
    connect(&m_titles, &QTimer::timeout, this, &Docks::refreshTitles);
}

QDockWidget& Docks::add(Command command, const QString& name, QWidget* content, Qt::DockWidgetArea area,
                        AtFirst atFirst) {
    auto* dock = new QDockWidget(&m_window);
    // The name is how the arrangement is stored.
    dock->setObjectName(name);
    dock->setWidget(content);
    m_docks.push_back({command, dock, area, atFirst, atFirst == AtFirst::Open});
    QAction* action = m_actions[command];
    connect(action, &QAction::triggered, dock, [this, dock] { toggle(*dock); });
    connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    // Once the panel has come to rest: Qt moves it in several steps.
    const auto later = [this] { m_titles.start(0); };
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, later);
    // Qt keeps panels behind a tab shown, beyond the window's edge, where Tab would find them.
    connect(dock, &QDockWidget::visibilityChanged, content, &QWidget::setEnabled);
    return *dock;
}

bool Docks::isBehind(const QDockWidget& dock) {
    const QRect place = dock.geometry();
    return !dock.isFloating() && !dock.isHidden() && (place.right() < 0 || place.bottom() < 0);
}

void Docks::focusInto(QWidget& panel) {
    QWidget* last = panel.focusWidget();
    for (QWidget* one = last ? last : panel.nextInFocusChain(); one && one != &panel; one = one->nextInFocusChain()) {
        const bool takesTab = (one->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && one->isEnabled();
        if (takesTab && !one->focusProxy() && panel.isAncestorOf(one) && one->isVisibleTo(&panel)) {
            return one->setFocus(Qt::ShortcutFocusReason);
        }
    }
}

bool Docks::isTabbed(QDockWidget& dock) const {
    if (dock.isFloating()) return false;
    const QList<QDockWidget*> others = m_window.tabifiedDockWidgets(&dock);
    return std::any_of(others.begin(), others.end(),
                       [](QDockWidget* other) { return other->toggleViewAction()->isChecked(); });
}

void Docks::refreshTitles() {
    for (const Dock& dock : m_docks) {
        dock.widget->widget()->setEnabled(!isBehind(*dock.widget));
        // A tab has the name already and can be dragged like a title.
        const bool tabbed = isTabbed(*dock.widget);
        QWidget* before = dock.widget->titleBarWidget();
        if (tabbed == (before != nullptr)) continue;
        auto* none = tabbed ? new QWidget(dock.widget) : nullptr;
        if (none) none->setFixedHeight(0);
        dock.widget->setTitleBarWidget(none);
        delete before;
    }
    nameButtons();
}

void Docks::nameButtons() {
    // Qt names these once, in the language of that moment.
    for (auto* button : m_window.findChildren<QAbstractButton*>()) {
        const QString name = button->objectName();
        if (name == QStringLiteral("qt_dockwidget_floatbutton"))
            button->setAccessibleName(tr("Put into a window of its own"));
        if (name == QStringLiteral("qt_dockwidget_closebutton")) button->setAccessibleName(tr("Close this panel"));
        if (name == QStringLiteral("ScrollLeftButton")) button->setAccessibleName(tr("Tabs further left"));
        if (name == QStringLiteral("ScrollRightButton")) button->setAccessibleName(tr("Tabs further right"));
        if (!name.startsWith(QStringLiteral("qt_dockwidget_"))) continue;
        button->setToolTip(button->accessibleName());
        button->setAccessibleDescription({});
    }
}

void Docks::toggle(QDockWidget& dock) {
    const bool inFront = dock.isVisible() && !dock.visibleRegion().isEmpty();
    // A panel behind another one comes to the front; only the one in front closes.
    dock.setVisible(!inFront);
    if (!inFront) {
        heighten(dock);
        dock.raise();
        dock.widget()->setEnabled(true);
        focusInto(dock);
    }
    for (const Dock& one : m_docks) {
        if (one.widget == &dock) m_actions[one.command]->setChecked(!inFront);
    }
}

void Docks::arrange() {
    std::map<Qt::DockWidgetArea, QDockWidget*> first;
    for (const Dock& dock : m_docks) {
        dock.widget->setFloating(false);
        m_window.addDockWidget(dock.area, dock.widget);
        QDockWidget*& before = first[dock.area];
        if (before) {
            m_window.tabifyDockWidget(before, dock.widget);
        } else {
            before = dock.widget;
        }
        const bool open = dock.atFirst == AtFirst::Open;
        dock.widget->setVisible(open);
        m_actions[dock.command]->setChecked(open);
    }
    for (const auto& [area, front] : first) front->raise();
    widen();
    refreshTitles();
    // Again when the window has found its size, which it has not while it is being built.
    QTimer::singleShot(0, this, &Docks::widen);
}

void Docks::fit() {
    // Enough for the names of three panels side by side.
    const int least = qMin(m_window.fontMetrics().height() * 14, m_window.width() / 5);
    for (const Dock& dock : m_docks) dock.widget->widget()->setMinimumWidth(least);
}

void Docks::widen() {
    fit();
    // Wide enough to read, and most of the window for the stage.
    const int width = qMin(m_window.fontMetrics().height() * 16, m_window.width() / 5);
    QList<QDockWidget*> docked;
    QList<int> widths;
    for (const Dock& dock : m_docks) {
        if (dock.widget->isFloating() || dock.widget->isHidden() || dock.area == Qt::BottomDockWidgetArea) continue;
        docked.append(dock.widget);
        widths.append(width);
    }
    m_window.resizeDocks(docked, widths, Qt::Horizontal);
}

void Docks::heighten(QDockWidget& dock) {
    const auto opened =
        std::find_if(m_docks.begin(), m_docks.end(), [&](const Dock& one) { return one.widget == &dock; });
    // Afterwards it is as high as it was left.
    if (opened->area != Qt::BottomDockWidgetArea || std::exchange(opened->wasHeightened, true)) return;
    // When the window has laid it out, which it does later.
    QTimer::singleShot(0, &dock, [this, &dock] {
        const int height = qMin(m_window.fontMetrics().height() * 20, m_window.height() * 2 / 5);
        if (!dock.isFloating()) m_window.resizeDocks({&dock}, {height}, Qt::Vertical);
    });
}

void Docks::raise(Command command) {
    for (const Dock& dock : m_docks) {
        if (dock.command != command) continue;
        if (dock.widget->isHidden()) heighten(*dock.widget);
        dock.widget->show();
        dock.widget->raise();
    }
}

void Docks::bringForward(Command command) {
    for (const Dock& dock : m_docks) {
        if (dock.command == command && !dock.widget->isHidden()) dock.widget->raise();
    }
}

void Docks::setAside(bool aside) {
    if (aside == m_aside) return;
    m_aside = aside;
    for (Dock& dock : m_docks) {
        // Its action would call a panel closed as long as the window itself is not shown.
        if (aside) dock.wasOpen = !dock.widget->isHidden();
        dock.widget->setVisible(!aside && dock.wasOpen);
        m_actions[dock.command]->setEnabled(!aside);
    }
    m_actions[Command::ArrangeDocks]->setEnabled(!aside);
    if (aside) return;
    // Shown last is shown in front; the first of each side shall be.
    for (auto dock = m_docks.rbegin(); dock != m_docks.rend(); ++dock) {
        if (dock->wasOpen) dock->widget->raise();
    }
    refreshTitles();
}

void Docks::retranslate() {
    for (const Dock& dock : m_docks) {
        const QString name = m_actions[dock.command]->iconText();
        dock.widget->setWindowTitle(name);
        dock.widget->setAccessibleName(name);
    }
    nameButtons();
}

}  // namespace attentarium
