#include "ui/workspaces/pages.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace attentarium {

Pages::Pages(const QString& name, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_tabs->setObjectName(name + QStringLiteral("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int place) {
        m_stack->setCurrentIndex(place);
        Q_EMIT pageChanged();
    });
    const auto turn = [this](int key, int by) {
        auto* const shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] {
            m_tabs->setCurrentIndex(std::clamp(m_tabs->currentIndex() + by, 0, m_tabs->count() - 1));
        });
    };
    turn(Qt::Key_PageUp, -1);
    turn(Qt::Key_PageDown, +1);
    retranslate();
}

void Pages::add(const QString& name, const char* title, std::unique_ptr<Workspace> page) {
    m_stack->addWidget(page->widget());
    m_pages.push_back({name, title, std::move(page)});
    m_tabs->addTab(tr(title));
}

QStringList Pages::names() const {
    QStringList names;
    for (const Page& page : m_pages) names.append(page.name);
    return names;
}

Workspace* Pages::current() const {
    return m_pages.at(static_cast<std::size_t>(m_tabs->currentIndex())).workspace.get();
}

void Pages::show(const QString& name) {
    const auto place = names().indexOf(name);
    if (place >= 0) m_tabs->setCurrentIndex(static_cast<int>(place));
}

void Pages::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void Pages::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_tabs->setFocus(event->reason());
}

void Pages::retranslate() {
    setAccessibleName(tr("Pages of the workspace"));
    m_tabs->setAccessibleName(accessibleName());
    for (std::size_t i = 0; i < m_pages.size(); ++i) m_tabs->setTabText(static_cast<int>(i), tr(m_pages[i].title));
}

}  // namespace attentarium
