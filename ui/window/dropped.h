#pragma once

#include <QString>
#include <variant>

class QMimeData;

namespace attentarium {

/// What was dropped onto the window is meant as a model, as a sentence, or as neither.
struct DroppedModel {
    QString folder;
};
struct DroppedText {
    QString text;
};
struct DroppedNothing {
    QString file;  ///< what could not be used
};
using Dropped = std::variant<DroppedNothing, DroppedModel, DroppedText>;

/// Whether it is worth looking at: a local file or folder, or text.
bool canBeDropped(const QMimeData& data);
/// A checkpoint's folder or a file in it is a model; of a text file the first line that is not blank is the sentence.
Dropped meaningOf(const QMimeData& data);

}  // namespace attentarium
