#include "ui/window/shortcut_list.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/window/window_actions.h"

namespace attentarium {

ShortcutList::ShortcutList(const WindowActions& actions, QWidget* parent)
    : QDialog(parent), m_actions(actions), m_area(new QScrollArea(this)) {
    setModal(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fill();
}

void ShortcutList::fill() {
    setWindowTitle(tr("Keyboard shortcuts"));
    m_area->setAccessibleName(windowTitle());
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(28, 20, 28, 24);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const CommandGroup group :
         {CommandGroup::Go, CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Help}) {
        auto* title = new QLabel(WindowActions::plainTitleOf(group), page);
        QFont bold;
        bold.setBold(true);
        title->setFont(bold);
        title->setContentsMargins(0, row == 0 ? 0 : 12, 0, 2);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const Command command : m_actions.commandsOf(group)) {
            grid->addWidget(new QLabel(m_actions[command]->iconText(), page), row, 0);
            grid->addWidget(new QLabel(m_actions.keysOf(command).join(QStringLiteral("   ")), page), row++, 1);
        }
    }
    grid->setColumnStretch(0, 1);
    m_area->setWidget(page);
    const int width = page->sizeHint().width() + m_area->verticalScrollBar()->sizeHint().width();
    m_area->setMinimumWidth(width);
    resize(width, qMin(page->sizeHint().height(), 560));
}

void ShortcutList::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) fill();
}

}  // namespace attentarium
