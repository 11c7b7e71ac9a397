#pragma once

#include <QString>

namespace attentarium {

/// What an author has to mend in a lesson's files, and where.
struct LessonProblem {
    QString file;  ///< its name within the lesson's folder
    int line = 0;  ///< from 1; 0 for the file as a whole
    QString message;

    bool operator==(const LessonProblem&) const = default;
    /// `en.md:12: …`
    QString text() const {
        const QString place = line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file;
        return place + QStringLiteral(": ") + message;
    }
};

}  // namespace attentarium
