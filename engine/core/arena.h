#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace attentarium {

/// Memory handed out front to back and taken back all at once. After `reset` the same requests get the same
/// addresses, so a training step that repeats allocates nothing. Every piece is 64-byte aligned.
class Arena {
  public:
    Arena() = default;
    Arena(Arena&&) noexcept = default;
    Arena& operator=(Arena&&) noexcept = default;

    /// Uninitialised memory for `count` objects that need no destructor.
    template <typename T>
    std::span<T> allocate(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        return {static_cast<T*>(allocateBytes(count * sizeof(T))), count};
    }

    /// A copy of `values`.
    template <typename T>
    std::span<T> copy(std::span<const T> values) {
        const std::span<T> place = allocate<T>(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) place[i] = values[i];
        return place;
    }

    /// One object, never destroyed.
    template <typename T, typename... Arguments>
    T* make(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return ::new (allocateBytes(sizeof(T))) T(std::forward<Arguments>(arguments)...);
    }

    /// Takes everything back and keeps the memory.
    void reset();
    /// A place to come back to with `rewind`, for scratch memory.
    struct Mark {
        std::size_t block = 0;
        std::size_t used = 0;
    };
    Mark mark() const { return {m_current, m_used}; }
    void rewind(Mark mark);

    /// Bytes held from the system.
    std::size_t capacity() const;

  private:
    struct Release {
        void operator()(std::byte* memory) const;
    };
    struct Block {
        std::unique_ptr<std::byte, Release> memory;
        std::size_t size = 0;
    };

    void* allocateBytes(std::size_t bytes);

    std::vector<Block> m_blocks;
    std::size_t m_current = 0;
    std::size_t m_used = 0;
};

}  // namespace attentarium
