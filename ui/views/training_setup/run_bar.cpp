#include "ui/views/training_setup/run_bar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainterPath>
#include <QProgressBar>
#include <QSignalBlocker>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/goal_form.h"
#include "ui/views/training_setup/live_settings.h"
#include "ui/views/training_setup/number_box.h"
#include "ui/views/training_setup/run_keys.h"
#include "ui/views/training_setup/run_words.h"

namespace attentarium {
namespace {

constexpr int kProgressParts = 10'000;

// In a square of 24 units.
QPainterPath playSign() {
    QPainterPath path;
    path.addPolygon(QPolygonF({{6, 3}, {21, 12}, {6, 21}}));
    path.closeSubpath();
    return path;
}

QPainterPath pauseSign() {
    QPainterPath path;
    path.addRect(5, 3, 5, 18);
    path.addRect(14, 3, 5, 18);
    return path;
}

}  // namespace

RunBar::RunBar(Session& session, QWidget* parent) : QWidget(parent), m_training(session.training()) {
    build();
    setFocusProxy(m_run);
    connect(&m_training, &Training::setupChanged, this, [this] {
        m_setupIsNew = m_training.current() != nullptr;
        refresh();
    });
    connect(&m_training, &Training::currentChanged, this, [this] {
        m_setupIsNew = false;
        refresh();
    });
    connect(&m_training, &Training::runsChanged, this, &RunBar::refresh);
    connect(&m_training, &Training::estimateChanged, this, &RunBar::refresh);
    connect(&m_training, &Training::progressed, this, &RunBar::showProgress);
    connect(&m_training, &Training::momentShown, this, &RunBar::showProgress);
    retranslate();
}

FlatButton* RunBar::button(const char* name) {
    auto* const made = new FlatButton(this);
    made->setObjectName(QString::fromLatin1(name));
    return made;
}

void RunBar::build() {
    m_run = button("run");
    m_run->setLook(FlatButton::Look::Primary);
    m_step = button("oneStep");
    m_epoch = button("oneEpoch");
    m_until = button("until");
    m_reset = button("resetRun");
    m_change = button("whileItRuns");
    m_change->setCheckable(true);
    m_goal = new GoalForm(m_training, this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, kProgressParts);
    m_progress->setFixedHeight(6);
    m_words = new ElidedLabel(this);
    m_words->setObjectName(QStringLiteral("progressWords"));
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("runNote"));
    m_note->setWordWrap(true);
    m_watched = new QCheckBox(this);
    m_live = new LiveSettings(m_training, this);
    m_live->hide();

    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (FlatButton* const one : {m_run, m_step, m_epoch, m_until, m_reset}) buttons->addWidget(one);
    buttons->addStretch();
    buttons->addWidget(m_change);
    auto* const state = new QHBoxLayout;
    state->setSpacing(12);
    state->addWidget(m_words, 1);
    state->addWidget(m_watched);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(6);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addLayout(state);
    column->addWidget(m_note);
    column->addWidget(m_live);

    connect(m_run, &FlatButton::clicked, this, &RunBar::runOrPause);
    connect(m_step, &FlatButton::clicked, this, &RunBar::stepOnce);
    connect(m_epoch, &FlatButton::clicked, this, &RunBar::runEpoch);
    connect(m_reset, &FlatButton::clicked, this, &RunBar::reset);
    connect(m_until, &FlatButton::clicked, this, &RunBar::askUntil);
    connect(m_change, &FlatButton::toggled, m_live, &QWidget::setVisible);
    connect(m_goal, &GoalForm::chosen, this, [this](const Goal& goal) {
        takeUp();
        m_training.run(goal);
        Q_EMIT started();
    });
    connect(m_watched, &QCheckBox::toggled, this, [this](bool on) { m_training.setWatched(on); });
}

bool RunBar::beginsAnew() const {
    const RunEntry* const run = m_training.current();
    if (!run || run->state == RunState::Failed) return true;
    return m_setupIsNew && !m_training.isRunning();
}

void RunBar::takeUp() {
    enterWhatIsTyped();
    if (beginsAnew()) m_training.reset();
}

void RunBar::runOrPause() {
    if (m_training.isRunning()) {
        m_training.pause();
        return;
    }
    enterWhatIsTyped();
    if (!m_run->isEnabled()) return;
    takeUp();
    m_training.run();
    Q_EMIT started();
}

void RunBar::stepOnce() {
    if (m_training.isRunning() || !m_run->isEnabled()) return;
    takeUp();
    m_training.stepOnce();
    Q_EMIT started();
}

void RunBar::runEpoch() {
    if (m_training.isRunning() || !m_run->isEnabled()) return;
    takeUp();
    m_training.runEpoch();
    Q_EMIT started();
}

void RunBar::reset() {
    enterWhatIsTyped();
    if (m_reset->isEnabled()) m_training.reset();
}

void RunBar::askUntil() {
    if (m_until->isEnabled()) m_goal->askBelow(*m_until);
}

QString RunBar::progressWords() const {
    const RunEntry* const run = m_training.current();
    if (!run && m_training.runs().empty()) return tr("No run yet: choose a preset, then press Run.");
    if (!run) return tr("Choose a run in the table, or press Run for a new one.");
    const std::int64_t done = run->history.stepsDone(), all = stepsOf(run->setup, m_training.estimate());
    //: %1: the number of a run
    QStringList parts{tr("Run %1").arg(run->number), stateWords(*run)};
    parts.append(all > 0 ? tr("step %1 of %2").arg(countWords(done), countWords(all))
                         : tr("step %1").arg(countWords(done)));
    if (!run->history.points.empty()) {
        const TrainingPoint& last = run->history.points.back();
        parts.append(tr("loss %1").arg(shortNumber(last.loss)));
        if (const auto heldOut = lastMeasure(run->history, "held_out_loss")) {
            parts.append(tr("held-out %1").arg(shortNumber(*heldOut)));
        }
        parts.append(tr("rate %1").arg(shortNumber(last.learningRate)));
    }
    //: %1: a time such as "58 s"
    if (const auto left = m_training.secondsLeft()) parts.append(tr("%1 left").arg(durationWords(*left)));
    return parts.join(QStringLiteral(" · "));
}

void RunBar::showProgress() {
    const RunEntry* const run = m_training.current();
    const std::int64_t all = run ? stepsOf(run->setup, m_training.estimate()) : 0;
    const double share = all > 0 ? static_cast<double>(run->history.stepsDone()) / static_cast<double>(all) : 0;
    m_progress->setValue(static_cast<int>(kProgressParts * std::min(share, 1.0)));
    m_words->setText(progressWords());
    m_words->setAccessibleName(m_words->text());
}

void RunBar::refresh() {
    const RunEntry* const run = m_training.current();
    const bool running = m_training.isRunning(), anew = beginsAnew();
    const bool canBegin = !m_training.setupProblem();
    const bool canGoOn = run && (run->state == RunState::Paused || run->state == RunState::Preparing);
    const bool can = anew ? canBegin : canGoOn;
    m_run->setText(running ? tr("Pause") : tr("Run"));
    m_run->setSign(running ? pauseSign() : playSign());
    m_run->setEnabled(running || can);
    for (FlatButton* const one : {m_step, m_epoch, m_until}) one->setEnabled(!running && can);
    m_reset->setEnabled(canBegin);
    m_change->setEnabled(run != nullptr);
    const auto tip = [](const QString& text, const QKeyCombination& key) {
        //: %1: what a button does, %2: its key
        return tr("%1 (%2)").arg(text, QKeySequence(key).toString(QKeySequence::NativeText));
    };
    m_run->setToolTip(tip(running ? tr("Pauses; nothing is lost")
                          : anew  ? tr("Begins a run of what is set up")
                                  : tr("Goes on with run %1").arg(run ? run->number : 0),
                          kRunKey));
    m_step->setToolTip(tip(tr("One batch, one update of the weights"), kOneStepKey));
    m_epoch->setToolTip(tip(tr("As many steps as see everything once"), kOneEpochKey));
    m_until->setToolTip(tip(tr("Runs, and pauses by itself at a goal"), kRunUntilKey));
    m_reset->setToolTip(
        tip(tr("A new run from the same initial weights; the runs before stay in the table"), kResetRunKey));
    m_change->setToolTip(tr("Learning rate, dropout and the like, changed while the run goes on"));
    QString note;
    if (run && run->problem) {
        note = QStringLiteral("⚠ ") + sentenceFor(*run->problem);
    } else if (m_training.setupProblem() && anew) {
        note = QStringLiteral("⚠ ") + sentenceFor(*m_training.setupProblem());
    } else if (run && anew) {
        note = tr("The setup has changed: Run begins a new run. Run %1 stays in the table.").arg(run->number);
    } else if (run && run->state == RunState::Finished) {
        note = tr("All steps are done. Reset begins anew; any moment can be branched from.");
    } else if (run && run->parent != 0 && run->state == RunState::Paused &&
               run->history.stepsDone() == run->branchedAt) {
        note = tr("This is a branch of run %1 at step %2: press Run to go on.").arg(run->parent).arg(run->branchedAt);
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const QSignalBlocker quiet(m_watched);
    m_watched->setChecked(m_training.isWatched());
    showProgress();
}

void RunBar::retranslate() {
    m_step->setText(tr("One step"));
    m_epoch->setText(tr("One epoch"));
    m_until->setText(tr("Until…"));
    m_reset->setText(tr("Reset"));
    m_change->setText(tr("Change meanwhile"));
    m_watched->setText(tr("All workspaces show this run"));
    m_watched->setToolTip(tr("The stage, attention and all others show the model as it learns"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    refresh();
    m_run->setAccessibleName(tr("Run or pause"));
    for (FlatButton* const one : {m_step, m_epoch, m_until, m_reset, m_change}) one->setAccessibleName(one->text());
}

void RunBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
