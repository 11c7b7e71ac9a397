#pragma once

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/error.h"
#include "engine/decode/sampling.h"
#include "engine/io/checkpoint.h"
#include "engine/tape/interventions.h"
#include "engine/trace/nudge.h"
#include "engine/trace/trace.h"
#include "ui/session/background.h"
#include "ui/session/head_study.h"
#include "ui/session/looked_text.h"

namespace attentarium {

/// Runs models on a thread of its own, one job after the other, and hands the results to the thread of its owner.
/// A job that a later one of its kind has overtaken is dropped unseen.
class LookWorker : public QObject {
    Q_OBJECT

  public:
    explicit LookWorker(QObject* parent = nullptr);
    ~LookWorker() override;

    void open(const QString& folder);
    /// `looked` follows with the run and, where there are changes, the run of the same text without them: `plain` where
    /// that is it, else a new one; and with the run of `other`, where that model knows the same words.
    void look(const Checkpoint& checkpoint, TypedText typed, const Interventions& changes = {},
              const std::shared_ptr<const Trace>& plain = {}, const std::shared_ptr<const Checkpoint>& other = {});
    /// Opens a model that stands beside the one that is open: `openedBeside` follows.
    void openBeside(const QString& folder);
    /// Forgets the looks that were asked for: `looked` does not follow.
    void dropLook();
    /// Moves a cell of the trace of `text` and runs the model again.
    void nudge(const Checkpoint& checkpoint, const TracedText& text, const Interventions& changes, Var node,
               std::int64_t cell);
    /// Forgets a nudge that was asked for: `nudged` does not follow.
    void dropNudge();
    /// Measures the heads of `trace`; `world` is what was found before, null where nothing was. A look that is asked
    /// for overtakes it.
    void studyHeads(const std::shared_ptr<const Checkpoint>& checkpoint, const std::shared_ptr<const Trace>& trace,
                    std::shared_ptr<const WorldRoles> world);
    /// Continues `prompt` by up to `count` tokens, each handed over at once; ends early at a line end, at the end of
    /// the context and on `stopGenerating`.
    /// Of the changes, those of parameters hold.
    void generate(const Checkpoint& checkpoint, std::vector<int> prompt, int count, const SamplingSettings& settings,
                  std::uint64_t seed, const Interventions& changes = {});
    void stopGenerating();
    bool isBusy() const { return m_pending > 0; }

  Q_SIGNALS:
    void opened(const QString& folder, const std::shared_ptr<const attentarium::Checkpoint>& checkpoint);
    void openedBeside(const QString& folder, const std::shared_ptr<const attentarium::Checkpoint>& checkpoint);
    void looked(const std::shared_ptr<const attentarium::Trace>& trace,
                const std::shared_ptr<const attentarium::Trace>& unchanged,
                const std::shared_ptr<const attentarium::Trace>& other);
    /// Instead of `looked`: why the text cannot run.
    void refused(const attentarium::Error& error);
    void nudged(const attentarium::Nudge& nudge);
    void studied(const std::shared_ptr<const attentarium::HeadStudy>& study,
                 const std::shared_ptr<const attentarium::WorldRoles>& world);
    void generated(int token);
    void generatingEnded();
    void failed(const attentarium::Error& error);
    void busyChanged();

  private:
    /// Tells `loaded`, unless a later call with the same `latest` overtakes this one.
    using Loaded = void (LookWorker::*)(const QString& folder, const std::shared_ptr<const Checkpoint>& checkpoint);
    void load(const QString& folder, std::atomic<int>& latest, Loaded loaded);
    void enqueue(std::function<void()> job);

    int m_pending = 0;
    std::atomic<int> m_latestOpen{0};
    std::atomic<int> m_latestBeside{0};
    std::atomic<int> m_latestLook{0};
    std::atomic<int> m_latestNudge{0};
    std::atomic<int> m_latestGeneration{0};
    std::atomic<int> m_latestStudy{0};
    Background m_background;
};

}  // namespace attentarium
