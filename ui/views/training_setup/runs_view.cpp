#include "ui/views/training_setup/runs_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/run_words.h"
#include "ui/views/training_setup/runs_model.h"

namespace attentarium {

RunsView::RunsView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_training(session.training()),
      m_model(new RunsModel(m_training, this)),
      m_table(new QTableView(this)),
      m_empty(new QLabel(this)),
      m_offers(new QVBoxLayout),
      m_remove(new FlatButton(this)),
      m_question(new QWidget(this)),
      m_questionText(new QLabel(m_question)),
      m_yes(new FlatButton(m_question)),
      m_no(new FlatButton(m_question)) {
    build();
    connect(&m_training, &Training::runsChanged, this, &RunsView::refresh);
    connect(&m_training, &Training::currentChanged, this, &RunsView::refresh);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() != RunsModel::Compared) chooseRow(index.row());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsView::refresh);
    connect(m_remove, &FlatButton::clicked, this, &RunsView::askToRemove);
    connect(m_no, &FlatButton::clicked, this, &RunsView::endAsking);
    connect(m_yes, &FlatButton::clicked, this, [this] {
        const int number = m_asked;
        endAsking();
        m_training.remove(number);
    });
    retranslate();
}

void RunsView::build() {
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(24);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);
    m_questionText->setWordWrap(true);
    m_remove->setObjectName(QStringLiteral("removeRun"));
    m_yes->setObjectName(QStringLiteral("removeForGood"));
    m_no->setObjectName(QStringLiteral("keepRun"));
    auto* const question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->addWidget(m_questionText);
    auto* const answers = new QHBoxLayout;
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addStretch();
    question->addLayout(answers);
    m_question->hide();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(m_offers);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addWidget(m_question);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
}

void RunsView::chooseRow(int row) {
    const int number = m_model->numberAt(row);
    if (number != 0) m_training.choose(number);
}

void RunsView::toggleCompared() {
    const QModelIndex cell = m_model->index(m_table->currentIndex().row(), RunsModel::Compared);
    if (!cell.isValid()) return;
    const bool ticked = m_model->data(cell, Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model->setData(cell, static_cast<int>(ticked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

void RunsView::askToRemove() {
    const int number = m_model->numberAt(m_table->currentIndex().row());
    if (number == 0) return;
    m_asked = number;
    m_questionText->setText(tr("Remove run %1 and its files? It cannot be brought back.").arg(number));
    m_yes->setText(tr("Remove run %1").arg(number));
    m_yes->setAccessibleName(m_yes->text());
    m_question->show();
    m_remove->hide();
    m_no->setFocus(Qt::OtherFocusReason);
}

void RunsView::endAsking() {
    m_asked = 0;
    m_question->hide();
    m_table->setFocus(Qt::OtherFocusReason);
    refresh();
}

void RunsView::offer() {
    while (QLayoutItem* const item = m_offers->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& run : m_training.runs()) {
        const int number = run->number;
        if (!run->isUnfinished || m_left.contains(number)) continue;
        auto* const card = new QWidget(this);
        auto* const column = new QVBoxLayout(card);
        column->setContentsMargins(0, 0, 0, 0);
        auto* const text =
            new QLabel(tr("Run %1 ended at step %2 of %3 when the program closed.")
                           .arg(number)
                           .arg(countWords(run->history.stepsDone()), countWords(stepsOf(run->setup, std::nullopt))),
                       card);
        text->setWordWrap(true);
        column->addWidget(text);
        auto* const go = new FlatButton(card, FlatButton::Look::Primary);
        go->setObjectName(QStringLiteral("continue%1").arg(number));
        go->setText(tr("Continue"));
        go->setAccessibleName(tr("Continue run %1").arg(number));
        auto* const leave = new FlatButton(card);
        leave->setObjectName(QStringLiteral("leave%1").arg(number));
        leave->setText(tr("Leave"));
        leave->setAccessibleName(tr("Leave run %1 as it is").arg(number));
        auto* const row = new QHBoxLayout;
        row->addWidget(go);
        row->addWidget(leave);
        row->addStretch();
        column->addLayout(row);
        m_offers->addWidget(card);
        connect(go, &FlatButton::clicked, this, [this, number] {
            m_left.insert(number);
            m_training.choose(number);
            m_training.run();
            Q_EMIT continued();
        });
        connect(leave, &FlatButton::clicked, this, [this, number] {
            m_left.insert(number);
            refresh();
            m_table->setFocus(Qt::OtherFocusReason);
        });
    }
}

void RunsView::refresh() {
    const bool any = m_model->rowCount() > 0;
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    const int number = m_model->numberAt(m_table->currentIndex().row());
    m_remove->setVisible(any && m_asked == 0);
    m_remove->setEnabled(number != 0);
    m_remove->setText(number != 0 ? tr("Remove run %1…").arg(number) : tr("Remove a run…"));
    m_remove->setAccessibleName(m_remove->text());
    if (m_asked != 0 && !m_training.find(m_asked)) endAsking();
    offer();
}

void RunsView::retranslate() {
    m_empty->setText(tr("Each run will be a line here, with what was set otherwise than in the others."));
    m_no->setText(tr("Keep it"));
    m_no->setAccessibleName(m_no->text());
    m_table->setAccessibleName(tr("Runs"));
    m_table->setToolTip(tr("Enter chooses a run, Space ticks it to be compared, Delete removes it"));
    m_model->retranslate();
    refresh();
}

bool RunsView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Return:
            case Qt::Key_Enter:
                chooseRow(m_table->currentIndex().row());
                return true;
            case Qt::Key_Space:
                toggleCompared();
                return true;
            case Qt::Key_Delete:
                askToRemove();
                return true;
            default:
                break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RunsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
