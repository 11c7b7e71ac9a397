#include "ui/session/training.h"

#include <QStandardPaths>
#include <algorithm>
#include <span>
#include <utility>

#include "engine/runs/presets.h"

namespace attentarium {
namespace {

// The pace is that of the last seconds.
constexpr qint64 kPaceMilliseconds = 3000;

}  // namespace

Training::Training(QObject* parent) : QObject(parent), m_setup(setupOf(presets()[1].name, Language::English)) {
    m_clock.start();
    connect(&m_worker, &TrainingWorker::news, this, &Training::take);
    connect(&m_worker, &TrainingWorker::found, this, &Training::takeFound);
    connect(&m_worker, &TrainingWorker::failed, this, &Training::failed);
    connect(&m_worker, &TrainingWorker::estimated, this, [this](const RunEstimate& estimate) {
        m_estimate = estimate;
        m_setupProblem.reset();
        Q_EMIT estimateChanged();
    });
    connect(&m_worker, &TrainingWorker::refused, this,
            [this](const Error& error, std::optional<TextEncoding> encoding) {
                m_estimate.reset();
                m_setupProblem = error;
                m_corpusEncoding = encoding;
                Q_EMIT estimateChanged();
            });
}

Training::~Training() = default;

void Training::setSetup(const RunSetup& setup) {
    const bool same = m_setup == setup && (m_estimate || m_setupProblem);
    m_setup = setup;
    if (same) return;
    m_estimate.reset();
    m_setupProblem.reset();
    m_corpusEncoding.reset();
    try {
        validate(setup);
        m_worker.estimate(setup);
    } catch (const Error& error) {
        m_setupProblem = error;
    }
    Q_EMIT setupChanged();
    Q_EMIT estimateChanged();
}

void Training::convertCorpus() {
    if (!m_corpusEncoding) return;
    const QString file = QString::fromStdString(m_setup.corpus.corpus);
    m_worker.enqueue([this, file, encoding = *m_corpusEncoding, folder = textsFolder()] {
        const QString copy = keptText(folder, readText(file, encoding).text);
        const auto learn = [this, file, copy] {
            if (m_setup.task || m_setup.corpus.corpus != file.toStdString()) return;
            RunSetup setup = m_setup;
            setup.corpus.corpus = copy.toStdString();
            setSetup(setup);
        };
        QMetaObject::invokeMethod(this, learn, Qt::QueuedConnection);
    });
}

QString Training::textsFolder() const {
    QString folder = m_folder;
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/attentarium");
    }
    return folder + QStringLiteral("/texts");
}

bool Training::isRunning() const {
    return current() && current()->state == RunState::Running;
}

void Training::reset() {
    if (const RunEntry* run = current(); run && run->history.points.empty() && run->parent == 0) {
        const int number = run->number;
        std::erase_if(m_runs, [number](const auto& each) { return each->number == number; });
        m_worker.letGo(number);
        m_lastNumber = number - 1;
    }
    RunEntry& run = add(m_setup);
    load(run);
    makeCurrent(run.number);
}

void Training::go(std::int64_t step, const std::optional<Goal>& goal) {
    RunEntry* run = entry(m_current);
    if (!run || run->state == RunState::Failed) return;
    if (m_live != m_current) load(*run, run->latest);
    m_goal = goal;
    run->isPausing = false;
    run->isUnfinished = false;
    showLatest();
    m_worker.go(step, goal);
}

void Training::run(const std::optional<Goal>& goal) {
    if (!current()) reset();
    const std::int64_t steps = current()->setup.settings.steps;
    const bool bySteps = goal && goal->kind == Goal::Kind::Steps;
    go(bySteps ? std::min(steps, static_cast<std::int64_t>(goal->value)) : steps, goal);
}

void Training::pause() {
    RunEntry* run = entry(m_current);
    if (!run) return;
    run->isPausing = run->state == RunState::Running;
    m_worker.pause();
    Q_EMIT runsChanged();
}

void Training::stepOnce() {
    if (!current()) reset();
    go(current()->history.stepsDone() + 1,
       Goal{Goal::Kind::Steps, static_cast<double>(current()->history.stepsDone() + 1)});
}

void Training::runEpoch() {
    if (!current()) reset();
    const std::int64_t done = current()->history.stepsDone();
    const std::int64_t until =
        done + (current()->material
                    ? stepsInEpoch(*current()->material, current()->model.context, current()->setup.settings)
                    : 1);
    go(until, Goal{Goal::Kind::Steps, static_cast<double>(until)});
}

void Training::change(const TrainingSettings& settings) {
    RunEntry* run = entry(m_current);
    if (!run) return;
    TrainingSettings changed = settings;
    changed.steps = run->setup.settings.steps;
    changed.batch = run->setup.settings.batch;
    changed.optimizer = run->setup.settings.optimizer;
    changed.objective = run->setup.settings.objective;
    changed.carry = run->setup.settings.carry;
    changed.seed = run->setup.settings.seed;
    if (changed == run->setup.settings) return;
    try {
        validate(changed);
    } catch (const Error& error) {
        return Q_EMIT failed(error);
    }
    if (m_live != m_current) load(*run, run->latest);
    run->setup.settings = changed;
    m_worker.change(changed);
    Q_EMIT runsChanged();
}

double Training::stepsPerSecond() const {
    if (!isRunning() || m_pace.size() < 2) return 0;
    const auto [firstTime, firstStep] = m_pace.front();
    const auto [lastTime, lastStep] = m_pace.back();
    if (lastTime <= firstTime) return 0;
    return 1000.0 * static_cast<double>(lastStep - firstStep) / static_cast<double>(lastTime - firstTime);
}

std::optional<double> Training::secondsLeft() const {
    const double pace = stepsPerSecond();
    if (pace <= 0) return {};
    return static_cast<double>(current()->setup.settings.steps - current()->history.stepsDone()) / pace;
}

void Training::take(const TrainingNews& news) {
    RunEntry* run = entry(news.run);
    if (!run) return;
    const RunState before = run->state;
    History& history = run->history;
    if (news.material) run->material = news.material;
    if (news.model) run->model = *news.model;
    if (!news.layers.empty()) history.layers = news.layers;
    if (!news.reachable.empty()) history.reachable = news.reachable;
    history.points.insert(history.points.end(), news.points.begin(), news.points.end());
    history.evaluations.insert(history.evaluations.end(), news.evaluations.begin(), news.evaluations.end());
    history.changes.insert(history.changes.end(), news.changes.begin(), news.changes.end());
    if (news.material || !news.points.empty()) history.seconds = news.seconds;
    if (news.latest) run->latest = news.latest;
    const auto lastKept = [&] { return run->timeline.moments().empty() ? -1 : run->timeline.moments().back()->step; };
    const std::size_t kept = run->timeline.moments().size();
    const auto shownNow = m_shownMoment && run->number == m_current ? shown() : nullptr;
    for (const auto& moment : news.moments) {
        if (moment->step > lastKept()) run->timeline.add(moment);
    }
    if (shownNow) m_shownMoment = run->timeline.placeOf(shownNow->step);
    if (news.problem) {
        run->problem = news.problem;
        run->state = RunState::Failed;
    } else {
        run->problem = news.notSaved;
        const bool done = history.stepsDone() >= run->setup.settings.steps;
        run->state = !news.isPaused ? RunState::Running : done ? RunState::Finished : RunState::Paused;
    }
    if (run->state != RunState::Running) run->isPausing = false;
    if (run->number == m_current) {
        const qint64 now = m_clock.elapsed();
        m_pace.emplace_back(now, history.stepsDone());
        while (m_pace.size() > 2 && now - m_pace.front().first > kPaceMilliseconds) m_pace.pop_front();
        if (run->state != RunState::Running) m_pace.clear();
    }
    if (run->state != before || news.material || news.problem || !news.changes.empty()) Q_EMIT runsChanged();
    if (run->number != m_current) return;
    Q_EMIT progressed();
    if (!m_shownMoment && (news.latest || kept == 0)) {
        Q_EMIT momentShown();
        show();
    }
}

}  // namespace attentarium
