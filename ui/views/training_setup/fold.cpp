#include "ui/views/training_setup/fold.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace attentarium {

Fold::Fold(AtFirst atFirst, Look look, QWidget* parent)
    : QWidget(parent),
      m_title(new QToolButton(this)),
      m_content(new QWidget(this)),
      m_rows(new QVBoxLayout(m_content)) {
    m_title->setAutoRaise(true);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (look == Look::Group) {
        QFont bold;
        bold.setBold(true);
        m_title->setFont(bold);
    }
    m_rows->setContentsMargins(4, 2, 0, 6);
    m_rows->setSpacing(6);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title, 0, Qt::AlignLeft);
    column->addWidget(m_content);
    connect(m_title, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    setOpen(atFirst == AtFirst::Open);
}

void Fold::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setAccessibleName(title);
    m_title->setAccessibleDescription(m_open ? tr("open") : tr("closed"));
}

void Fold::add(QWidget* row) {
    m_rows->addWidget(row);
}

void Fold::setOpen(bool open) {
    m_open = open;
    m_content->setVisible(open);
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_title->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

void Fold::hideIfEmpty() {
    bool any = false;
    for (int i = 0; i < m_rows->count(); ++i) any = any || !m_rows->itemAt(i)->widget()->isHidden();
    setVisible(any);
}

}  // namespace attentarium
