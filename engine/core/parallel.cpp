#include "engine/core/parallel.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {
namespace {

// Work usually follows within microseconds, much sooner than a sleeping thread wakes.
constexpr int kSpins = 4000;

void pause() {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Returns once `value` is no longer `old`.
void awaitChange(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
    for (int spin = 0; spin < kSpins; ++spin) {
        if (value.load(std::memory_order_acquire) != old) return;
        pause();
    }
    while (value.load(std::memory_order_acquire) == old) value.wait(old, std::memory_order_acquire);
}

}  // namespace

Parallel::Parallel(int threads) : m_shares(static_cast<std::size_t>(std::max(threads, 1))) {
    expects(threads >= 1, "[parallel] needs at least one thread");
    for (std::size_t thread = 1; thread < m_shares.size(); ++thread) {
        m_workers.emplace_back([this, thread] { serve(thread); });
    }
}

Parallel::~Parallel() {
    m_ending = true;
    ++m_round;
    m_round.notify_all();
    m_workers.clear();  // joins them while what they watch still lives
}

void Parallel::forEach(std::int64_t pieces, FunctionReference<void(std::int64_t)> work) {
    if (m_workers.empty() || pieces <= 1) {
        for (std::int64_t piece = 0; piece < pieces; ++piece) work(piece);
        return;
    }
    m_work = &work;
    const auto threads = static_cast<std::int64_t>(m_shares.size());
    for (std::int64_t thread = 0; thread < threads; ++thread) {
        Share& share = m_shares[static_cast<std::size_t>(thread)];
        share.next.store(pieces * thread / threads, std::memory_order_relaxed);
        share.end = pieces * (thread + 1) / threads;
    }
    m_busy.store(static_cast<std::uint32_t>(m_workers.size()), std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    takePieces(0);
    for (std::uint32_t busy = m_busy.load(std::memory_order_acquire); busy != 0;
         busy = m_busy.load(std::memory_order_acquire)) {
        awaitChange(m_busy, busy);
    }
}

// Each thread begins with a share of its own, the same from one call to the next: what it wrote then still lies in its
// cache. Then it goes on with what others have left.
void Parallel::takePieces(std::size_t thread) {
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        Share& share = m_shares[(thread + i) % m_shares.size()];
        for (std::int64_t piece = share.next.fetch_add(1, std::memory_order_relaxed); piece < share.end;
             piece = share.next.fetch_add(1, std::memory_order_relaxed)) {
            (*m_work)(piece);
        }
    }
}

void Parallel::serve(std::size_t thread) {
    std::uint32_t seen = 0;
    while (true) {
        awaitChange(m_round, seen);
        ++seen;
        if (m_ending) return;
        takePieces(thread);
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == 1) m_busy.notify_one();
    }
}

std::int64_t rowsPerPiece(std::int64_t rows) {
    constexpr std::int64_t kFewest = 48;
    constexpr std::int64_t kPieces = 4;
    return std::max(kFewest, (rows + kPieces - 1) / kPieces);
}

void forEachRows(Parallel& parallel, std::int64_t rows, std::int64_t rowsPerPiece,
                 FunctionReference<void(std::int64_t, std::int64_t)> work) {
    parallel.forEach((rows + rowsPerPiece - 1) / rowsPerPiece, [&](std::int64_t piece) {
        work(piece * rowsPerPiece, std::min(rows, (piece + 1) * rowsPerPiece));
    });
}

}  // namespace attentarium
