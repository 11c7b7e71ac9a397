#include "ui/views/try_section.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <algorithm>
#include <utility>

#include "ui/session/session.h"
#include "ui/views/flat_button.h"

namespace attentarium {

TrySection::TrySection(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_title(new QLabel(this)), m_field(new NumberField(this)) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 4, 0, 0);
    m_column->setSpacing(6);
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_column->addWidget(m_title);
    m_column->addWidget(m_field);
    m_field->hide();
    connect(m_field, &NumberField::entered, this, [this](double number) {
        const auto make = m_make;
        endAsking();
        m_session.change(make(number));
    });
    connect(m_field, &NumberField::cancelled, this, &TrySection::endAsking);
    for (const auto signal : {&Session::selectionChanged, &Session::traceChanged, &Session::changesChanged,
                              &Session::referenceChanged, &Session::stepChanged}) {
        connect(&session, signal, this, &TrySection::refresh);
    }
    refresh();
}

void TrySection::refresh() {
    m_title->setText(tr("Try"));
    m_trials = trialsFor(m_session);
    // While a number is being typed, a new run of the same sentence does not take the field away.
    const auto asks = [this](const Trial& trial) {
        const auto* question = std::get_if<AskNumber>(&trial.act);
        return question && question->question == m_asked;
    };
    if (m_field->isVisibleTo(this) && std::ranges::none_of(m_trials, asks)) endAsking();
    while (m_buttons.size() < m_trials.size()) {
        auto* const button = new FlatButton(this);
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        m_column->addWidget(button);
        const std::size_t place = m_buttons.size();
        connect(button, &FlatButton::clicked, this, [this, place, button] {
            if (place < m_trials.size()) act(Trial(m_trials[place]), button);
        });
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < m_trials.size());
        if (i >= m_trials.size()) continue;
        m_buttons[i]->setObjectName(QString::fromLatin1(m_trials[i].name));
        m_buttons[i]->setText(m_trials[i].text);
        m_buttons[i]->setAccessibleName(m_trials[i].text);
    }
    setVisible(m_wanted && !m_trials.empty());
}

void TrySection::setWanted(bool wanted) {
    m_wanted = wanted;
    setVisible(m_wanted && !m_trials.empty());
}

void TrySection::act(const Trial& trial, FlatButton* button) {
    if (const auto* change = std::get_if<DoChange>(&trial.act)) {
        m_session.change(change->change);
    } else if (const auto* back = std::get_if<TakeBack>(&trial.act)) {
        m_session.dropChange(back->place);
    } else if (const auto* question = std::get_if<AskNumber>(&trial.act)) {
        m_make = question->make;
        m_asked = question->question;
        m_field->ask(question->question, question->now, question->accepts);
    } else if (const auto* choice = std::get_if<ChooseChange>(&trial.act)) {
        auto* const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto& [text, chosen] : choice->choices) {
            connect(menu->addAction(text), &QAction::triggered, this, [this, one = chosen] { m_session.change(one); });
        }
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    } else if (std::get<KeepRun>(trial.act).keep) {
        m_session.keepAsReference();
    } else {
        m_session.dropReference();
    }
}

bool TrySection::askForNumber() {
    const auto found = std::ranges::find(m_trials, std::string_view("setNumber"), &Trial::name);
    if (found == m_trials.end()) return false;
    act(Trial(*found), m_buttons[static_cast<std::size_t>(found - m_trials.begin())]);
    return true;
}

void TrySection::endAsking() {
    const QWidget* const within = m_field->focusWidget();
    const bool hadFocus = within && within->hasFocus();
    m_field->hide();
    m_asked.clear();
    if (hadFocus && !m_buttons.empty()) m_buttons.front()->setFocus(Qt::OtherFocusReason);
}

void TrySection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        endAsking();
        refresh();
    }
    QWidget::changeEvent(event);
}

}  // namespace attentarium
