#include "ui/views/changes/changes_panel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/session/changed_cell.h"
#include "ui/session/session.h"
#include "ui/views/changes/change_row.h"
#include "ui/views/changes/effect_section.h"
#include "ui/views/flat_button.h"
#include "ui/views/try_section.h"

namespace attentarium {
namespace {

/// Whether words that are generated come from a model with this change too.
bool holdsForGenerating(const Session& session, const Intervention& change) {
    if (std::holds_alternative<SwapHeads>(change)) return true;
    const auto* const set = std::get_if<SetCell>(&change);
    const auto node = set && session.trace() ? session.trace()->find(set->name) : std::nullopt;
    return node && session.trace()->isParameter(*node);
}

}  // namespace

ChangesPanel::ChangesPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    for (const auto signal :
         {&Session::changesChanged, &Session::textChanged, &Session::traceChanged, &Session::referenceChanged}) {
        connect(&session, signal, this, &ChangesPanel::refresh);
    }
    retranslate();
}

QSize ChangesPanel::sizeHint() const {
    return {fontMetrics().height() * 16, fontMetrics().height() * 24};
}

void ChangesPanel::build() {
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    QFont bold;
    bold.setBold(true);
    const auto label = [&](const char* name) {
        auto* const made = new QLabel(content);
        made->setObjectName(QString::fromLatin1(name));
        made->setWordWrap(true);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        return made;
    };
    m_empty = label("empty");
    column->addWidget(m_empty);
    m_count = label("count");
    m_count->setFont(bold);
    m_reset = new FlatButton(content);
    m_reset->setObjectName(QStringLiteral("reset"));
    auto* const head = new QHBoxLayout;
    head->addWidget(m_count, 1);
    head->addWidget(m_reset);
    column->addLayout(head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(6);
    m_moved = new ChangeRow(m_session, content);
    m_moved->setObjectName(QStringLiteral("moved"));
    m_list->addWidget(m_moved);
    connect(m_moved, &ChangeRow::removeAsked, &m_session, &Session::restoreOrder);
    column->addLayout(m_list);
    m_effect = new EffectSection(m_session, content);
    column->addWidget(m_effect);
    m_other = label("notComparable");
    column->addWidget(m_other);
    m_dropRun = new FlatButton(content);
    m_dropRun->setObjectName(QStringLiteral("dropRunHere"));
    column->addWidget(m_dropRun);
    m_try = new TrySection(m_session, content);
    column->addWidget(m_try);
    m_note = label("note");
    column->addWidget(m_note);
    column->addStretch();
    auto* const scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_reset, &FlatButton::clicked, &m_session, &Session::resetAll);
    connect(m_dropRun, &FlatButton::clicked, &m_session, &Session::dropReference);
}

ChangeRow* ChangesPanel::addRow() {
    auto* const row = new ChangeRow(m_session, this);
    m_list->addWidget(row);
    const int place = static_cast<int>(m_rows.size());
    connect(row, &ChangeRow::removeAsked, this, [this, place] {
        m_session.dropChange(place);
        focusRow(place);
    });
    connect(row, &ChangeRow::chosen, this, [this, place] { goTo(place); });
    connect(row, &ChangeRow::moveAsked, this, [this, place](int rows) { focusRow(place + rows); });
    m_rows.push_back(row);
    return row;
}

void ChangesPanel::focusRow(int place) {
    const int last = static_cast<int>(m_session.changes().size()) - 1;
    if (last >= 0) m_rows[static_cast<std::size_t>(std::clamp(place, 0, last))]->setFocus(Qt::OtherFocusReason);
}

void ChangesPanel::goTo(int place) {
    if (!m_session.trace() || place >= static_cast<int>(m_session.changes().size())) return;
    const Intervention& change = m_session.changes()[static_cast<std::size_t>(place)];
    if (const auto cell = changedCell(*m_session.trace(), change)) {
        m_session.goToStep(Phase::Forward, QString::fromStdString(m_session.trace()->name(cell->node)));
        m_session.selectCell(cell->node, Quantity::Value, cell->index);
    }
}

void ChangesPanel::refresh() {
    const Interventions& changes = m_session.changes();
    while (m_rows.size() < changes.size()) addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < changes.size()) {
            m_rows[i]->show(changes[i], m_session.applies(static_cast<int>(i)));
        } else {
            m_rows[i]->hide();
        }
    }
    const auto& unmoved = m_session.unmovedWords();
    m_moved->setVisible(unmoved.has_value());
    if (unmoved) m_moved->showMoved(unmoved->join(QLatin1Char(' ')));
    const bool none = changes.empty() && !unmoved;
    m_empty->setVisible(none);
    m_try->setWanted(none);
    m_reset->setVisible(!none);
    m_count->setVisible(!none);
    m_count->setText(tr("Changes: %1").arg(changes.size() + (unmoved ? 1 : 0)));
    const bool beside = !m_session.comparedFolder().isEmpty();
    // A kept run goes before the other model, whether that could be compared or not.
    const ReferenceKind kind = m_session.referenceKind();
    const bool kept = kind == ReferenceKind::KeptRun;
    m_dropRun->setVisible(beside || (!none && kept));
    m_dropRun->setText(kept ? tr("Stop comparing with the kept run") : tr("Stop comparing with the other model"));
    m_dropRun->setAccessibleName(m_dropRun->text());
    m_other->setVisible(beside && m_session.trace() && !kept && kind != ReferenceKind::OtherModel);
    const bool answers = m_session.reading() == Reading::Answering;
    m_note->setText(answers
                        ? tr("The model's own answer comes from changed weights and swapped heads. The other changes "
                             "hold for the numbers that are shown.")
                        : tr("“Generate” uses changed weights and swapped heads. The other changes hold for the "
                             "sentence as it stands."));
    m_note->setVisible((m_session.goesOn() || answers) &&
                       std::ranges::any_of(changes, [this](const Intervention& change) {
                           return !holdsForGenerating(m_session, change);
                       }));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme().mutedInk);
    m_note->setPalette(quiet);
}

void ChangesPanel::retranslate() {
    setAccessibleName(tr("What if"));
    if (auto* scroll = findChild<QScrollArea*>()) scroll->setAccessibleName(accessibleName());
    m_empty->setText(
        tr("What if a weight were another, a head were silent, a word looked elsewhere? Choose a number in the picture "
           "and try it: the model runs again at once.\n\nEvery change stands here, can be taken back, and is kept with "
           "the session."));
    m_reset->setText(tr("Reset all"));
    m_reset->setAccessibleName(m_reset->text());
    m_reset->setToolTip(tr("Takes back every change; Undo brings them again"));
    m_other->setText(tr(
        "The other model is of another family, knows other words or fewer at a time, so that it cannot be compared on "
        "this sentence."));
    refresh();
}

void ChangesPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
