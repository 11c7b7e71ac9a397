#include "ui/views/token_strip/problem_line.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"

namespace attentarium {

ProblemLine::ProblemLine(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("problem"));
    m_sentence->setWordWrap(true);
    m_question = new QLabel(this);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 4, 12, 4);
    m_row->setSpacing(8);
    m_row->addWidget(m_sentence, 1);
    m_row->addWidget(m_question);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&session, &Session::textChanged, this, &ProblemLine::showProblem);
    showProblem();
}

void ProblemLine::setPreferredChip(int chip) {
    if (std::exchange(m_preferred, chip) != chip) showProblem();
}

int ProblemLine::unknownChip() const {
    const auto& chips = m_session.chips();
    const auto preferred = static_cast<std::size_t>(m_preferred);
    const auto isUnknown = [&](std::size_t i) { return !chips[i].id && chips[i].role != Chip::Role::Arrow; };
    if (m_preferred >= 0 && preferred < chips.size() && isUnknown(preferred)) return m_preferred;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        if (isUnknown(i)) return static_cast<int>(i);
    }
    return -1;
}

void ProblemLine::showProblem() {
    const auto& problem = m_session.problem();
    setVisible(problem.has_value());
    for (FlatButton* const button : std::exchange(m_suggestions, {})) {
        button->hide();
        button->deleteLater();
    }
    m_question->hide();
    if (!problem) return;
    const int chip = problem->kind() == ErrorKind::WordUnknown ? unknownChip() : -1;
    if (chip < 0) {
        m_sentence->setText(QStringLiteral("⚠ ") + sentenceFor(*problem));
        return;
    }
    const QString word = m_session.chips()[static_cast<std::size_t>(chip)].text;
    m_sentence->setText(QStringLiteral("⚠ ") +
                        sentenceFor(Error(ErrorKind::WordUnknown, {.name = word.toStdString()})));
    for (const QString& known : m_session.suggestions(word)) {
        auto* const button = new FlatButton(this);
        button->setText(known);
        button->setAccessibleName(tr("Replace “%1” by “%2”").arg(word, known));
        button->setToolTip(button->accessibleName());
        connect(button, &FlatButton::clicked, this, [this, chip, known] { m_session.replaceWords(chip, 1, known); });
        m_row->addWidget(button);
        button->show();
        m_suggestions.push_back(button);
    }
    //: before buttons with words that the model knows
    m_question->setText(tr("Known words like it:"));
    m_question->setVisible(!m_suggestions.empty());
}

void ProblemLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().noticeLine);
    painter.setBrush(theme().notice);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void ProblemLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showProblem();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
