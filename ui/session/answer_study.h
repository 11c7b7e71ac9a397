#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <vector>

#include "engine/core/error.h"
#include "engine/decode/beam_tree.h"
#include "ui/session/background.h"
#include "ui/session/playback.h"

namespace attentarium {

class Session;
struct Checkpoint;

/// How many held-out questions of a task a model answers wholly right, by the tokens of the question.
struct RightByLength {
    struct Point {
        int length = 0;
        int asked = 0;
        int right = 0;

        double share() const { return asked == 0 ? 0 : static_cast<double>(right) / asked; }
    };
    bool isOpen = true;     ///< of the open model; else of the bundled one that it is compared with
    bool looksBack = true;  ///< whether its decoder looks back at the source
    std::vector<Point> points;

    /// Of all questions.
    double share() const;
};

/// The part of the session that asks how an encoder–decoder answers: step by step along the trace, by a beam search
/// whose tree is kept, and how well by the length of the source. It works on a thread of its own, and only while
/// somebody looks.
class AnswerStudy : public QObject {
    Q_OBJECT

  public:
    explicit AnswerStudy(Session& session, QObject* parent = nullptr);
    ~AnswerStudy() override;

    void want(bool wanted);
    /// Whether the open model reads a source and answers it.
    bool canStudy() const;
    bool isBusy() const { return m_isSearching || m_isMeasuring; }

    // Step by step.
    /// Steps of the decoder that are shown, from 0: only the source was read. The last one says that the answer ends.
    int step() const { return m_step; }
    int steps() const;
    void goToStep(int step);
    Playback& playback() { return m_playback; }

    // The answer.
    /// Whether an answer was typed or forced, so that it is not the model's own.
    bool isForced() const;
    /// Keeps the answer before `place`, puts `token` there and lets the model go on from it, as one edit.
    void force(int place, int token);
    /// The same for a way through the tree.
    void follow(int node);
    /// Back to what the model answers by itself, as an edit.
    void answerByItself();

    // Beam search.
    int beams() const { return m_beams; }
    void setBeams(int beams);
    static constexpr int kMostBeams = 8;
    /// Null while it is not known for the source as it stands.
    const std::shared_ptr<const BeamTree>& tree() const { return m_tree; }

    // By length.
    /// Whether the model learned a task whose questions can be asked.
    bool canMeasure() const;
    void measure();
    bool isMeasuring() const { return m_isMeasuring; }
    /// Empty before they were measured; that of the open model first.
    const std::vector<RightByLength>& curves() const { return m_curves; }
    static constexpr int kQuestions = 2000;

  Q_SIGNALS:
    void stepChanged();
    void treeChanged();
    void curvesChanged();
    void failed(const attentarium::Error& error);

  private:
    void adoptTrace();
    void search();
    void answer(std::vector<int> begun);
    void setAnswer(const std::vector<int>& tokens);
    std::vector<int> source() const;

    Session& m_session;
    bool m_wanted = false;
    int m_step = 0;
    Playback m_playback;
    int m_beams = 4;
    std::shared_ptr<const BeamTree> m_tree;
    std::vector<int> m_searched;             ///< the source whose tree is known or asked for
    std::shared_ptr<const void> m_searcher;  ///< the model likewise
    bool m_isSearching = false, m_isMeasuring = false;
    std::vector<RightByLength> m_curves;
    std::shared_ptr<const void> m_measured;  ///< the model of the curves
    int m_keptStep = -1;                     ///< where to stand once a forced answer was read
    std::atomic<int> m_latestSearch{0}, m_latestAnswer{0}, m_latestMeasure{0};
    Background m_background;
};

}  // namespace attentarium
