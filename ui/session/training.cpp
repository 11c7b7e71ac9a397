#include "ui/session/training.h"

#include <QDir>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/runs/presets.h"
#include "engine/runs/training_run.h"

namespace attentarium {
namespace {

// The pace is that of the last seconds.
constexpr qint64 kPaceMilliseconds = 3000;
// What the moments of a run that is not the current one may take of the budget.
constexpr std::size_t kShareOfOthers = 8;

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
    connect(&m_worker, &TrainingWorker::refused, this, [this](const Error& error) {
        m_estimate.reset();
        m_setupProblem = error;
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
    try {
        validate(setup);
        m_worker.estimate(setup);
    } catch (const Error& error) {
        m_setupProblem = error;
    }
    Q_EMIT setupChanged();
    Q_EMIT estimateChanged();
}

const RunEntry* Training::find(int number) const {
    const auto found = std::ranges::find(m_runs, number, [](const auto& run) { return run->number; });
    return found == m_runs.end() ? nullptr : found->get();
}

RunEntry* Training::entry(int number) {
    return const_cast<RunEntry*>(std::as_const(*this).find(number));
}

bool Training::isRunning() const {
    return current() && current()->state == RunState::Running;
}

RunEntry& Training::add(const RunSetup& setup) {
    auto run = std::make_unique<RunEntry>();
    run->number = ++m_lastNumber;
    run->setup = setup;
    run->model = setup.model;
    if (!m_folder.isEmpty()) {
        run->folder = QString::fromStdString(folderOfRun(m_folder.toStdString(), run->number).string());
    }
    m_runs.push_back(std::move(run));
    return *m_runs.back();
}

void Training::makeCurrent(int number) {
    m_current = number;
    m_shownMoment.reset();
    m_goal.reset();
    m_pace.clear();
    shareBudget();
    Q_EMIT runsChanged();
    Q_EMIT currentChanged();
    Q_EMIT momentShown();
    show();
}

void Training::load(RunEntry& run, const std::shared_ptr<const Moment>& moment) {
    RunStart start{.number = run.number,
                   .setup = run.setup,
                   .folder = run.folder,
                   .parent = run.parent,
                   .branchedAt = run.branchedAt,
                   .history = run.history,
                   .moment = moment,
                   .material = run.material,
                   .momentSettings = run.setup.settings,
                   .fromFolder = !run.material && run.history.stepsDone() > 0};
    start.setup.model = run.material ? run.model : run.setup.model;
    m_live = run.number;
    if (RunEntry* before = entry(m_current); before && before->state == RunState::Running) {
        before->state = RunState::Paused;
    }
    m_worker.begin(start);
}

void Training::choose(int number) {
    RunEntry* run = entry(number);
    if (!run || number == m_current) return;
    if (isRunning()) pause();
    makeCurrent(number);
    if (m_live == number) return;
    if (!run->material) run->state = RunState::Preparing;
    load(*run, run->latest);
    Q_EMIT runsChanged();
}

void Training::remove(int number) {
    RunEntry* run = entry(number);
    if (!run) return;
    m_worker.letGo(number);
    if (m_live == number) m_live = 0;
    if (!run->folder.isEmpty()) {
        m_worker.enqueue([folder = run->folder] { QDir(folder).removeRecursively(); });
    }
    std::erase_if(m_runs, [number](const auto& each) { return each->number == number; });
    if (std::erase(m_compared, number) > 0) Q_EMIT comparedChanged();
    if (number != m_current) return Q_EMIT runsChanged();
    makeCurrent(0);
    if (!m_runs.empty()) choose(m_runs.back()->number);
}

void Training::setCompared(const std::vector<int>& numbers) {
    if (std::exchange(m_compared, numbers) != numbers) Q_EMIT comparedChanged();
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

std::shared_ptr<const Moment> Training::shown() const {
    const RunEntry* run = current();
    if (!run) return {};
    return m_shownMoment ? run->timeline.moments()[static_cast<std::size_t>(*m_shownMoment)] : run->latest;
}

std::int64_t Training::shownStep() const {
    const auto moment = shown();
    return moment ? moment->step : 0;
}

void Training::showMoment(int index) {
    const RunEntry* run = current();
    if (!run || index < 0 || index >= static_cast<int>(run->timeline.moments().size())) return;
    if (m_shownMoment == index) return;
    m_shownMoment = index;
    Q_EMIT momentShown();
    show();
}

void Training::showLatest() {
    if (!m_shownMoment) return;
    m_shownMoment.reset();
    Q_EMIT momentShown();
    show();
}

void Training::show() {
    const RunEntry* run = current();
    const auto moment = shown();
    if (!m_watched || !run || !run->material || !moment) return;
    const auto checkpoint =
        std::make_shared<const Checkpoint>(checkpointOf(*run->material, run->model, run->setup.settings, *moment));
    const QString folder =
        run->folder.isEmpty() ? QString() : run->folder + QLatin1Char('/') + QLatin1String(kRunCheckpoint);
    Q_EMIT modelShown(checkpoint, folder);
}

void Training::setWatched(bool watched) {
    if (std::exchange(m_watched, watched) == watched) return;
    Q_EMIT momentShown();
    show();
}

void Training::branch(const TrainingSettings& settings) {
    const RunEntry* from = current();
    const auto moment = shown();
    if (!from || !from->material || !moment) return;
    try {
        RunSetup wanted = from->setup;
        wanted.model = from->model;
        wanted.settings = settings;
        validate(wanted);
        if (settings.steps <= moment->step) {
            throw Error(ErrorKind::OptionOutOfRange, {.name = "steps",
                                                      .value = std::to_string(settings.steps),
                                                      .limit = "more than " + std::to_string(moment->step)});
        }
    } catch (const Error& error) {
        return Q_EMIT failed(error);
    }
    if (isRunning()) pause();
    // A new entry may move none of the others, which are held by pointers.
    RunEntry& run = add(from->setup);
    run.setup.settings = settings;
    run.model = from->model;
    run.material = from->material;
    run.parent = from->number;
    run.branchedAt = moment->step;
    run.history = from->history;
    run.history.cutAt(moment->step);
    run.latest = moment;
    run.timeline.setBudget(m_budget);
    for (const auto& earlier : from->timeline.moments()) {
        if (earlier->step <= moment->step) run.timeline.add(earlier);
    }
    RunStart start{.number = run.number,
                   .setup = run.setup,
                   .folder = run.folder,
                   .parent = run.parent,
                   .branchedAt = run.branchedAt,
                   .history = run.history,
                   .moment = moment,
                   .material = run.material,
                   .momentSettings = from->setup.settings,
                   .fromFolder = false};
    start.setup.model = run.model;
    m_live = run.number;
    m_worker.begin(start);
    makeCurrent(run.number);
}

void Training::setBudget(std::size_t bytes) {
    m_budget = bytes;
    shareBudget();
    Q_EMIT progressed();
}

void Training::shareBudget() {
    // The runs that are not at work keep a part of theirs between them, the current one has the rest.
    const std::size_t others = m_runs.size() > 1 ? m_budget / kShareOfOthers / (m_runs.size() - 1) : 0;
    for (const auto& run : m_runs) {
        run->timeline.setBudget(run->number == m_current ? m_budget - m_budget / kShareOfOthers : others);
    }
}

void Training::setRunsFolder(const QString& folder) {
    m_lock.reset();
    m_folder.clear();
    if (folder.isEmpty()) return;
    // A second window of this program must not write into the runs of the first.
    for (int copy = 1; copy <= 8; ++copy) {
        const QString place = copy == 1 ? folder : folder + QLatin1Char('-') + QString::number(copy);
        if (!QDir().mkpath(place)) {
            return Q_EMIT failed(
                Error(ErrorKind::FileUnwritable, {.file = place.toStdString(), .reason = "not a folder"}));
        }
        auto lock = std::make_unique<QLockFile>(place + QStringLiteral("/lock"));
        lock->setStaleLockTime(0);
        if (!lock->tryLock(0)) continue;
        m_lock = std::move(lock);
        m_folder = place;
        break;
    }
    if (m_folder.isEmpty()) return;
    for (const int number : savedRuns(m_folder.toStdString())) m_lastNumber = std::max(m_lastNumber, number);
    m_worker.findRuns(m_folder);
}

void Training::takeFound(int number, const RunRecord& record) {
    if (find(number)) return;
    auto run = std::make_unique<RunEntry>();
    run->number = number;
    run->setup = record.setup;
    run->model = record.setup.model;
    run->history = record.history;
    run->parent = record.parent;
    run->branchedAt = record.branchedAt;
    run->isUnfinished = record.isRunning;
    run->folder = QString::fromStdString(folderOfRun(m_folder.toStdString(), number).string());
    run->state = record.history.stepsDone() >= record.setup.settings.steps ? RunState::Finished : RunState::Paused;
    m_runs.push_back(std::move(run));
    std::ranges::sort(m_runs, {}, [](const auto& each) { return each->number; });
    Q_EMIT runsChanged();
}

void Training::saveShown(const QString& folder) {
    const RunEntry* run = current();
    const auto moment = shown();
    if (!run || !run->material || !moment) return;
    const Checkpoint checkpoint = checkpointOf(*run->material, run->model, run->setup.settings, *moment);
    m_worker.enqueue([this, folder, checkpoint] {
        saveCheckpoint(folder.toStdString(), checkpoint);
        QMetaObject::invokeMethod(
            this, [this, folder] { Q_EMIT saved(folder); }, Qt::QueuedConnection);
    });
}

void Training::take(const TrainingNews& news) {
    RunEntry* run = entry(news.run);
    if (!run) return;
    const RunState before = run->state;
    History& history = run->history;
    if (news.material) run->material = news.material;
    if (news.model) run->model = *news.model;
    if (!news.layers.empty()) history.layers = news.layers;
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
    if (shownNow) {
        // Thinned out, what is shown has another place or gives way to its neighbour.
        const auto moments = run->timeline.moments();
        const auto place = std::ranges::lower_bound(moments, shownNow->step, {}, [](const auto& m) { return m->step; });
        m_shownMoment = static_cast<int>(
            std::min<std::ptrdiff_t>(place - moments.begin(), static_cast<std::ptrdiff_t>(moments.size()) - 1));
    }
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
