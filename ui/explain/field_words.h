#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

namespace attentarium {

// The words for the fields of a setup, in the language of the interface. Names are those of the engine's three lists
// (`forEachField` of a model, of training settings and of a task), which share none.

/// "Learning rate"; empty for a field that has no words yet.
QString labelOf(std::string_view field);
/// One sentence on what the field does, for a learner.
QString helpOf(std::string_view field);
/// What a choice of a field is called: "after each sum", "AdamW". The choice's own name where it has no words yet.
QString choiceLabel(std::string_view field, std::string_view choice);
bool hasChoiceLabel(std::string_view field, std::string_view choice);

}  // namespace attentarium
