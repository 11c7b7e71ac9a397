#include "ui/views/lesson/question_card.h"

#include <QEvent>

namespace attentarium {

QuestionCard::QuestionCard(LessonPlayer& player, QWidget* parent)
    : LessonCard(Look::Notice, parent),
      m_player(player),
      m_question(new LiveTextView),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_result(new LessonCard(Look::Bare)),
      m_resultText(new LiveTextView) {
    content().addWidget(m_question);
    content().addLayout(m_row);
    m_result->content().addWidget(m_resultText);
    content().addSpacing(fontMetrics().height() / 3);
    content().addWidget(m_result);
}

void QuestionCard::refresh(const std::shared_ptr<const Trace>& trace) {
    setHeading(m_player.partTitle(TextPart::Ask));
    m_question->setLiveText(m_player.text(TextPart::Ask), trace);
    refreshOptions();
    const QString chosen = m_player.chosen();
    const QString truth = m_player.truth();
    const TextPart part = chosen == truth ? TextPart::Right : TextPart::Wrong;
    // The answer is told only when the picture that shows it is there.
    m_result->setVisible(!chosen.isEmpty() && !truth.isEmpty());
    m_result->setHeading(m_player.partTitle(part));
    m_resultText->setLiveText(m_player.text(part), trace);
}

void QuestionCard::refreshOptions() {
    const auto options = m_player.options();
    while (m_buttons.size() > options.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < options.size()) {
        const std::size_t number = m_buttons.size();
        auto* button = m_buttons.emplace_back(new FlatButton);
        connect(button, &FlatButton::clicked, this, [this, number] {
            const auto now = m_player.options();
            if (number < now.size()) m_player.answer(now[number].role);
        });
        m_row->addWidget(button);
    }
    const QString chosen = m_player.chosen();
    const QString truth = m_player.truth();
    for (std::size_t i = 0; i < options.size(); ++i) {
        FlatButton& button = *m_buttons[i];
        const bool mine = options[i].role == chosen;
        const bool right = !chosen.isEmpty() && options[i].role == truth;
        button.setText(options[i].word);
        button.setEnabled(chosen.isEmpty());
        button.setCheckable(true);
        button.setChecked(mine);
        //: Marks, on an answer button, the word that was guessed.
        const QString guess = tr("(your guess)");
        button.setDetail(mine && right ? QStringLiteral("✓ ") + guess
                         : mine        ? guess
                         : right       ? QStringLiteral("✓")
                                       : QString());
        //: Of a screen reader, for an answer button: %1 is a word.
        QString name = tr("Answer: %1").arg(options[i].word);
        if (mine) name += QStringLiteral(", ") + guess;
        //: Of a screen reader: this word is the right answer.
        if (right) name += QStringLiteral(", ") + tr("right");
        button.setAccessibleName(name);
    }
    arrange();
}

QSize QuestionCard::minimumSizeHint() const {
    int widest = m_question->minimumSizeHint().width();
    for (const FlatButton* button : m_buttons) widest = std::max(widest, button->sizeHint().width());
    const QMargins margins = layout()->contentsMargins();
    return {widest + margins.left() + margins.right(), LessonCard::minimumSizeHint().height()};
}

void QuestionCard::arrange() {
    m_row->setSpacing(fontMetrics().height() / 3);
    int needed = 0;
    for (const FlatButton* button : m_buttons) needed += button->sizeHint().width() + m_row->spacing();
    const QMargins margins = content().contentsMargins();
    const bool fits = needed - m_row->spacing() <= width() - margins.left() - margins.right();
    m_row->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void QuestionCard::resizeEvent(QResizeEvent* event) {
    LessonCard::resizeEvent(event);
    arrange();
}

void QuestionCard::changeEvent(QEvent* event) {
    LessonCard::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

}  // namespace attentarium
