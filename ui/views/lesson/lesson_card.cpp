#include "ui/views/lesson/lesson_card.h"

#include <QEvent>
#include <QPainter>

#include "ui/explain/theme.h"

namespace attentarium {

LessonCard::LessonCard(Look look, QWidget* parent)
    : QWidget(parent), m_look(look), m_heading(new QLabel(this)), m_content(new QVBoxLayout(this)) {
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    QFont bold;
    bold.setBold(true);
    m_heading->setFont(bold);
    m_content->addWidget(m_heading);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    restyle();
}

void LessonCard::setHeading(const QString& heading) {
    m_text = heading;
    m_heading->setText(m_done ? QStringLiteral("✓ ") + heading : heading);
    m_heading->setVisible(!heading.isEmpty());
}

void LessonCard::setDone(bool done) {
    m_done = done;
    setHeading(m_text);
}

void LessonCard::restyle() {
    const int step = fontMetrics().height() / 2;
    const int side = m_look == Look::Bare ? 0 : step * 3 / 2;
    m_content->setContentsMargins(side, side * 4 / 5, side, side);
    m_content->setSpacing(step);
}

void LessonCard::paintEvent(QPaintEvent*) {
    if (m_look == Look::Bare) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool notice = m_look == Look::Notice;
    painter.setPen(notice ? theme().noticeLine : theme().line);
    painter.setBrush(notice ? theme().notice : theme().stage);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void LessonCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) restyle();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
