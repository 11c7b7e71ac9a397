#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/models/family.h"
#include "engine/probe/gradient_flow.h"
#include "engine/text/language.h"
#include "ui/session/background.h"

namespace attentarium {

class Session;

/// What is asked about gradients through time.
struct GradientQuestion {
    bool trained = false;          ///< the bundled weights, else fresh ones
    std::uint64_t seed = 1;        ///< of fresh weights
    int steps = 40;                ///< words that are read
    std::optional<double> radius;  ///< to which the recurrent matrices are scaled; none: as they are

    bool operator==(const GradientQuestion&) const = default;
};

/// How far the gradient comes in one model.
struct GradientCurve {
    Family family = Family::Rnn;
    std::int64_t width = 0;
    double radius = 0;  ///< the spectral radius of the recurrent matrix that ran
    GradientFlow flow;
    Decay decay;
};

struct GradientAnswer {
    GradientQuestion question;
    QStringList words;                  ///< that were read, one for each step
    QString target;                     ///< the word whose loss it is
    QString unknown;                    ///< a word of the sentence that the models do not know, so that it was left out
    std::vector<GradientCurve> curves;  ///< RNN, LSTM, GRU
};

/// The part of the session that follows the loss of one word back through an RNN, an LSTM and a GRU that read the same
/// text: the sentence, and stories of the small world behind it. Fresh models have `kFreshWidth` units each.
class GradientStudy : public QObject {
    Q_OBJECT

  public:
    explicit GradientStudy(Session& session);
    ~GradientStudy() override;

    static constexpr int kMostSteps = 100;
    static constexpr std::int64_t kFreshWidth = 48;

    /// Whether somebody looks: only then is anything worked out.
    void want(bool wanted);
    const GradientQuestion& question() const { return m_question; }
    void ask(const GradientQuestion& question);
    /// Null while the first is being worked out; the one before stays until the next is there.
    const std::shared_ptr<const GradientAnswer>& answer() const { return m_answer; }
    bool isBusy() const { return m_isBusy; }

  Q_SIGNALS:
    void changed();  ///< the answer
    void failed(const attentarium::Error& error);

  private:
    struct Models;
    void work();

    Session& m_session;
    GradientQuestion m_question;
    std::shared_ptr<const GradientAnswer> m_answer;
    std::shared_ptr<Models> m_models;  ///< used on the thread alone
    bool m_wanted = false, m_isStale = true, m_isBusy = false;
    std::atomic<int> m_latest{0};
    Background m_background;
};

/// The norm that a gradient of that norm has after clipping.
double clippedNorm(double norm, double largest);

}  // namespace attentarium
