#include "ui/session/length_study.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cmath>

#include "engine/runs/position_runs.h"
#include "engine/runs/training_run.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

/// Of the long texts: other stories than those that were learned.
constexpr std::uint64_t kTextSeed = 4711;
/// Of the work for one kind, what its measuring takes about.
constexpr double kMeasuringShare = 0.1;
constexpr qint64 kBetweenNews = 100;

/// Empty where `goesOn` said no.
std::vector<PlaceLoss> measured(const Model<float>& model, const Tokenizer& tokenizer, Language language,
                                Parallel& parallel, const std::function<bool(double)>& goesOn) {
    const bool ends = model.config().positions == Positions::Learned;
    const std::int64_t length = ends ? model.config().context : LengthStudy::kLongest;
    const auto longer = withContext(model, length);
    const LongTexts texts = joinedStories(language, tokenizer, kTextSeed, LengthStudy::kTexts, LengthStudy::kLongest);
    LongTexts fitting{length, {}};
    for (std::int64_t text = 0; text < texts.count(); ++text) {
        const auto begin = texts.ids.begin() + text * (texts.length + 1);
        fitting.ids.insert(fitting.ids.end(), begin, begin + length + 1);
    }
    return binned(lossesByPlace(*longer, fitting, parallel, goesOn), length, LengthStudy::kBin);
}

}  // namespace

LengthStudy::LengthStudy(Session& session)
    : m_session(session), m_background(*this, [this](const Error& error) {
          m_problem = error;
          m_measuring = m_training = false;
          Q_EMIT changed();
      }) {
    for (std::size_t i = 0; i < kKinds; ++i) m_bundled[i].kind = m_again[i].kind = kPositionKinds[i];
    connect(&session, &Session::modelChanged, this, &LengthStudy::measureBundled);
}

LengthStudy::~LengthStudy() {
    ++m_latestMeasure;
    ++m_latestTraining;
}

bool LengthStudy::hasAgain() const {
    return std::ranges::any_of(m_again, [](const LengthCurve& curve) { return !curve.bins.empty(); });
}

void LengthStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted) measureBundled();
}

void LengthStudy::measureBundled() {
    if (!m_wanted || !m_session.checkpoint()) return;
    const Language language = m_session.checkpoint()->language;
    if (std::exchange(m_language, language) != language) {
        // Losses on texts of another language are not to be compared.
        cancel();
        for (std::size_t i = 0; i < kKinds; ++i) m_bundled[i].bins.clear(), m_again[i].bins.clear();
        m_known = false;
    }
    if (std::exchange(m_known, true)) return;
    m_problem.reset();
    m_measuring = true;
    const int job = ++m_latestMeasure;
    for (std::size_t i = 0; i < kKinds; ++i) {
        m_background.enqueue([this, job, i, language] {
            if (job != m_latestMeasure) return;
            Parallel parallel(std::max(1, QThread::idealThreadCount() - 1));
            const auto opened = m_models.open(kPositionKinds[i], language);
            auto bins = measured(*opened->model, *opened->tokenizer, language, parallel,
                                 [&](double) { return job == m_latestMeasure; });
            m_background.post([this, job, i, bins = std::move(bins), steps = opened->stepsDone] {
                if (job != m_latestMeasure) return;
                m_bundled[i].bins = bins;
                m_bundled[i].steps = steps;
                m_measuring = i + 1 < kKinds;
                Q_EMIT changed();
            });
        });
    }
    Q_EMIT changed();
}

void LengthStudy::trainAgain(std::uint64_t seed) {
    if (m_training) return;
    m_seed = seed;
    m_training = true;
    m_cancelled = false;
    m_progress = 0;
    m_secondsLeft.reset();
    m_problem.reset();
    for (LengthCurve& curve : m_again) curve.bins.clear();
    const int job = ++m_latestTraining;
    for (std::size_t i = 0; i < kKinds; ++i)
        m_background.enqueue([=, this, language = m_language] { trainKind(i, language, seed, job); });
    Q_EMIT changed();
}

void LengthStudy::cancel() {
    if (!std::exchange(m_training, false)) return;
    ++m_latestTraining;
    m_cancelled = true;
    Q_EMIT changed();
}

void LengthStudy::tell(int job, double progress, Positions now, double seconds) {
    m_background.post([this, job, progress, now, seconds] {
        if (job != m_latestTraining) return;
        const double before = std::floor(progress * kKinds) / kKinds, done = progress - before;
        m_progress = progress;
        m_now = now;
        if (done > 0.02) m_secondsLeft = static_cast<int>(std::ceil(seconds / done * (1 - progress)));
        Q_EMIT progressed();
    });
}

void LengthStudy::trainKind(std::size_t place, Language language, std::uint64_t seed, int job) {
    if (job != m_latestTraining) return;
    const Positions kind = kPositionKinds[place];
    QElapsedTimer time, told;
    time.start();
    told.start();
    const auto goesOn = [&, this](double done) {
        if (told.elapsed() > kBetweenNews) {
            told.start();
            tell(job, (static_cast<double>(place) + done) / kKinds, kind, static_cast<double>(time.elapsed()) / 1000);
        }
        return job == m_latestTraining;
    };
    Parallel parallel(std::max(1, QThread::idealThreadCount() - 1));
    TrainingRun run(prepared(positionRun(kind, language, seed)), parallel);
    const auto steps = static_cast<double>(run.settings().steps);
    while (run.stepsDone() < run.settings().steps) {
        run.step();
        if (!goesOn((1 - kMeasuringShare) * static_cast<double>(run.stepsDone()) / steps)) return;
    }
    auto bins = measured(run.model(), *run.material().tokenizer, run.material().language, parallel,
                         [&](double done) { return goesOn(1 - kMeasuringShare + kMeasuringShare * done * 0.99); });
    m_background.post([this, job, place, bins = std::move(bins), steps = run.stepsDone()] {
        if (job != m_latestTraining) return;
        m_again[place].bins = bins;
        m_again[place].steps = steps;
        m_progress = static_cast<double>(place + 1) / kKinds;
        if (place + 1 == kKinds) m_training = false;
        Q_EMIT changed();
    });
}

}  // namespace attentarium
