#include <QDir>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "ui/session/training.h"

// The list of runs: where they come from, and which is the current one.
namespace attentarium {

const RunEntry* Training::find(int number) const {
    const auto found = std::ranges::find(m_runs, number, [](const auto& run) { return run->number; });
    return found == m_runs.end() ? nullptr : found->get();
}

RunEntry* Training::entry(int number) {
    return const_cast<RunEntry*>(std::as_const(*this).find(number));
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

}  // namespace attentarium
