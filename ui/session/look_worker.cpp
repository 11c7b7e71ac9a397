#include "ui/session/look_worker.h"

#include <algorithm>
#include <filesystem>

#include "engine/decode/generator.h"
#include "engine/models/edited_model.h"
#include "engine/train/look.h"
#include "engine/train/nudging.h"

namespace attentarium {
namespace {

/// Whether the other model takes the text as `model` does: of the same family, with the same words, and not too short.
bool canRead(const Checkpoint& other, const ModelConfig& config, const Vocabulary& vocabulary, const TracedText& text) {
    const ModelConfig& own = other.model->config();
    const std::size_t longest = std::max(text.tokens.size(), text.source.size());
    return own.family == config.family && own.classes == config.classes &&
           other.tokenizer->vocabulary().tokens() == vocabulary.tokens() &&
           static_cast<std::int64_t>(longest) <= own.context;
}

}  // namespace

LookWorker::LookWorker(QObject* parent)
    : QObject(parent), m_background(*this, [this](const Error& error) { Q_EMIT failed(error); }) {}

LookWorker::~LookWorker() {
    // Overtakes every waiting job, so that they end at once.
    ++m_latestOpen;
    ++m_latestBeside;
    ++m_latestLook;
    ++m_latestNudge;
    ++m_latestGeneration;
    ++m_latestStudy;
}

void LookWorker::enqueue(std::function<void()> job) {
    if (m_pending++ == 0) Q_EMIT busyChanged();
    m_background.enqueue(std::move(job));
    // Behind the job, and behind what it could not do.
    m_background.enqueue([this] {
        m_background.post([this] {
            if (--m_pending == 0) Q_EMIT busyChanged();
        });
    });
}

void LookWorker::open(const QString& folder) {
    ++m_latestStudy;
    load(folder, m_latestOpen, &LookWorker::opened);
}

void LookWorker::openBeside(const QString& folder) {
    load(folder, m_latestBeside, &LookWorker::openedBeside);
}

void LookWorker::load(const QString& folder, std::atomic<int>& latest, Loaded loaded) {
    enqueue([this, folder, &latest, loaded, number = ++latest] {
        if (number != latest) return;
        auto checkpoint =
            std::make_shared<const Checkpoint>(loadCheckpoint(std::filesystem::path(folder.toStdString())));
        m_background.post([this, folder, &latest, loaded, number, checkpoint] {
            if (number == latest) Q_EMIT(this->*loaded)(folder, checkpoint);
        });
    });
}

void LookWorker::look(const Checkpoint& checkpoint, TypedText typed, const Interventions& changes,
                      const std::shared_ptr<const Trace>& plain, const std::shared_ptr<const Checkpoint>& other) {
    // A study can take longer than anyone who types would wait.
    ++m_latestStudy;
    enqueue([this, model = checkpoint.model, tokenizer = checkpoint.tokenizer, settings = checkpoint.settings,
             typed = std::move(typed), changes, plain, other, number = ++m_latestLook] {
        if (number != m_latestLook) return;
        std::shared_ptr<const Trace> trace;
        TracedText text;
        try {
            // An answer of the model's own is that of the model with its changes.
            const auto edited = withEdits(model, changes);
            text = lookedText(*edited, tokenizer->vocabulary(), typed);
            trace = lookAtEdited(*edited, text, LookDepth::Update, settings, changes);
        } catch (const Error& error) {
            m_background.post([this, number, error] {
                if (number == m_latestLook) Q_EMIT refused(error);
            });
            return;
        }
        if (number != m_latestLook) return;
        std::shared_ptr<const Trace> unchanged;
        if (!changes.empty()) {
            unchanged =
                plain && plain->text() == text ? plain : attentarium::look(*model, text, LookDepth::Update, settings);
        }
        std::shared_ptr<const Trace> beside;
        if (other && canRead(*other, model->config(), tokenizer->vocabulary(), text)) {
            beside = attentarium::look(*other->model, text, LookDepth::Update, other->settings, changes);
        }
        m_background.post([this, number, trace, unchanged, beside] {
            if (number == m_latestLook) Q_EMIT looked(trace, unchanged, beside);
        });
    });
}

void LookWorker::dropLook() {
    ++m_latestLook;
}

void LookWorker::nudge(const Checkpoint& checkpoint, const TracedText& text, const Interventions& changes, Var node,
                       std::int64_t cell) {
    enqueue([this, model = checkpoint.model, settings = checkpoint.settings, text, changes, node, cell,
             number = ++m_latestNudge] {
        if (number != m_latestNudge) return;
        const Nudge nudge = Nudging(*model, text, settings, changes)(node, cell);
        m_background.post([this, number, nudge] {
            if (number == m_latestNudge) Q_EMIT nudged(nudge);
        });
    });
}

void LookWorker::dropNudge() {
    ++m_latestNudge;
}

void LookWorker::studyHeads(const std::shared_ptr<const Checkpoint>& checkpoint,
                            const std::shared_ptr<const Trace>& trace, std::shared_ptr<const WorldRoles> world) {
    enqueue([this, checkpoint, trace, world = std::move(world), number = ++m_latestStudy]() mutable {
        const auto goesOn = [this, number] { return number == m_latestStudy; };
        if (goesOn() && !world) world = scoreInSmallWorld(*checkpoint, goesOn);
        if (!goesOn() || !world) return;
        const auto study = attentarium::studyHeads(trace, *world, goesOn);
        m_background.post([this, number, study, world] {
            if (study && number == m_latestStudy) Q_EMIT studied(study, world);
        });
    });
}

void LookWorker::generate(const Checkpoint& checkpoint, std::vector<int> prompt, int count,
                          const SamplingSettings& settings, std::uint64_t seed, const Interventions& changes) {
    enqueue([this, asLearned = checkpoint.model, changes, tokenizer = checkpoint.tokenizer, prompt = std::move(prompt),
             count, settings, seed, number = ++m_latestGeneration] {
        const auto model = withEdits(asLearned, changes);
        const std::optional<int> lineEnd = tokenizer->vocabulary().find("\n");
        Generator generator(*model, prompt, settings, seed);
        for (int i = 0; i < count && number == m_latestGeneration; ++i) {
            if (static_cast<std::int64_t>(generator.tokens().size()) >= model->config().context) break;
            const int token = generator.next();
            if (lineEnd && token == *lineEnd) break;
            m_background.post([this, token, number] {
                if (number == m_latestGeneration) Q_EMIT generated(token);
            });
        }
        m_background.post([this, number] {
            if (number == m_latestGeneration) Q_EMIT generatingEnded();
        });
    });
}

void LookWorker::stopGenerating() {
    ++m_latestGeneration;
    Q_EMIT generatingEnded();
}

}  // namespace attentarium
