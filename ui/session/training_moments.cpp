#include <algorithm>
#include <utility>

#include "engine/runs/training_run.h"
#include "ui/session/training.h"

// The time machine: which moment of the current run is shown, and how many are kept.
namespace attentarium {
namespace {

// What the moments of a run that is not the current one may take of the budget.
constexpr std::size_t kShareOfOthers = 8;

}  // namespace

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

void Training::setBudget(std::size_t bytes) {
    m_budget = bytes;
    const auto shownNow = m_shownMoment ? shown() : nullptr;
    shareBudget();
    if (shownNow) {
        m_shownMoment = current()->timeline.placeOf(shownNow->step);
        Q_EMIT momentShown();
    }
    Q_EMIT progressed();
}

void Training::shareBudget() {
    // The runs that are not at work keep a part of theirs between them, the current one has the rest.
    const std::size_t others = m_runs.size() > 1 ? m_budget / kShareOfOthers / (m_runs.size() - 1) : 0;
    for (const auto& run : m_runs) {
        run->timeline.setBudget(run->number == m_current ? m_budget - m_budget / kShareOfOthers : others);
    }
}

void Training::saveModel(const Checkpoint& checkpoint, const QString& folder) {
    m_worker.enqueue([this, folder, checkpoint] {
        saveCheckpoint(folder.toStdString(), checkpoint);
        QMetaObject::invokeMethod(
            this, [this, folder] { Q_EMIT saved(folder); }, Qt::QueuedConnection);
    });
}

}  // namespace attentarium
