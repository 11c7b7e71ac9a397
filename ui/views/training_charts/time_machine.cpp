#include "ui/views/training_charts/time_machine.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QMenu>
#include <array>

#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/play_signs.h"
#include "ui/views/training_charts/branch_form.h"
#include "ui/views/training_charts/film_bar.h"
#include "ui/views/training_charts/film_recorder.h"
#include "ui/views/training_charts/moment_scrubber.h"

namespace attentarium {
namespace {

constexpr std::array kSpeeds{1, 2, 4, 8, 16};
constexpr int kFirstSpeed = 4;
constexpr std::array kBudgets{64, 128, 256, 512, 1024, 2048, 4096};
constexpr std::size_t kMegabyte = 1u << 20;

FlatButton* signedButton(QWidget* parent, const char* name, const QPainterPath& sign = {}) {
    auto* const button = new FlatButton(parent);
    button->setSign(sign);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

}  // namespace

TimeMachine::TimeMachine(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_recorder(new FilmRecorder(session, this)),
      m_scrubber(new MomentScrubber(session, this)),
      m_first(signedButton(this, "first_moment", endSign(false))),
      m_back(signedButton(this, "moment_back", backSign())),
      m_play(signedButton(this, "play_moments", playSign())),
      m_forward(signedButton(this, "moment_forward", forwardSign())),
      m_latest(signedButton(this, "latest_moment", endSign(true))),
      m_place(new ElidedLabel(this)),
      m_speed(new QComboBox(this)),
      m_follow(signedButton(this, "follow_latest")),
      m_branch(signedButton(this, "branch")),
      m_film(signedButton(this, "film")),
      m_memory(signedButton(this, "memory")),
      m_form(new BranchForm(this)),
      m_filmBar(new FilmBar(*m_recorder, this)) {
    build();
    connectAll();
    retranslate();
}

void TimeMachine::build() {
    auto* const above = new QHBoxLayout;
    above->setSpacing(6);
    for (FlatButton* const button : {m_first, m_back, m_play, m_forward, m_latest}) above->addWidget(button);
    above->addWidget(m_scrubber, 1);
    QFont bold;
    bold.setBold(true);
    m_place->setFont(bold);
    m_place->setObjectName(QStringLiteral("moment_place"));
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_speed->setObjectName(QStringLiteral("film_speed"));
    m_follow->setCheckable(true);
    auto* const below = new FlowLayout(nullptr, 6);
    for (QWidget* const one : std::initializer_list<QWidget*>{m_follow, m_branch, m_film, m_speed, m_memory}) {
        below->addWidget(one);
    }
    m_form->hide();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 6);
    column->setSpacing(4);
    column->addLayout(above);
    column->addWidget(m_place);
    column->addLayout(below);
    column->addWidget(m_form);
    column->addWidget(m_filmBar);
}

void TimeMachine::connectAll() {
    Training& training = m_session.training();
    for (const auto signal :
         {&Training::runsChanged, &Training::currentChanged, &Training::progressed, &Training::momentShown}) {
        connect(&training, signal, this, &TimeMachine::showRun);
    }
    connect(&training, &Training::currentChanged, this, [this] {
        stop();
        m_form->hide();
    });
    const auto go = [this](FlatButton* button, std::function<int()> place) {
        connect(button, &FlatButton::clicked, this, [this, place = std::move(place)] {
            stop();
            m_scrubber->showPlace(place());
        });
    };
    go(m_first, [] { return 0; });
    go(m_back, [this] { return m_scrubber->shownPlace() - 1; });
    go(m_forward, [this] { return m_scrubber->shownPlace() + 1; });
    go(m_latest, [this] { return m_scrubber->placeCount() - 1; });
    connect(m_play, &FlatButton::clicked, this, &TimeMachine::togglePlaying);
    connect(&m_ticks, &QTimer::timeout, this, &TimeMachine::playOn);
    connect(m_speed, &QComboBox::activated, this, [this] { m_ticks.setInterval(1000 / momentsPerSecond()); });
    connect(m_follow, &FlatButton::clicked, this, [this](bool follow) {
        stop();
        if (follow) return m_session.training().showLatest();
        m_scrubber->showPlace(m_scrubber->placeCount() - 2);
    });
    connect(m_branch, &FlatButton::clicked, this, &TimeMachine::askToBranch);
    connect(m_form, &BranchForm::cancelled, this, [this] {
        m_form->hide();
        m_branch->setFocus();
    });
    connect(m_form, &BranchForm::accepted, this, [this](const TrainingSettings& settings) {
        m_form->hide();
        m_branch->setFocus();
        m_session.training().branch(settings);
    });
    connect(m_film, &FlatButton::clicked, this, [this] {
        auto* const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Animated WebP…"), this, [this] { askForFilm(FilmKind::WebP); });
        menu->addAction(tr("Folder of PNG pictures…"), this, [this] { askForFilm(FilmKind::Png); });
        menu->popup(m_film->mapToGlobal(QPoint(0, m_film->height())));
    });
    connect(m_memory, &FlatButton::clicked, this, &TimeMachine::chooseBudget);
    for (const auto signal : {&FilmRecorder::progressed, &FilmRecorder::cancelled}) {
        connect(m_recorder, signal, this, &TimeMachine::showRun);
    }
    connect(m_recorder, &FilmRecorder::finished, this, &TimeMachine::showRun);
    connect(m_recorder, &FilmRecorder::failed, this, &TimeMachine::showRun);
}

void TimeMachine::retranslate() {
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    name(m_first, tr("First moment"));
    name(m_back, tr("Moment before"));
    name(m_forward, tr("Next moment"));
    name(m_latest, tr("Latest moment"));
    const int speed = m_speed->count() ? m_speed->currentData().toInt() : kFirstSpeed;
    m_speed->clear();
    //: how fast learning plays as a film
    for (const int each : kSpeeds) m_speed->addItem(tr("%1 a second").arg(each), each);
    m_speed->setCurrentIndex(m_speed->findData(speed));
    name(m_speed, tr("Moments shown in a second"));
    m_follow->setText(tr("Follow the latest"));
    m_follow->setToolTip(tr("All workspaces show the model as it learns"));
    m_branch->setText(tr("Branch from here…"));
    m_branch->setToolTip(tr("A new run that goes on from the moment that is shown, with other settings"));
    m_film->setText(tr("Save the film…"));
    m_film->setToolTip(tr("The picture in the middle of the window at every moment, as a film"));
    showRun();
}

int TimeMachine::momentsPerSecond() const {
    return m_speed->currentData().toInt();
}

void TimeMachine::showRun() {
    const Training& training = m_session.training();
    const RunEntry* const run = training.current();
    const int place = m_scrubber->shownPlace(), count = m_scrubber->placeCount();
    const bool idle = run && count > 1 && !m_recorder->isRecording();
    m_first->setEnabled(idle && place > 0);
    m_back->setEnabled(idle && place > 0);
    m_forward->setEnabled(idle && place + 1 < count);
    m_latest->setEnabled(idle && place + 1 < count);
    m_play->setEnabled(idle);
    m_scrubber->setEnabled(idle);
    m_follow->setEnabled(idle);
    m_follow->setChecked(!training.shownMoment());
    m_branch->setEnabled(idle && run->material);
    m_film->setEnabled(idle && m_recorder->hasPicture());
    const bool playing = isPlaying();
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(playing ? tr("Pause the film of learning") : tr("Play learning as a film"));
    m_play->setToolTip(m_play->accessibleName());
    QString words = placeText(m_session, training.shownStep());
    if (run && !training.shownMoment()) words += tr(" (latest)");
    m_place->setText(words);
    showMemory();
}

void TimeMachine::showMemory() {
    std::size_t held = 0;
    for (const auto& run : m_session.training().runs()) held += run->timeline.bytes();
    const auto megabytes = [](std::size_t bytes) {
        return QString::number(static_cast<double>(bytes) / static_cast<double>(kMegabyte), 'f',
                               bytes < 10 * kMegabyte ? 1 : 0);
    };
    const QString used = megabytes(held), most = megabytes(m_session.training().budget());
    //: memory that the moments of all runs take, and may take, in megabytes
    m_memory->setText(tr("%1 of %2 MB").arg(used, most));
    m_memory->setToolTip(tr("The moments of all runs take %1 MB of memory and may take %2 MB; what does not fit is "
                            "thinned out. Change it here.")
                             .arg(used, most));
    m_memory->setAccessibleName(tr("Memory for moments: %1 of %2 MB. Change it").arg(used, most));
    m_memory->updateGeometry();
}

void TimeMachine::chooseBudget() {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int budget : kBudgets) {
        //: how much memory moments may take
        QAction* const action = menu->addAction(tr("at most %1 MB").arg(budget), this, [this, budget] {
            m_session.training().setBudget(static_cast<std::size_t>(budget) * kMegabyte);
            showRun();
        });
        action->setCheckable(true);
        action->setChecked(m_session.training().budget() == static_cast<std::size_t>(budget) * kMegabyte);
    }
    menu->popup(m_memory->mapToGlobal(QPoint(0, m_memory->height())));
}

void TimeMachine::togglePlaying() {
    if (isPlaying()) return stop();
    if (m_scrubber->shownPlace() + 1 >= m_scrubber->placeCount()) m_scrubber->showPlace(0);
    m_ticks.start(1000 / momentsPerSecond());
    showRun();
}

void TimeMachine::stop() {
    if (!isPlaying()) return;
    m_ticks.stop();
    showRun();
}

void TimeMachine::playOn() {
    // A model that needs longer than a tick is waited for, or nothing of it would be seen.
    if (m_session.isBusy()) return;
    m_scrubber->showPlace(m_scrubber->shownPlace() + 1);
    if (m_scrubber->shownPlace() + 1 >= m_scrubber->placeCount()) stop();
}

void TimeMachine::askToBranch() {
    const RunEntry* const run = m_session.training().current();
    if (!run) return;
    if (m_form->isVisible()) return m_form->hide();
    stop();
    m_form->show();
    m_form->ask(run->setup.settings, m_session.training().shownStep());
}

void TimeMachine::askForFilm(FilmKind kind) {
    auto* const dialog = new QFileDialog(this, tr("Save the film"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (kind == FilmKind::WebP) {
        dialog->setNameFilter(tr("Animated WebP (*.webp)"));
        dialog->setDefaultSuffix(QStringLiteral("webp"));
        dialog->selectFile(QStringLiteral("attentarium.webp"));
    } else {
        dialog->setNameFilter(tr("New folder (*)"));
        dialog->selectFile(QStringLiteral("attentarium-film"));
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& target) { saveFilm(kind, target); });
    dialog->open();
}

void TimeMachine::setPicture(std::function<QImage()> picture) {
    m_recorder->setPicture(std::move(picture));
    showRun();
}

void TimeMachine::saveFilm(FilmKind kind, const QString& target) {
    stop();
    m_recorder->record(kind, target, momentsPerSecond());
}

void TimeMachine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
