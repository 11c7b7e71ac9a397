#pragma once

#include <QString>

#include "ui/window/stored_session.h"

namespace attentarium {

/// The ending of session files, without a dot.
inline constexpr const char* kSessionEnding = "attentarium";

/// Replaces the file as a whole: one JSON object, see `readSession`. Throws `Error` with FileUnwritable.
void writeSession(const QString& file, const StoredSession& session);

/// A bundled model is named, not placed. A folder that the file names by a relative path is sought from where the file
/// lies. Throws `Error` with FileMissing, FileUnreadable, or FileDamaged where it is no session.
StoredSession readSession(const QString& file);

}  // namespace attentarium
