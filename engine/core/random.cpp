#include "engine/core/random.h"

#include <bit>
#include <cmath>
#include <numbers>

#include "engine/core/error.h"

namespace attentarium {

Random::Random(std::uint64_t seed) {
    for (std::uint64_t& word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t count) {
    expects(count > 0, "[random] below needs a positive count");
    // Numbers under this bound would favour the small remainders, so they are drawn again.
    const std::uint64_t bound = (0 - count) % count;
    std::uint64_t drawn = next();
    while (drawn < bound) drawn = next();
    return drawn % count;
}

double Random::normal() {
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

}  // namespace attentarium
