#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "ui/session/session.h"

namespace attentarium {

/// Where the user was, in names that outlive a trace.
struct StoredSession {
    QString folder;
    QString text;
    int phase = 0;
    QString step;  ///< the name of what the step shows
    int stepUnit = 0;
    QString node;  ///< of the selection; empty for none
    int quantity = 0;
    std::optional<std::int64_t> cell;
    int head = 0;
    int token = 0;
    QString changes;  ///< the list as JSON; empty for none

    bool operator==(const StoredSession&) const = default;
};

/// Nothing while no sentence has run: there is no place to come back to.
std::optional<StoredSession> storedSession(const Session& session);

/// Goes back to the step and the selection that were stored, as far as the trace of the session has them.
void returnTo(const StoredSession& stored, Session& session);

}  // namespace attentarium
