#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "ui/session/background.h"

namespace attentarium {

class Session;

/// What one model says after one word.
struct ComparedStep {
    std::vector<std::pair<QString, double>> next;  ///< the likeliest words and their probabilities
    double loss = 0;                               ///< −log of the probability of the word that came, in nats
    double probability = 0;                        ///< of the word that came
};

struct ComparedModel {
    QString name;  ///< of the family
    std::int64_t parameters = 0;
    std::vector<ComparedStep> steps;  ///< one for each word; the last has no loss
    double total = 0;                 ///< the sum of the losses
    double milliseconds = 0;          ///< that reading one more word took here, by the median
};

/// The same sentence in all models, or why it cannot be.
struct Comparison {
    QStringList words;
    std::vector<ComparedModel> models;
    QString unknown;             ///< a word that the models do not know
    QStringList suggestions;     ///< known words that look like it
    std::int64_t mostWords = 0;  ///< where the sentence is too long: how many they can read

    bool isPossible() const { return !models.empty(); }
};

/// The part of the session that reads the sentence with an RNN, an LSTM, a GRU and a GPT beside each other: the bundled
/// ones of the small world, in the language of the model that is open.
class ComparisonStudy : public QObject {
    Q_OBJECT

  public:
    explicit ComparisonStudy(Session& session);
    ~ComparisonStudy() override;

    static constexpr std::size_t kShown = 3;  ///< words that are told of each step

    /// Whether somebody looks: only then is anything worked out.
    void want(bool wanted);
    /// Null while the first is being worked out; the one before stays until the next is there.
    const std::shared_ptr<const Comparison>& comparison() const { return m_comparison; }
    bool isBusy() const { return m_isBusy; }

  Q_SIGNALS:
    void changed();
    void failed(const attentarium::Error& error);

  private:
    struct Models;
    void work();

    Session& m_session;
    std::shared_ptr<const Comparison> m_comparison;
    std::shared_ptr<Models> m_models;  ///< used on the thread alone
    bool m_wanted = false, m_isStale = true, m_isBusy = false;
    std::atomic<int> m_latest{0};
    Background m_background;
};

}  // namespace attentarium
