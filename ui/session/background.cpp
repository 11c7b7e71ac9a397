#include "ui/session/background.h"

#include <new>
#include <utility>

namespace attentarium {

Background::Background(QObject& owner, std::function<void(const Error&)> failed)
    : m_owner(owner), m_failed(std::move(failed)) {}

Background::~Background() {
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
}

void Background::enqueue(std::function<void()> job) {
    if (!m_thread.isRunning()) {
        m_place.moveToThread(&m_thread);
        m_thread.start();
    }
    const auto run = [this, job = std::move(job)] {
        if (m_isEnding) return;
        try {
            job();
        } catch (const Error& error) {
            post([this, error] { m_failed(error); });
        } catch (const std::bad_alloc&) {
            post([this] { m_failed(Error(ErrorKind::MemoryExhausted, {})); });
        }
    };
    QMetaObject::invokeMethod(&m_place, run, Qt::QueuedConnection);
}

void Background::post(std::function<void()> deliver) {
    QMetaObject::invokeMethod(&m_owner, std::move(deliver), Qt::QueuedConnection);
}

}  // namespace attentarium
