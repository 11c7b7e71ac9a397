#pragma once

namespace attentarium {

// The size of all type, in per cent of the usual: one number for the whole window, large for a projector.

constexpr int kUsualTextSize = 100;

int textSize();
/// Sets the application's font; clamped to what the steps below reach.
void setTextSize(int percent);
/// The next larger (+1) or smaller (−1) size.
int textSizeBeside(int percent, int direction);

}  // namespace attentarium
