#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/geometry/points.h"
#include "engine/models/family.h"
#include "engine/text/language.h"
#include "engine/trace/trace.h"
#include "ui/session/background.h"

namespace attentarium {

class Session;
struct Word2VecRun;

/// What word vectors are trained with here.
struct Word2VecChoices {
    Family family = Family::SkipGram;
    int width = 10;
    int window = 2;
    int negatives = 4;  ///< 0: the full softmax, which is stepped through only
    int seed = 1;
    bool isBiased = false;  ///< whether the text is that of the biased world
    Language language = Language::English;

    bool operator==(const Word2VecChoices&) const = default;
};

/// One pair of a word and what is told from it, or of neighbours and the word between, with the trace of its step.
struct Word2VecPair {
    int centre = 0;           ///< the place of the word in the sentence
    std::vector<int> inputs;  ///< places of the words that it is told from
    int target = 0;           ///< the place of the word that is told
    std::vector<int>
        candidates;  ///< ids: the word that came, then those drawn against it; of a softmax, the first alone
    std::shared_ptr<const Trace> trace;
};

/// The run at one moment.
struct Word2VecMoment {
    std::int64_t tokensDone = 0;
    std::int64_t tokensInAll = 0;
    double loss = 0;     ///< mean over the last step's pairs, in nats; 0 before the first
    Points places;       ///< of every word, along the first two principal components [words, 2]
    double shares[2]{};  ///< of the variance that lies along them
    bool isFinished = false;
};

/// Word vectors that are trained while one looks: a pair at a time on the sentence, or running over a whole text. All
/// of it is worked out on a thread of its own.
class Word2VecStudy : public QObject {
    Q_OBJECT

  public:
    explicit Word2VecStudy(Session& session, QObject* parent = nullptr);
    ~Word2VecStudy() override;

    void want(bool wanted);
    const Word2VecChoices& choices() const { return m_choices; }
    /// Begins anew from the seed.
    void choose(const Word2VecChoices& choices);
    bool isBusy() const { return m_isBusy; }

    /// The words of the vocabulary, by id; empty before anything is known.
    const QStringList& vocabulary() const { return m_vocabulary; }
    /// The sentence in which pairs are stepped through, and whether it is the session's.
    const QStringList& words() const { return m_words; }
    bool isSessionsSentence() const { return m_isSessions; }
    /// The first pairs of the sentence, each learned after the one before, from where the run stands.
    const std::vector<Word2VecPair>& pairs() const { return m_pairs; }
    double rate() const;

    // The run.
    bool canRun() const { return m_choices.negatives > 0; }
    bool isRunning() const { return m_isRunning; }
    void run();
    void pause();
    void stepOnce();
    /// Back to the fresh vectors of the seed.
    void reset();
    /// Null before the first.
    const std::shared_ptr<const Word2VecMoment>& moment() const { return m_moment; }
    /// Tokens seen and loss of every moment since the beginning.
    const std::vector<std::pair<double, double>>& losses() const { return m_losses; }

  Q_SIGNALS:
    void pairsChanged();
    void momentChanged();
    void runningChanged();

  private:
    void begin();
    void askForPairs();
    void askForSlice(int steps);
    void adopt(std::shared_ptr<const Word2VecMoment> moment);

    Session& m_session;
    Word2VecChoices m_choices;
    bool m_isWanted = false;
    bool m_isStale = true;
    bool m_isBusy = false;
    bool m_isRunning = false;
    bool m_isSliceAsked = false;
    bool m_arePairsStale = true;
    QStringList m_vocabulary, m_words;
    bool m_isSessions = true;
    std::vector<Word2VecPair> m_pairs;
    std::shared_ptr<const Word2VecMoment> m_moment;
    std::vector<std::pair<double, double>> m_losses;
    std::shared_ptr<Word2VecRun> m_run;  ///< used by jobs only
    QTimer m_beat;
    std::atomic<int> m_latest{0};
    std::atomic<int> m_latestPairs{0};
    Background m_background;
};

}  // namespace attentarium
