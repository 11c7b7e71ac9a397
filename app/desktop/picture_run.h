#pragma once

#include "app/desktop/command_line.h"

namespace attentarium {

/// Draws the stage or the whole window into a file, without opening a window. Needs a `QApplication` with its theme
/// and language set. Throws `Error` for models, texts and files, and `ArgumentProblem` for a step that is not there.
void drawPicture(const CommandLine& asked);

}  // namespace attentarium
