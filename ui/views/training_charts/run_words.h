#pragma once

#include <QString>
#include <string_view>

#include "engine/runs/history.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

// The words for what is known of a run, in the language of the interface.

/// "block 1", "token embedding".
QString layerTitle(std::string_view layer);
/// "facts", "word meaning": of `Evaluation::knowledge`.
QString knowledgeTitle(std::string_view kind);
/// "held-out loss", "accuracy": of `Evaluation::measures`.
QString measureTitle(std::string_view measure);
/// "learning rate", "dropout": of `SettingsField` and `ConfigField`.
QString fieldTitle(std::string_view field);
/// "dropout 0 → 0.1".
QString changeText(const SettingsChange& change);

/// What one setup has that another has not, the other's in brackets: "dropout 0.1 (0), 2 layers (4)"; empty for equal
/// ones.
QString differenceText(const RunSetup& setup, const RunSetup& other);

}  // namespace attentarium
