#include "ui/views/pins/pin_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <utility>

#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"

namespace attentarium {

PinCard::PinCard(QWidget* parent)
    : QWidget(parent),
      m_letter(new QLabel(this)),
      m_title(new ElidedLabel(this)),
      m_run(new ElidedLabel(this)),
      m_remove(new FlatButton(this, FlatButton::Look::Plain)),
      m_numbers(new NumberTableView(this)) {
    QFont bold = font();
    bold.setBold(true);
    m_letter->setFont(bold);
    m_title->setFont(bold);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 8);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_letter, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_run, 1, 0, 1, 3);
    grid->addWidget(m_numbers, 2, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    connect(m_remove, &FlatButton::clicked, this, &PinCard::removed);
    retranslate();
}

void PinCard::show(const QString& letter, const QString& title, const QString& run, NumberTable table, bool shares) {
    m_letter->setText(letter);
    m_title->setText(title);
    m_run->setText(run);
    m_name = letter + QStringLiteral(": ") + title + QStringLiteral(", ") + run;
    m_numbers->setTable(std::move(table), shares);
    retranslate();
}

void PinCard::setRemovable(bool removable) {
    m_remove->setVisible(removable);
}

void PinCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void PinCard::retranslate() {
    m_numbers->setAccessibleName(m_name);
    m_remove->setText(tr("Unpin"));
    //: %1 is the letter and the name of a pinned tensor
    m_remove->setAccessibleName(tr("Unpin %1").arg(m_name));
}

}  // namespace attentarium
