#pragma once

#include <QUndoCommand>

#include "engine/tape/interventions.h"

namespace attentarium {

class Session;

/// One edit of the list of changes.
class ChangeCommand : public QUndoCommand {
  public:
    ChangeCommand(Session& session, Interventions after);

    void undo() override;
    void redo() override;

    const Interventions& before() const { return m_before; }
    const Interventions& after() const { return m_after; }

  private:
    Session& m_session;
    Interventions m_before;
    Interventions m_after;
};

}  // namespace attentarium
