#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace attentarium {

/// The enumerators of `Enum` as the command line and config.json spell them, in their order. Each enumeration that has
/// names specialises this.
template <typename Enum>
inline constexpr std::span<const std::string_view> kNames{};

template <typename Enum>
std::string_view nameOf(Enum value) requires(!kNames<Enum>.empty()) {
    return kNames<Enum>[static_cast<std::size_t>(value)];
}

/// The enumerator of that name, or nothing.
template <typename Enum>
std::optional<Enum> named(std::string_view name) {
    for (std::size_t i = 0; i < kNames<Enum>.size(); ++i) {
        if (kNames<Enum>[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace attentarium
