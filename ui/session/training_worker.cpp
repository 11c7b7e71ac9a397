#include "ui/session/training_worker.h"

#include <algorithm>
#include <new>
#include <utility>

#include "engine/runs/training_run.h"
#include "ui/session/live_run.h"

namespace attentarium {
namespace {

constexpr std::chrono::milliseconds kSlice(40);
constexpr std::chrono::milliseconds kBetweenNews(100);

/// One core stays free for the window and for looking.
int trainingThreads() {
    return std::max(1, QThread::idealThreadCount() - 1);
}

}  // namespace

TrainingWorker::TrainingWorker(QObject* parent) : QObject(parent) {
    m_place.moveToThread(&m_thread);
    m_thread.start();
}

TrainingWorker::~TrainingWorker() {
    ++m_latestEstimate;
    enqueue([this] {
        letGoOfRun();
        m_parallel.reset();
    });
    // Behind what was asked for.
    QMetaObject::invokeMethod(
        &m_place, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void TrainingWorker::post(std::function<void()> deliver) {
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
}

void TrainingWorker::enqueue(std::function<void()> job) {
    ++m_waiting;
    QMetaObject::invokeMethod(
        &m_place,
        [this, job = std::move(job)] {
            --m_waiting;
            if (!m_parallel) m_parallel = std::make_unique<Parallel>(trainingThreads());
            try {
                job();
            } catch (const Error& error) {
                post([this, error] { Q_EMIT failed(error); });
            } catch (const std::bad_alloc&) {
                post([this] { Q_EMIT failed(Error(ErrorKind::MemoryExhausted, {})); });
            }
        },
        Qt::QueuedConnection);
}

void TrainingWorker::begin(const RunStart& start) {
    enqueue([this, start] {
        letGoOfRun();
        try {
            m_live = std::make_unique<LiveRun>(start, *m_parallel);
            m_live->save();
        } catch (const Error& error) {
            TrainingNews refusal;
            refusal.run = start.number;
            refusal.isPaused = true;
            refusal.problem = error;
            ++m_untaken;
            post([this, refusal] {
                --m_untaken;
                Q_EMIT news(refusal);
            });
            return;
        }
        tell(true);
    });
}

void TrainingWorker::letGoOfRun() {
    if (!m_live) return;
    m_live->stop();
    m_live->save();
    tell(true);
    m_live.reset();
}

void TrainingWorker::go(std::int64_t step, const std::optional<Goal>& goal) {
    enqueue([this, step, goal] {
        if (!m_live) return;
        m_live->go(step, goal);
        tell(true);
        if (!m_sliceIsDue) trainSlice();
    });
}

void TrainingWorker::trainSlice() {
    m_sliceIsDue = false;
    if (!m_live || !m_live->isGoing()) return;
    const auto start = std::chrono::steady_clock::now();
    do m_live->train(kSlice, [this] { return m_waiting > 0; });
    while (m_live->isGoing() && m_waiting == 0 && std::chrono::steady_clock::now() - start < kBetweenNews);
    tell(!m_live->isGoing());
    if (!m_live->isGoing()) return;
    m_sliceIsDue = true;
    QMetaObject::invokeMethod(
        &m_place, [this] { trainSlice(); }, Qt::QueuedConnection);
}

void TrainingWorker::tell(bool always) {
    if (!m_live || !m_live->hasNews()) return;
    // Where the window is slow, several pieces of news become one.
    if (!always && m_untaken > 0) return;
    ++m_untaken;
    post([this, told = m_live->takeNews()] {
        --m_untaken;
        Q_EMIT news(told);
    });
}

void TrainingWorker::pause() {
    enqueue([this] {
        if (!m_live || !m_live->isGoing()) return;
        m_live->stop();
        // Who asked for it is answered first.
        tell(true);
        m_live->settle([this] { return m_waiting > 0; });
        tell(true);
    });
}

void TrainingWorker::change(const TrainingSettings& settings) {
    enqueue([this, settings] {
        if (!m_live) return;
        m_live->change(settings);
        tell(true);
    });
}

void TrainingWorker::letGo(int number) {
    enqueue([this, number] {
        if (m_live && m_live->number() == number) letGoOfRun();
    });
}

void TrainingWorker::estimate(const RunSetup& setup) {
    enqueue([this, setup, number = ++m_latestEstimate] {
        if (number != m_latestEstimate) return;
        try {
            const RunEstimate estimate = attentarium::estimate(setup, *m_parallel);
            post([this, estimate, number] {
                if (number == m_latestEstimate) Q_EMIT estimated(estimate);
            });
        } catch (const Error& error) {
            std::optional<TextEncoding> encoding;
            if (error.kind() == ErrorKind::NotUtf8) {
                const ReadText read = readText(QString::fromStdString(setup.corpus.corpus));
                const bool isText = read.problem && read.problem->kind == TextFileProblem::Kind::OtherEncoding;
                if (isText) encoding = read.problem->encoding;
            }
            post([this, error, encoding, number] {
                if (number == m_latestEstimate) Q_EMIT refused(error, encoding);
            });
        }
    });
}

void TrainingWorker::findRuns(const QString& folder) {
    enqueue([this, folder] {
        const std::filesystem::path place(folder.toStdString());
        for (const int number : savedRuns(place)) {
            try {
                const RunRecord record = loadRecord(folderOfRun(place, number));
                post([this, number, record] { Q_EMIT found(number, record); });
            } catch (const Error& error) {
                // One damaged run must not hide the others.
                post([this, error] { Q_EMIT failed(error); });
            }
        }
    });
}

}  // namespace attentarium
