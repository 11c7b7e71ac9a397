#include "ui/views/training_setup/run_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/session/training.h"
#include "ui/views/training_setup/setup_fields.h"

namespace attentarium {
namespace {

struct Runs {
    Q_DECLARE_TR_FUNCTIONS(Runs)
};

}  // namespace

QString durationWords(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(std::max(seconds, 0.0)));
    if (whole < 100) return Runs::tr("%1 s").arg(whole);
    const std::int64_t minutes = (whole + 30) / 60;
    if (minutes < 60) return Runs::tr("%1 min").arg(minutes);
    //: hours and minutes
    return Runs::tr("%1 h %2 min").arg(countWords(minutes / 60)).arg(minutes % 60);
}

QString bytesWords(double bytes) {
    if (bytes >= 1e9) return Runs::tr("%1 GB").arg(shortNumber(bytes / 1e9));
    return Runs::tr("%1 MB").arg(bytes >= 1e7 ? QString::number(std::llround(bytes / 1e6)) : shortNumber(bytes / 1e6));
}

QString countWords(std::int64_t count) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

QString stateWords(const RunEntry& run) {
    if (run.isUnfinished) return Runs::tr("unfinished");
    switch (run.state) {
        case RunState::Preparing:
            return Runs::tr("preparing");
        case RunState::Paused:
            return run.history.stepsDone() == 0 ? Runs::tr("ready") : Runs::tr("paused");
        case RunState::Running:
            return Runs::tr("running");
        case RunState::Finished:
            return Runs::tr("finished");
        case RunState::Failed:
            return Runs::tr("failed");
    }
    return {};
}

QString numberWords(const RunEntry& run) {
    if (run.parent == 0) return QString::number(run.number);
    //: of a run that branched off another: %1 its number, %2 the other's, %3 the step at which it did
    return Runs::tr("%1, from %2 at step %3").arg(run.number).arg(run.parent).arg(countWords(run.branchedAt));
}

std::int64_t stepsOf(const RunSetup& setup, const std::optional<RunEstimate>& estimate) {
    if (!learnsInPairs(setup)) return setup.settings.steps;
    return estimate ? estimate->stepsInEpoch * setup.settings.passes : 0;
}

QString estimateWords(const RunEstimate& estimate, const RunSetup& setup) {
    const double seconds = estimate.secondsPerStep * static_cast<double>(stepsOf(setup, estimate));
    //: %1 a time such as "58 s", %2 how many numbers are learned, %3 "12 MB"
    return Runs::tr("About %1 · %2 parameters · %3 of memory")
        .arg(durationWords(seconds), countWords(estimate.parameters), bytesWords(estimate.bytes));
}

std::optional<double> lastMeasure(const History& history, const std::string& name) {
    for (auto one = history.evaluations.rbegin(); one != history.evaluations.rend(); ++one) {
        const auto found = one->measures.find(name);
        if (found != one->measures.end()) return found->second;
    }
    return std::nullopt;
}

}  // namespace attentarium
