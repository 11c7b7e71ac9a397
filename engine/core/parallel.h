#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "engine/core/function_reference.h"

namespace attentarium {

/// A few threads that share out numbered pieces of work. What a piece is never depends on the number of threads,
/// so the same work gives the same bits on any number of them.
class Parallel {
  public:
    /// `threads` counts the caller; 1 runs everything on it.
    explicit Parallel(int threads = 1);
    ~Parallel();
    Parallel(const Parallel&) = delete;
    Parallel& operator=(const Parallel&) = delete;

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    /// Calls `work(piece)` for every piece in [0, pieces) and returns when all are done. `work` must not throw.
    /// Not to be called from within `work`.
    void forEach(std::int64_t pieces, FunctionReference<void(std::int64_t)> work);

  private:
    /// The pieces that a thread takes first; on a cache line of its own.
    struct alignas(64) Share {
        std::atomic<std::int64_t> next{0};
        std::int64_t end = 0;
    };

    void serve(std::size_t thread);
    void takePieces(std::size_t thread);

    std::vector<std::jthread> m_workers;
    const FunctionReference<void(std::int64_t)>* m_work = nullptr;
    std::vector<Share> m_shares;
    std::atomic<std::uint32_t> m_round{0};
    std::atomic<std::uint32_t> m_busy{0};
    std::atomic<bool> m_ending{false};
};

/// `Parallel::forEach` over rows in pieces of `rowsPerPiece`: calls `work(first, last)` with last exclusive.
void forEachRows(Parallel& parallel, std::int64_t rows, std::int64_t rowsPerPiece,
                 FunctionReference<void(std::int64_t, std::int64_t)> work);

/// How many rows one piece of work takes: a quarter of them, but not so few that handing them out costs more than
/// the work. It depends on the rows alone, never on the threads.
std::int64_t rowsPerPiece(std::int64_t rows);

}  // namespace attentarium
