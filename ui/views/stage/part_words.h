#pragma once

#include <QString>

#include "ui/views/stage/stage_map.h"

namespace attentarium {

/// What a part is called in the overview and above its pages.
QString labelOf(const StagePart& part, const Trace& trace);
/// "Encoder", "Decoder".
QString towerLabel(const std::string& tower);

}  // namespace attentarium
