#pragma once

#include <string>
#include <string_view>

#include "engine/tape/interventions.h"

namespace attentarium {

/// What is done to a run as one line of JSON: `{"changes": [{"kind": "set cell", "name": …, "place": […], "value": …},
/// …]}`. Numbers come back with the very bits.
std::string toJson(const Interventions& interventions);

/// Throws `Error` with FileDamaged or FileTruncated, naming `file`, for anything that `toJson` does not write.
Interventions interventionsFromJson(std::string_view text, const std::string& file);

}  // namespace attentarium
