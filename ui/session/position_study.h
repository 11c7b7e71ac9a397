#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <optional>

#include "engine/core/error.h"
#include "engine/trace/trace.h"
#include "ui/session/background.h"
#include "ui/session/position_models.h"

namespace attentarium {

/// What is known of one model's positions, with its run on a sentence.
struct PositionLook {
    /// Of how many places products are worked out; a large model has thousands of places.
    static constexpr std::int64_t kMostPlaces = 128;

    PositionChoice choice = PositionChoice::Own;
    Positions kind = Positions::None;
    std::shared_ptr<const Checkpoint> checkpoint;
    Tensor<float> vectors;           ///< as `positionVectors`
    Tensor<float> products;          ///< of the first places with each other; empty where there are no vectors
    std::vector<double> byDistance;  ///< their means
    std::shared_ptr<const Trace> trace;
    QStringList words;               ///< of the trace; of an encoder–decoder those that the encoder reads
    bool isSessionsSentence = true;  ///< otherwise the model does not know the words of the session's

    const ModelConfig& config() const { return checkpoint->model->config(); }
    bool readsSource() const { return trace && !trace->source().empty(); }
    std::int64_t places() const { return vectors.count() ? vectors.shape()[0] : 0; }
    std::int64_t width() const { return vectors.count() ? vectors.shape()[1] : 0; }
};

/// Looks at the positions of the model that is open, or of a bundled one on the same sentence, on a thread of its own.
class PositionStudy : public QObject {
    Q_OBJECT

  public:
    PositionStudy(Session& session, PositionChoice first);
    ~PositionStudy() override;

    /// Whether somebody looks: only then is anything worked out.
    void want(bool wanted);
    PositionChoice choice() const { return m_choice; }
    void choose(PositionChoice choice);
    /// Null while it is not known, and where the model that is open has no positions to look at.
    const std::shared_ptr<const PositionLook>& look() const { return m_look; }
    /// Whether the model that is open is chosen, and reads word by word.
    bool isWithoutPlaces() const;
    const std::optional<Error>& problem() const { return m_problem; }
    bool isBusy() const { return m_isBusy; }

  Q_SIGNALS:
    void changed();

  private:
    void restart();

    Session& m_session;
    PositionChoice m_choice;
    bool m_wanted = false, m_isStale = true, m_isBusy = false;
    std::shared_ptr<const PositionLook> m_look;
    std::optional<Error> m_problem;
    std::atomic<int> m_latest{0};
    PositionModels m_models;  ///< of the thread
    Background m_background;
};

}  // namespace attentarium
