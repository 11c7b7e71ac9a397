#pragma once

#include <string_view>

namespace attentarium {

// Scopes whose names mean something to whoever reads a recording.

/// The outermost scope of whatever reads the source of an encoder–decoder.
inline constexpr std::string_view kEncoderScope = "encoder";
/// That of whatever answers it.
inline constexpr std::string_view kDecoderScope = "decoder";
/// The scope of one time step, with its number: `layers.0.t.3`.
inline constexpr std::string_view kTimeScope = "t";

}  // namespace attentarium
