#pragma once

#include <QApplication>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace attentarium {

/// Prints the median, the 99th percentile and the slowest of some times in milliseconds.
inline void report(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * (times.size() - 1.0))]; };
    std::printf("%s, %zu times: median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms\n", what, times.size(),
                at(0.5), at(0.99), at(1));
}

/// Times every event that the window's thread handles.
class TimedApplication : public QApplication {
  public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        // The workers' jobs are events too, of their own threads.
        if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        const std::string name =
            std::string(receiver->metaObject()->className()) + ", event " + std::to_string(event->type());
        const double before = threadMilliseconds();
        const bool handled = QApplication::notify(receiver, event);
        const double taken = threadMilliseconds() - before;
        if (taken > m_longest) {
            m_longest = taken;
            m_receiver = name;
        }
        --m_depth;
        return handled;
    }
    /// Who had the longest event.
    const std::string& receiver() const { return m_receiver; }
    /// Since it was last asked.
    double takeLongest() { return std::exchange(m_longest, 0); }

  private:
    static double threadMilliseconds() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    int m_depth = 0;
    double m_longest = 0;
    std::string m_receiver;
};

}  // namespace attentarium
