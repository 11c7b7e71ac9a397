#include "ui/session/change_command.h"

#include <utility>

#include "ui/session/session.h"

namespace attentarium {

ChangeCommand::ChangeCommand(Session& session, Interventions after)
    : m_session(session), m_before(session.changes()), m_after(std::move(after)) {}

void ChangeCommand::undo() {
    m_session.applyChanges(m_before);
}

void ChangeCommand::redo() {
    m_session.applyChanges(m_after);
}

}  // namespace attentarium
