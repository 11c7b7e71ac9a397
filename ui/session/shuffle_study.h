#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/trace/trace.h"
#include "ui/session/background.h"
#include "ui/session/position_models.h"

namespace attentarium {

/// One model on the words in their order and in another one. Everything is told in the order of the sentence: number i
/// is of word i, wherever it stood.
struct ShuffledRun {
    /// The weights of one head, [words, words].
    struct Head {
        std::vector<float> before, after;
    };

    Positions kind = Positions::None;
    int heads = 1;
    std::vector<Head> all;           ///< block after block, each with its heads
    std::vector<double> moved;       ///< |after − before| / |before| of what the last block says of each word
    std::vector<double> guesses;     ///< of each word: the largest change of the probability of any next word
    double largestWeightChange = 0;  ///< over all blocks and heads

    int blocks() const { return static_cast<int>(all.size()) / heads; }
    double largestMove() const;
    double largestGuessChange() const;
};

struct ShuffleResult {
    QStringList words;
    std::vector<int> order;  ///< which word stands at each place
    bool isMasked = false;
    bool isSessionsSentence = true;
    ShuffledRun placed;     ///< of the chosen model, which knows places
    ShuffledRun placeless;  ///< of the bundled one that does not
};

/// Puts the words of the sentence in another order, and looks at what that does to a model with positions and to one
/// without. The mask, by which a word sees those before it alone, is lifted unless it is asked for: it is an order too.
class ShuffleStudy : public QObject {
    Q_OBJECT

  public:
    explicit ShuffleStudy(Session& session);
    ~ShuffleStudy() override;

    void want(bool wanted);
    PositionChoice choice() const { return m_choice; }
    void choose(PositionChoice choice);
    bool isMasked() const { return m_masked; }
    void setMasked(bool masked);
    /// Null while it is not known, and where the chosen model cannot be shuffled.
    const std::shared_ptr<const ShuffleResult>& result() const { return m_result; }
    /// Whether the model that is open is chosen and is neither of the kind of GPT nor of BERT.
    bool isImpossible() const;
    const std::optional<Error>& problem() const { return m_problem; }
    bool isBusy() const { return m_isBusy; }

    /// Another order, the next of a seeded row of them; never the one that stands.
    void shuffle();
    /// How often it was shuffled: the seed of the order.
    int shuffles() const { return m_shuffles; }
    void restoreOrder();
    /// Puts the word at place `from` to place `to`; those between move up.
    void move(int from, int to);

  Q_SIGNALS:
    void changed();

  private:
    void restart();

    Session& m_session;
    PositionChoice m_choice = PositionChoice::Rotary;
    bool m_masked = false;
    bool m_wanted = false, m_isStale = true, m_isBusy = false;
    int m_shuffles = 0;
    std::vector<int> m_order;  ///< of another number of words: the sentence gets one of its own
    std::shared_ptr<const ShuffleResult> m_result;
    std::optional<Error> m_problem;
    std::atomic<int> m_latest{0};
    PositionModels m_models;  ///< of the thread
    Background m_background;
};

}  // namespace attentarium
