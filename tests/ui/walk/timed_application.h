#pragma once

#include <time.h>

#include <QApplication>
#include <QMetaEnum>
#include <QString>
#include <QThread>
#include <algorithm>
#include <map>
#include <vector>

namespace attentarium::test {

/// An application that knows how long the window's thread was held up, by receiver and event. What counts is the work
/// of that thread alone, so that other programs do not disturb the measure.
class TimedApplication : public QApplication {
  public:
    using QApplication::QApplication;

    /// Of one kind of event at one class of receivers. Time in milliseconds, without that of events sent meanwhile.
    struct Held {
        QString what;
        int count = 0;  ///< of those above the limit
        double longest = 0;
        int action = 0;  ///< at which the longest was
    };
    static constexpr double kLimit = 16;

    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
        // The receiver may be gone afterwards.
        const char* const name = receiver->metaObject()->className();
        const QEvent::Type type = event->type();
        const double outer = std::exchange(m_inner, 0.0);
        const double begin = worked();
        const bool done = QApplication::notify(receiver, event);
        const double all = worked() - begin;
        const double own = all - m_inner;
        m_inner = outer + all;
        if (own > kLimit) {
            Held& held = m_held[{name, type}];
            ++held.count;
            if (own > held.longest) {
                held.longest = own;
                held.action = m_action;
            }
        }
        return done;
    }

    /// The longest first.
    std::vector<Held> held() const {
        std::vector<Held> all;
        for (const auto& [key, held] : m_held) {
            const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(key.second);
            all.push_back(held);
            all.back().what = key.first + QStringLiteral(" ") + QString::fromLatin1(type ? type : "?");
        }
        std::ranges::sort(all, std::greater(), &Held::longest);
        return all;
    }
    void forget() { m_held.clear(); }
    /// What happens from now on belongs to this action.
    void setAction(int action) { m_action = action; }

  private:
    /// The milliseconds that this thread has worked.
    static double worked() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    int m_action = 0;
    double m_inner = 0;  ///< the time of events within this one
    std::map<std::pair<QString, QEvent::Type>, Held> m_held;
};

}  // namespace attentarium::test
