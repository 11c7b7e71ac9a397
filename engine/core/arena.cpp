#include "engine/core/arena.h"

#include <algorithm>

#include "engine/core/tensor.h"

namespace attentarium {
namespace {

constexpr std::size_t kSmallestBlock = std::size_t{1} << 18;

std::size_t roundedUp(std::size_t bytes) {
    return (std::max<std::size_t>(bytes, 1) + kAlignment - 1) / kAlignment * kAlignment;
}

}  // namespace

void Arena::Release::operator()(std::byte* memory) const {
    ::operator delete (memory, std::align_val_t{kAlignment});
}

void Arena::reset() {
    rewind({});
}

void Arena::rewind(Mark mark) {
    m_current = mark.block;
    m_used = mark.used;
}

std::size_t Arena::capacity() const {
    std::size_t total = 0;
    for (const Block& block : m_blocks) total += block.size;
    return total;
}

void* Arena::allocateBytes(std::size_t bytes) {
    bytes = roundedUp(bytes);
    while (m_current < m_blocks.size() && m_used + bytes > m_blocks[m_current].size) {
        ++m_current;
        m_used = 0;
    }
    if (m_current == m_blocks.size()) {
        // Each block doubles the last, so that even a large model needs few.
        const std::size_t last = m_blocks.empty() ? kSmallestBlock / 2 : m_blocks.back().size;
        const std::size_t size = std::max(bytes, last * 2);
        auto* memory = static_cast<std::byte*>(::operator new (size, std::align_val_t{kAlignment}));
        m_blocks.push_back({std::unique_ptr<std::byte, Release>(memory), size});
        m_used = 0;
    }
    std::byte* place = m_blocks[m_current].memory.get() + m_used;
    m_used += bytes;
    return place;
}

}  // namespace attentarium
