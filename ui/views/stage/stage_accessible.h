#pragma once

namespace attentarium {

/// Makes the stage's matrices readable by a screen reader, as tables; asking twice does nothing more.
void installStageAccessibility();

}  // namespace attentarium
