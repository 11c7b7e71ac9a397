#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/text/small_world/facts.h"

namespace attentarium::small_world {

/// The choices of which a story is made, the same in both languages.
enum class Slot : std::uint8_t {
    Opener,   ///< `Opening`
    Pattern,  ///< `Scene`
    Place,    ///< index into `places()`
    First,    ///< index into `individuals()`
    Second,
    Third,      ///< the third one met; nothing to choose when it is a toy
    Deed,       ///< index into `meetings()`, `games()` or `takings()`
    Described,  ///< whether the colour of the toy is told: 0 or 1
    Referent1,  ///< whom the first pronoun stands for: 0, 1 or 2, in order of mention
    Body,       ///< `Turn`
    Activity1,  ///< which of the referent's activities
    Manner1,    ///< which of the activity's manners
    Link,       ///< `Connective`
    Referent2,
    Activity2,
    Manner2,
    Reason,       ///< `Fact::Likes` or `Fact::Owns`
    Possession1,  ///< which of the referent's possessions
    Ending,       ///< whether one more fact is told: 0 or 1
    Referent3,
    FactTold,  ///< `Fact`
    Possession3,
    Count
};

enum class Opening { None, Today, OneDay, Now };
enum class Scene { Meet, GoAndMeet, PlayWith, Trio, Take };
enum class Turn { Alone, WithReason, Linked, BecauseOf };
enum class Connective { And, But, So };
enum class Fact { Likes, Lives, Owns, HasColour };

struct Option {
    int value;
    double probability;
};

/// A story that is planned in part or whole.
class Plan {
  public:
    bool has(Slot slot) const { return m_values[static_cast<std::size_t>(slot)] != kOpen; }
    /// Throws `LogicError` while `slot` is open.
    int operator[](Slot slot) const;
    template <typename Enumeration>
    Enumeration as(Slot slot) const {
        return static_cast<Enumeration>((*this)[slot]);
    }
    void set(Slot slot, int value) { m_values[static_cast<std::size_t>(slot)] = static_cast<std::int8_t>(value); }

    /// Those whom the scene mentions: two or three.
    int mentioned() const;
    /// Whether the one mentioned at `index` is the toy of the second one.
    bool isToy(int index) const;
    /// The individual mentioned at `index`, which must not be a toy.
    const Individual& individual(int index) const;
    Gender gender(int index) const;
    /// The second one's toy, in a scene about one.
    Possession toy() const;
    /// The activity that Activity1 or Activity2 means for the referent at `index`.
    const Activity& activity(int index, Slot slot) const;

  private:
    static constexpr std::int8_t kOpen = -1;
    static constexpr std::size_t kSlots = static_cast<std::size_t>(Slot::Count);

    std::array<std::int8_t, kSlots> m_values = [] {
        std::array<std::int8_t, kSlots> open{};
        open.fill(kOpen);
        return open;
    }();
};

/// What `slot` may be, given what the plan already says, with probabilities that sum to 1. They depend on slots only
/// that come earlier in the sentences of both languages, so each language can be scored from left to right.
std::vector<Option> options(Slot slot, const Plan& plan);

}  // namespace attentarium::small_world
