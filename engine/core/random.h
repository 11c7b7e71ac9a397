#pragma once

#include <array>
#include <cstdint>

namespace attentarium {

/// A seeded stream of random numbers: the same seed gives the same numbers on every machine.
/// xoshiro256** (Blackman and Vigna, 2018), its state filled from the seed by splitmix64.
class Random {
  public:
    using State = std::array<std::uint64_t, 4>;

    explicit Random(std::uint64_t seed);

    /// 64 uniform bits.
    std::uint64_t next();
    /// Uniform in [0, 1), with 53 bits.
    double uniform();
    /// Uniform in {0, …, count − 1}, without bias. `count` must be positive.
    std::uint64_t below(std::uint64_t count);
    /// Standard normal, by Box and Muller; draws two uniforms and keeps no spare.
    double normal();

    const State& state() const { return m_state; }
    void setState(const State& state) { m_state = state; }

  private:
    State m_state;
};

}  // namespace attentarium
