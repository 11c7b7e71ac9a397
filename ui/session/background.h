#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>

#include "engine/core/error.h"

namespace attentarium {

/// A thread for work that must not hold up the window: jobs run one after the other, in the order in which they were
/// asked for, and hand their results to the owner's thread. The thread begins with the first job. Whoever numbers the
/// jobs drops those that a later one has overtaken.
class Background {
  public:
    /// `failed` is told, on the owner's thread, what a job could not do.
    Background(QObject& owner, std::function<void(const Error&)> failed);
    /// Waits for the job that runs; those that wait are dropped.
    ~Background();

    void enqueue(std::function<void()> job);
    /// Runs `deliver` on the owner's thread, unless the owner is gone by then.
    void post(std::function<void()> deliver);
    /// Whether the owner goes away: a long job asks this now and then, and ends.
    bool isEnding() const { return m_isEnding; }

  private:
    QObject& m_owner;
    std::function<void(const Error&)> m_failed;
    QThread m_thread;
    QObject m_place;  ///< lives on the thread; jobs are invoked on it
    std::atomic<bool> m_isEnding{false};
};

}  // namespace attentarium
