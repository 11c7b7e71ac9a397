#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/probe/known_text.h"
#include "engine/probe/unit_score.h"
#include "ui/session/background.h"

namespace attentarium {

class Session;
struct Checkpoint;

/// The texts over which units can be watched.
enum class WatchedText {
    Brackets,  ///< `KnownText`, of which the generator knows something for certain
    Stories,
    Lessons,
    Questions,  ///< of the model's task
    Sentence,   ///< the session's
    Fables,     ///< bundled, in the model's language
};

/// A text with what all units of a model held after each of its tokens.
struct WatchedUnits {
    WatchedText text = WatchedText::Sentence;
    std::vector<WatchedText> offered;  ///< those that the model can read
    LabelledText labelled;
    QStringList words;               ///< as the window shows them
    std::vector<StateTable> tables;  ///< empty where there was nothing to read
    int best = 0;                    ///< of the tables, that with the unit that tells the first truth best
    int unknown = 0;                 ///< tokens of the text that the model lacks; they were left out
};

/// The part of the session that asks what the units of a recurrent model stand for. It works on a thread of its own,
/// and only while somebody looks.
class UnitStudy : public QObject {
    Q_OBJECT

  public:
    explicit UnitStudy(Session& session, QObject* parent = nullptr);
    ~UnitStudy() override;

    void want(bool wanted);
    /// Whether the open model has states.
    bool canStudy() const;
    bool isBusy() const { return m_isReading || m_isScoring; }

    /// Null until the first text was read; that of another text of the same model stays until the new one was.
    const std::shared_ptr<const WatchedUnits>& watched() const { return m_watched; }
    void watch(WatchedText text);

    /// Which kind of states, of which layer: a place in `tables`.
    int table() const { return m_table; }
    void chooseTable(int table);
    const StateTable& states() const { return m_watched->tables[static_cast<std::size_t>(m_table)]; }
    bool hasStates() const { return m_watched && !m_watched->tables.empty(); }

    /// With what is known of the text the units are compared: a place in `truths`; −1 where there is none.
    int truth() const { return m_truth; }
    void chooseTruth(int truth);
    const TruthLabels* labels() const;

    /// Of every unit, best first; empty where nothing is known. Then units stand by how much they change.
    const std::vector<UnitScore>& scores() const { return m_scores; }
    /// All units in the order in which they stand.
    const std::vector<int>& ranking() const { return m_ranking; }
    /// Null where there is none.
    const UnitScore* scoreOf(int unit) const;

    int unit() const { return m_unit; }
    void chooseUnit(int unit);

  Q_SIGNALS:
    void changed();      ///< text, states, truth or scores
    void unitChanged();  ///< the chosen one
    void failed(const attentarium::Error& error);

  private:
    void follow();
    void restart();
    void score();
    void adopt(const std::shared_ptr<const WatchedUnits>& watched);

    Session& m_session;
    bool m_wanted = false, m_isStale = true;
    bool m_isReading = false, m_isScoring = false;
    std::optional<WatchedText> m_asked;
    std::shared_ptr<const void> m_model;  ///< that was read with
    QStringList m_sentence;               ///< likewise
    std::shared_ptr<const WatchedUnits> m_watched;
    int m_table = 0, m_truth = -1, m_unit = 0;
    std::vector<UnitScore> m_scores;
    std::vector<int> m_ranking;
    bool m_takesBest = true;  ///< the best unit is chosen when the scores come
    std::atomic<int> m_latest{0}, m_latestScore{0};
    Background m_background;
};

}  // namespace attentarium
