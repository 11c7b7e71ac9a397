#include "ui/views/lesson/lesson_shelf.h"

#include <QVBoxLayout>

#include "ui/views/flat_button.h"
#include "ui/views/lesson/lesson_card.h"

namespace attentarium {

LessonShelf::LessonShelf(LessonPlayer& player, QWidget* parent)
    : QWidget(parent), m_player(player), m_heading(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_heading);
    column->addStretch(1);
    QFont bold;
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setWordWrap(true);
}

void LessonShelf::refresh() {
    const auto& lessons = m_player.lessons();
    m_heading->setText(lessons.empty() ? tr("There are no lessons in the folder of lessons.") : tr("Lessons"));
    // The button that was pressed may be among the old ones.
    if (m_list) m_list->deleteLater();
    if (m_list) m_list->hide();
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 2);
    for (const LessonEntry& lesson : lessons) {
        auto* card = new LessonCard(LessonCard::Look::Quiet);
        card->setHeading(lesson.title);
        auto* summary = new QLabel(lesson.summary);
        summary->setWordWrap(true);
        summary->setTextFormat(Qt::PlainText);
        card->content().addWidget(summary);
        // Only now: shown without a parent, it would be a window for a moment and take the focus.
        summary->setVisible(!lesson.summary.isEmpty());
        auto* begin = new FlatButton(nullptr, FlatButton::Look::Primary);
        //: Button: begin a lesson.
        begin->setText(tr("Begin"));
        begin->setAccessibleName(tr("Begin the lesson “%1”").arg(lesson.title));
        connect(begin, &FlatButton::clicked, &m_player, [this, folder = lesson.folder] { m_player.start(folder); });
        card->content().addWidget(begin);
        column->addWidget(card);
    }
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_list);
}

}  // namespace attentarium
