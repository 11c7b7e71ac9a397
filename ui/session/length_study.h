#pragma once

#include <QObject>
#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/probe/loss_by_place.h"
#include "ui/session/background.h"
#include "ui/session/position_models.h"

namespace attentarium {

/// What one kind of positions costs at each place of long texts.
struct LengthCurve {
    Positions kind = Positions::None;
    std::vector<PlaceLoss> bins;  ///< each over `LengthStudy::kBin` places; empty while it is not known
    std::int64_t steps = 0;       ///< that the model was trained
};

/// Trains short and tests long: how each kind of positions does on texts up to eight times as long as those that it was
/// trained on. The bundled models are measured when somebody looks, and can be trained again, all on a thread of its
/// own.
class LengthStudy : public QObject {
    Q_OBJECT

  public:
    static constexpr int kTrained = 32;  ///< words of the texts in training
    static constexpr int kLongest = 8 * kTrained;
    static constexpr int kBin = 8;     ///< places that are averaged to one point
    static constexpr int kTexts = 96;  ///< long texts, the same for each kind; none was seen in training
    static constexpr int kKinds = 5;

    explicit LengthStudy(Session& session);
    ~LengthStudy() override;

    void want(bool wanted);
    Language language() const { return m_language; }
    /// Of the bundled models, in the order of `kPositionKinds`.
    const std::array<LengthCurve, kKinds>& bundled() const { return m_bundled; }
    /// Of those that were trained here.
    const std::array<LengthCurve, kKinds>& again() const { return m_again; }
    bool hasAgain() const;

    /// Trains the five from fresh weights of that seed, and measures them as the bundled ones were. What was trained
    /// before is forgotten.
    void trainAgain(std::uint64_t seed);
    std::uint64_t seed() const { return m_seed; }
    bool isTraining() const { return m_training; }
    /// Ends it within a few steps; the kinds that are done stay.
    void cancel();
    bool wasCancelled() const { return m_cancelled; }
    /// Of all five, from 0 to 1, and which one is trained or measured now.
    double progress() const { return m_progress; }
    Positions now() const { return m_now; }
    /// Seconds that are left at the pace so far; none while that is not known.
    std::optional<int> secondsLeft() const { return m_secondsLeft; }
    bool isMeasuring() const { return m_measuring; }
    const std::optional<Error>& problem() const { return m_problem; }

  Q_SIGNALS:
    void changed();
    void progressed();

  private:
    void measureBundled();
    void trainKind(std::size_t place, Language language, std::uint64_t seed, int job);
    void tell(int job, double progress, Positions now, double seconds);

    Session& m_session;
    Language m_language = Language::English;
    bool m_wanted = false, m_known = false, m_measuring = false, m_training = false, m_cancelled = false;
    std::array<LengthCurve, kKinds> m_bundled, m_again;
    std::uint64_t m_seed = 1;
    double m_progress = 0;
    Positions m_now = Positions::Sinusoidal;
    std::optional<int> m_secondsLeft;
    std::optional<Error> m_problem;
    std::atomic<int> m_latestMeasure{0}, m_latestTraining{0};
    PositionModels m_models;  ///< of the thread
    Background m_background;  ///< declared last, so that it ends first
};

}  // namespace attentarium
