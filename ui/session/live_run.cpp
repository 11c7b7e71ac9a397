#include "ui/session/live_run.h"

#include <algorithm>
#include <new>
#include <utility>

#include "engine/models/registry.h"

namespace attentarium {
namespace {

// Measuring and saving take at most a thirtieth of the time each.
constexpr double kShare = 30;
constexpr double kSecondsBetweenSaves = 2;
// Early steps are looked at more closely.
constexpr double kEvaluationGrowth = 1.08;
// However quick the steps are, a curve over the whole run has at least so many points.
constexpr double kFewestEvaluations = 50;

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::unique_ptr<TrainingRun> opened(const RunStart& start, Parallel& parallel) {
    if (start.fromFolder) {
        const std::filesystem::path folder(start.folder.toStdString());
        return std::make_unique<TrainingRun>(loadRun(folder, loadRecord(folder)), parallel);
    }
    if (!start.moment) return std::make_unique<TrainingRun>(prepared(start.setup), parallel);
    PreparedRun run{.model = makeModel<float>(start.setup.model),
                    .material = *start.material,
                    .settings = start.momentSettings,
                    .state = {}};
    auto branch = std::make_unique<TrainingRun>(std::move(run), parallel);
    branch->restore(*start.moment);
    if (!(start.setup.settings == start.momentSettings)) branch->change(start.setup.settings);
    return branch;
}

std::vector<SettingsChange> changesBetween(TrainingSettings before, TrainingSettings after, std::int64_t step) {
    std::vector<std::pair<std::string, double>> old;
    const auto number = [](const auto& value) { return static_cast<double>(value); };
    forEachField(before, [&](const SettingsField& field, const auto& value) {
        old.emplace_back(std::string(field.name), number(value));
    });
    std::vector<SettingsChange> changes;
    std::size_t i = 0;
    forEachField(after, [&](const SettingsField&, const auto& value) {
        const auto& [name, was] = old[i++];
        if (was != number(value)) changes.push_back({step, name, was, number(value)});
    });
    return changes;
}

}  // namespace

LiveRun::LiveRun(const RunStart& start, Parallel& parallel)
    : m_start(start),
      m_parallel(parallel),
      m_run(opened(start, parallel)),
      m_evaluator(std::make_unique<Evaluator>(*m_run)),
      m_history(start.history) {
    m_start.setup.model = m_run->model().config();
    m_start.setup.settings = m_run->settings();
    m_history.layers = m_evaluator->layers();
    m_history.reachable = m_evaluator->reachable();
    m_news.material = std::make_shared<const Material>(m_run->material());
    m_news.model = m_start.setup.model;
    m_news.layers = m_history.layers;
    m_news.reachable = m_history.reachable;
    if (!m_history.evaluations.empty()) m_lastEvaluated = m_history.evaluations.back().step;
    if (start.moment && start.parent != 0 && start.moment->step == start.branchedAt) {
        const auto changes = changesBetween(start.momentSettings, start.setup.settings, start.branchedAt);
        m_history.changes.insert(m_history.changes.end(), changes.begin(), changes.end());
        m_news.changes = changes;
    }
    keepMoment();
}

LiveRun::~LiveRun() = default;

void LiveRun::go(std::int64_t step, const std::optional<Goal>& goal) {
    m_until = std::min(step, m_run->settings().steps);
    m_goal = goal;
    m_isGoing = m_run->stepsDone() < m_until;
    m_hasNews = true;
    // Who finds it running without this program knows that its end was not its own.
    if (m_isGoing) save();
}

void LiveRun::stop() {
    m_isGoing = false;
    m_hasNews = true;
}

void LiveRun::train(std::chrono::milliseconds time, const std::function<bool()>& interrupted) {
    const auto start = Clock::now();
    try {
        if (m_lastEvaluated < 0) evaluate(interrupted);
        while (m_isGoing && Clock::now() - start < time && !interrupted()) {
            step();
            if (evaluationIsDue()) evaluate(interrupted);
            if (m_run->stepsDone() >= m_until || reachedGoal()) {
                stop();
                settle(interrupted);
            }
            if (m_isGoing && saveIsDue()) save();
        }
    } catch (const Error& error) {
        m_news.problem = error;
        stop();
    } catch (const std::bad_alloc&) {
        m_news.problem = Error(ErrorKind::MemoryExhausted, {});
        stop();
    }
}

void LiveRun::step() {
    const auto start = Clock::now();
    m_measures.clear();
    const Trainer::StepResult result = m_run->step();
    m_history.seconds += secondsSince(start);
    m_history.points.push_back({m_run->stepsDone(), result.loss, result.learningRate, result.gradientNorm});
    m_news.points.push_back(m_history.points.back());
    m_hasNews = true;
    if (isFarEnough(m_lastKept, m_run->stepsDone())) keepMoment();
}

void LiveRun::keepMoment() {
    m_news.latest = std::make_shared<const Moment>(m_run->moment());
    m_news.moments.push_back(m_news.latest);
    m_lastKept = m_run->stepsDone();
    m_hasNews = true;
}

bool LiveRun::evaluationIsDue() const {
    const auto done = static_cast<double>(m_run->stepsDone());
    const auto last = static_cast<double>(m_lastEvaluated);
    if ((done - last) * kFewestEvaluations >= static_cast<double>(m_run->settings().steps)) return true;
    return done >= kEvaluationGrowth * last && secondsSince(m_evaluated) >= kShare * m_evaluationSeconds;
}

void LiveRun::evaluate(const std::function<bool()>& interrupted) {
    const auto start = Clock::now();
    auto evaluation = m_evaluator->evaluate(*m_run, [&] { return !interrupted(); });
    m_evaluationSeconds = secondsSince(start);
    m_evaluated = Clock::now();
    if (!evaluation) return;
    m_lastEvaluated = evaluation->step;
    m_history.evaluations.push_back(*evaluation);
    m_news.evaluations.push_back(std::move(*evaluation));
    m_hasNews = true;
}

bool LiveRun::reachedGoal() const {
    if (!m_goal || m_goal->kind == Goal::Kind::Steps || m_history.evaluations.empty()) return false;
    const Evaluation& last = m_history.evaluations.back();
    if (last.step != m_run->stepsDone()) return false;
    const auto measured = [&](const char* name) {
        const auto found = last.measures.find(name);
        return found == last.measures.end() ? std::nullopt : std::optional(found->second);
    };
    switch (m_goal->kind) {
        case Goal::Kind::HeldOutLoss:
            return measured("held_out_loss").value_or(m_goal->value + 1) <= m_goal->value;
        case Goal::Kind::Measure:
            return std::max(measured("accuracy").value_or(-1), measured("exact_match").value_or(-1)) >= m_goal->value;
        case Goal::Kind::Knowledge:
            return !last.knowledge.empty() &&
                   std::ranges::all_of(last.knowledge, [&](const auto& kind) { return kind.second >= m_goal->value; });
        case Goal::Kind::Steps:
            break;
    }
    return false;
}

void LiveRun::settle(const std::function<bool()>& interrupted) {
    if (m_lastEvaluated != m_run->stepsDone()) evaluate(interrupted);
    save();
    if (m_run->stepsDone() < m_run->settings().steps || interrupted()) return;
    // A finished model says how well it does on all that is held out, as one that was trained by the command line.
    m_measures = m_run->measures();
    m_lastSaved = -1;
    save();
}

void LiveRun::change(const TrainingSettings& settings) {
    const auto changes = changesBetween(m_run->settings(), settings, m_run->stepsDone());
    m_run->change(settings);
    m_start.setup.settings = settings;
    m_history.changes.insert(m_history.changes.end(), changes.begin(), changes.end());
    m_news.changes.insert(m_news.changes.end(), changes.begin(), changes.end());
    m_hasNews = true;
}

bool LiveRun::saveIsDue() const {
    return secondsSince(m_saved) >= std::max(kSecondsBetweenSaves, kShare * m_saveSeconds);
}

void LiveRun::save() {
    if (m_start.folder.isEmpty()) return;
    const auto start = Clock::now();
    const RunRecord record{.setup = m_start.setup,
                           .history = m_history,
                           .parent = m_start.parent,
                           .branchedAt = m_start.branchedAt,
                           .isRunning = m_isGoing};
    try {
        const std::filesystem::path folder(m_start.folder.toStdString());
        if (m_lastSaved == m_run->stepsDone()) {
            saveRecord(folder, record);
        } else {
            saveRun(folder, record, m_run->checkpoint(m_measures));
            m_lastSaved = m_run->stepsDone();
        }
        m_news.notSaved.reset();
    } catch (const Error& error) {
        m_news.notSaved = error;
        m_hasNews = true;
    }
    m_saveSeconds = secondsSince(start);
    m_saved = Clock::now();
}

TrainingNews LiveRun::takeNews() {
    if (!m_news.latest || m_news.latest->step != m_run->stepsDone()) {
        m_news.latest = std::make_shared<const Moment>(m_run->moment());
    }
    m_news.run = number();
    m_news.seconds = m_history.seconds;
    m_news.isPaused = !m_isGoing;
    m_hasNews = false;
    TrainingNews news = std::exchange(m_news, {});
    m_news.latest = news.latest;
    m_news.notSaved = news.notSaved;
    return news;
}

}  // namespace attentarium
