#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>
#include <optional>

#include "engine/tape/interventions.h"
#include "ui/session/background.h"
#include "ui/session/word_map_making.h"

namespace attentarium {

class Session;

/// The part of the session that lays out the words of the open model as a map. All of it is worked out on a thread of
/// its own, while somebody looks; results are values.
class WordMapStudy : public QObject {
    Q_OBJECT

  public:
    explicit WordMapStudy(Session& session);
    ~WordMapStudy() override;

    /// Whether somebody looks: only then is anything worked out.
    void want(bool wanted);
    /// Null before the first one.
    const std::shared_ptr<const WordMap>& map() const { return m_map; }
    /// Why the map is not what was asked for; it is then one of principal components, or the one before.
    const std::optional<MapProblem>& problem() const { return m_problem; }
    bool isBusy() const { return m_isBusy; }

    // The vectors.
    /// Their names; a model may have more than one vector for each word.
    QStringList tables() const;
    int table() const { return m_table; }
    void setTable(int table);

    // The way of mapping.
    MapKind kind() const { return m_kind; }
    void setKind(MapKind kind);
    const DirectionWords& directions() const { return m_directions; }
    void setDirections(const DirectionWords& directions);

    // t-SNE.
    double perplexity() const { return m_perplexity; }
    void setPerplexity(double perplexity);
    bool isPlaying() const { return m_isPlaying; }
    /// From the start again where the end is reached.
    void play();
    void pause();
    void stepOnce();
    /// Back to the start.
    void cancel();
    bool canCancel() const {
        return m_kind == MapKind::Neighbours &&
               (m_isPlaying || (m_map && 0 < m_map->step && m_map->step < m_map->steps));
    }

    // A second model beside it.
    const QString& besideFolder() const { return m_besideFolder; }
    /// Empty: none. `mapChanged` or `problemChanged` follows.
    void openBeside(const QString& folder);
    const std::optional<MapProblem>& besideProblem() const { return m_besideProblem; }

  Q_SIGNALS:
    void vectorsChanged();  ///< another model or another table: followed by `mapChanged`
    void mapChanged();
    void problemChanged();
    void playingChanged();
    void besideChanged();

  private:
    void follow();
    void restart();
    void adopt(const MadeMap& made);
    void askForSteps(int steps);
    void setPlaying(bool playing);

    Session& m_session;
    bool m_wanted = false, m_isStale = true, m_isBusy = false;
    std::vector<VectorTable> m_learned, m_tables;  ///< those of the model, and with what was set in them
    std::vector<SetCell> m_edits;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    int m_table = 0;
    MapKind m_kind = MapKind::Principal;
    DirectionWords m_directions;
    double m_perplexity = 30;
    bool m_isPerplexityChosen = false;
    std::shared_ptr<const WordMap> m_map;
    std::optional<MapProblem> m_problem, m_besideProblem;
    std::shared_ptr<MadeMap::Descent> m_run;  ///< of t-SNE; its numbers are touched on the thread alone
    bool m_isPlaying = false, m_isStepping = false;
    QTimer m_next;
    QString m_besideFolder;
    std::shared_ptr<const Checkpoint> m_beside;
    std::atomic<int> m_latest{0}, m_latestBeside{0};
    Background m_background;
};

}  // namespace attentarium
