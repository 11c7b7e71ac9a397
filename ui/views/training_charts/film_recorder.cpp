#include "ui/views/training_charts/film_recorder.h"

#include <algorithm>

#include "ui/session/session.h"
#include "ui/session/training.h"

namespace attentarium {
namespace {

constexpr int kLookEvery = 10;
// A result is handed over by an event, and what shows it may wait for one more.
constexpr int kQuietEnough = 3;
// The last picture stays a little, so that one sees where it ended.
constexpr int kLastTimes = 8;

}  // namespace

FilmRecorder::FilmRecorder(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_place(new QObject) {
    m_place->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_place, &QObject::deleteLater);
    m_thread.start();
    m_settling.setInterval(kLookEvery);
    connect(&m_settling, &QTimer::timeout, this, &FilmRecorder::takeWhenSettled);
    connect(&session.training(), &Training::currentChanged, this, &FilmRecorder::cancel);
}

FilmRecorder::~FilmRecorder() {
    ++m_take;
    m_thread.quit();
    m_thread.wait();
}

void FilmRecorder::enqueue(std::function<void(std::unique_ptr<FilmFile>&)> job, std::function<void()> behind) {
    const int take = m_take;
    const auto answer = [this, take](std::function<void()> then) {
        QMetaObject::invokeMethod(this, [this, take, then = std::move(then)] {
            if (take == m_take) then();
        });
    };
    QMetaObject::invokeMethod(m_place, [this, answer, job = std::move(job), behind = std::move(behind)] {
        try {
            job(m_film);
            answer(behind);
        } catch (const Error& error) {
            m_film.reset();
            answer([this, error] {
                end();
                Q_EMIT failed(error);
            });
        }
    });
}

void FilmRecorder::record(FilmKind kind, const QString& target, int framesPerSecond) {
    const Training& training = m_session.training();
    const RunEntry* const run = training.current();
    if (m_recording || !m_picture || !run || run->timeline.moments().empty()) return;
    const auto moments = run->timeline.moments();
    m_recording = true;
    m_run = run->number;
    m_target = target;
    m_milliseconds = 1000 / framesPerSecond;
    m_next = 0;
    m_steps.clear();
    // Training may go on and let go of some: they are told by their steps.
    for (const auto& moment : moments) m_steps.push_back(moment->step);
    m_shownBefore.reset();
    if (const auto shown = training.shownMoment()) m_shownBefore = moments[static_cast<std::size_t>(*shown)]->step;
    m_session.training().setWatched(true);
    Q_EMIT progressed();
    enqueue([kind, target, frames = frameCount()](auto& film) { film = openFilm(kind, target, frames); },
            [this] { showNext(); });
}

int FilmRecorder::indexOf(std::int64_t step) const {
    const RunEntry* const run = m_session.training().find(m_run);
    if (!run) return -1;
    const auto moments = run->timeline.moments();
    const auto found = std::ranges::find(moments, step, [](const auto& moment) { return moment->step; });
    return found == moments.end() ? -1 : static_cast<int>(found - moments.begin());
}

void FilmRecorder::showNext() {
    int index = -1;
    while (m_next < m_steps.size() && (index = indexOf(m_steps[m_next])) < 0) ++m_next;
    if (index < 0) return finish();
    m_session.training().showMoment(index);
    m_quiet = 0;
    m_settling.start();
}

void FilmRecorder::takeWhenSettled() {
    m_quiet = m_session.isBusy() ? 0 : m_quiet + 1;
    if (m_quiet < kQuietEnough) return;
    m_settling.stop();
    write(m_picture());
}

void FilmRecorder::write(const QImage& frame) {
    const bool last = m_next + 1 == m_steps.size();
    enqueue([frame, time = m_milliseconds * (last ? kLastTimes : 1)](auto& film) { film->add(frame, time); },
            [this] {
                ++m_next;
                Q_EMIT progressed();
                showNext();
            });
}

void FilmRecorder::finish() {
    enqueue(
        [](auto& film) {
            film->finish();
            film.reset();
        },
        [this] {
            end();
            Q_EMIT finished(m_target);
        });
}

void FilmRecorder::cancel() {
    if (!m_recording) return;
    end();
    enqueue([](auto& film) { film.reset(); }, [this] { Q_EMIT cancelled(); });
}

void FilmRecorder::end() {
    ++m_take;
    m_recording = false;
    m_settling.stop();
    Training& training = m_session.training();
    if (!training.current() || training.current()->number != m_run) return;
    const int before = m_shownBefore ? indexOf(*m_shownBefore) : -1;
    if (before < 0) {
        training.showLatest();
    } else {
        training.showMoment(before);
    }
}

}  // namespace attentarium
