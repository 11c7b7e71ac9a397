#pragma once

#include <cstdint>

namespace attentarium {

/// A node's place on its tape.
struct Var {
    std::int32_t index = -1;

    explicit operator bool() const { return index >= 0; }
    bool operator==(const Var&) const = default;
};

}  // namespace attentarium
