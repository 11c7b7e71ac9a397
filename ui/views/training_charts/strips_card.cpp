#include "ui/views/training_charts/strips_card.h"

#include <QBoxLayout>
#include <QLabel>

#include "ui/views/elided_label.h"

namespace attentarium {

StripsCard::StripsCard(Strips::Numbers numbers, QWidget* parent)
    : QWidget(parent),
      m_numbers(numbers),
      m_title(new QLabel(this)),
      m_nothing(new QLabel(this)),
      m_strips(new Strips(this)),
      m_reading(new ElidedLabel(this)) {
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_reading->setTextFormat(Qt::PlainText);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_strips, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_reading);
    connect(m_strips, &Strips::readingChanged, this, [this] { m_reading->setText(m_strips->reading()); });
    show({});
}

void StripsCard::setWords(const QString& title, const QString& none) {
    m_title->setText(title);
    m_strips->setAccessibleName(title);
    m_nothing->setText(none);
}

void StripsCard::show(const History& history) {
    m_strips->show(history, m_numbers);
    const bool any = m_strips->stripCount() > 0;
    m_strips->setVisible(any);
    m_reading->setVisible(any);
    m_nothing->setVisible(!any);
}

}  // namespace attentarium
