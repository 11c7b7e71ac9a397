#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random.h"

namespace attentarium {

/// How often each word of the vocabulary occurs. Throws `LogicError` for a token outside it.
std::vector<std::int64_t> countsOf(std::span<const int> tokens, std::int64_t vocabulary);

/// Draws the words that negative sampling tells from the one that came: with probability in proportion to count^0.75
/// (Mikolov et al., 2013b, section 2.2), in constant time by the alias method (Walker, 1977).
class NoiseWords {
  public:
    static constexpr double kPower = 0.75;

    /// How often each word occurs, by id. Throws `LogicError` unless two or more occur.
    explicit NoiseWords(std::span<const std::int64_t> counts);

    int draw(Random& random) const {
        const std::uint64_t bits = random.next();
        // The upper half says which place, the lower half whether it or its alias.
        const Place& place = m_places[static_cast<std::size_t>((bits >> 32) * m_places.size() >> 32)];
        return (bits & 0xffffffffU) < place.share ? place.word : place.alias;
    }
    /// The same, but never `word`.
    int drawOther(int word, Random& random) const {
        int drawn = draw(random);
        while (drawn == word) drawn = draw(random);
        return drawn;
    }

  private:
    struct Place {
        std::uint64_t share = 0;  ///< of 2³²
        int word = 0;
        int alias = 0;
    };
    std::vector<Place> m_places;
};

}  // namespace attentarium
