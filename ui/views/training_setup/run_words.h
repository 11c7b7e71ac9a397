#pragma once

#include <QString>

#include "ui/session/training.h"

namespace attentarium {

// The words for a run, in the language of the interface.

/// "58 s", "4 min", "1 h 20 min".
QString durationWords(double seconds);
/// "12 MB".
QString bytesWords(double bytes);
/// "24,512".
QString countWords(std::int64_t count);
/// "paused", "running".
QString stateWords(const RunEntry& run);
/// "2", or "3, from 2 at step 300" for a branch.
QString numberWords(const RunEntry& run);
/// "about 58 s · 24,512 parameters · 12 MB of memory".
QString estimateWords(const RunEstimate& estimate, const RunSetup& setup);
/// Steps that such a run will have; 0 where that is not known yet.
std::int64_t stepsOf(const RunSetup& setup, const std::optional<RunEstimate>& estimate);
/// The last measure of that name; none where there is none.
std::optional<double> lastMeasure(const History& history, const std::string& name);

}  // namespace attentarium
