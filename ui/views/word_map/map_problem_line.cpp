#include "ui/views/word_map/map_problem_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/views/flat_button.h"
#include "ui/views/word_map/word_map_words.h"

namespace attentarium {

MapProblemLine::MapProblemLine(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_question(new QLabel(this)) {
    m_sentence->setObjectName(QStringLiteral("mapProblem"));
    m_sentence->setWordWrap(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_question);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MapProblemLine::setProblem(const std::optional<MapProblem>& problem) {
    m_problem = problem;
    showProblem();
}

void MapProblemLine::showProblem() {
    for (FlatButton* const button : std::exchange(m_words, {})) {
        button->hide();
        button->deleteLater();
    }
    setVisible(m_problem.has_value());
    if (!m_problem) return;
    m_sentence->setText(QStringLiteral("⚠ ") + sentenceFor(*m_problem));
    for (const QString& known : m_problem->suggestions) {
        auto* const button = new FlatButton(this);
        button->setText(known);
        button->setAccessibleName(tr("Replace “%1” by “%2”").arg(m_problem->word, known));
        button->setToolTip(button->accessibleName());
        connect(button, &FlatButton::clicked, this,
                [this, unknown = m_problem->word, known] { Q_EMIT wordChosen(unknown, known); });
        layout()->addWidget(button);
        button->show();
        m_words.push_back(button);
    }
    //: before buttons with words that the model knows
    m_question->setText(tr("Known words like it:"));
    m_question->setVisible(!m_words.empty());
}

void MapProblemLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().noticeLine);
    painter.setBrush(theme().notice);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void MapProblemLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showProblem();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
