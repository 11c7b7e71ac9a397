#include "ui/session/look_worker.h"

#include <filesystem>

#include "engine/decode/generator.h"
#include "engine/models/edited_model.h"
#include "engine/train/look.h"
#include "engine/train/nudging.h"

namespace attentarium {

LookWorker::LookWorker(QObject* parent) : QObject(parent) {
    m_place.moveToThread(&m_thread);
    m_thread.start();
}

LookWorker::~LookWorker() {
    // Overtakes every waiting job, so that they end at once.
    ++m_latestOpen;
    ++m_latestLook;
    ++m_latestNudge;
    ++m_latestGeneration;
    m_thread.quit();
    m_thread.wait();
}

void LookWorker::enqueue(std::function<void()> job) {
    if (m_pending++ == 0) Q_EMIT busyChanged();
    QMetaObject::invokeMethod(
        &m_place,
        [this, job = std::move(job)] {
            try {
                job();
            } catch (const Error& error) {
                post([this, error] { Q_EMIT failed(error); });
            } catch (const std::bad_alloc&) {
                post([this] { Q_EMIT failed(Error(ErrorKind::FileUnreadable, {.reason = "not enough memory"})); });
            }
            post([this] {
                if (--m_pending == 0) Q_EMIT busyChanged();
            });
        },
        Qt::QueuedConnection);
}

void LookWorker::post(std::function<void()> deliver) {
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
}

void LookWorker::open(const QString& folder) {
    enqueue([this, folder, number = ++m_latestOpen] {
        if (number != m_latestOpen) return;
        auto checkpoint =
            std::make_shared<const Checkpoint>(loadCheckpoint(std::filesystem::path(folder.toStdString())));
        post([this, folder, number, checkpoint] {
            if (number == m_latestOpen) Q_EMIT opened(folder, checkpoint);
        });
    });
}

void LookWorker::look(const Checkpoint& checkpoint, TypedText typed, const Interventions& changes,
                      const std::shared_ptr<const Trace>& plain) {
    enqueue([this, model = checkpoint.model, tokenizer = checkpoint.tokenizer, settings = checkpoint.settings,
             typed = std::move(typed), changes, plain, number = ++m_latestLook] {
        if (number != m_latestLook) return;
        // An answer of the model's own is that of the model with its changes.
        const TracedText text = lookedText(*withEdits(model, changes), tokenizer->vocabulary(), typed);
        auto trace = attentarium::look(*model, text, LookDepth::Update, settings, changes);
        if (number != m_latestLook) return;
        std::shared_ptr<const Trace> unchanged;
        if (!changes.empty()) {
            unchanged =
                plain && plain->text() == text ? plain : attentarium::look(*model, text, LookDepth::Update, settings);
        }
        post([this, number, trace, unchanged] {
            if (number == m_latestLook) Q_EMIT looked(trace, unchanged);
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
        post([this, number, nudge] {
            if (number == m_latestNudge) Q_EMIT nudged(nudge);
        });
    });
}

void LookWorker::dropNudge() {
    ++m_latestNudge;
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
            post([this, token, number] {
                if (number == m_latestGeneration) Q_EMIT generated(token);
            });
        }
        post([this, number] {
            if (number == m_latestGeneration) Q_EMIT generatingEnded();
        });
    });
}

void LookWorker::stopGenerating() {
    ++m_latestGeneration;
    Q_EMIT generatingEnded();
}

}  // namespace attentarium
