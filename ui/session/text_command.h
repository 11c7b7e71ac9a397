#pragma once

#include <QStringList>
#include <QUndoCommand>

namespace attentarium {

class Session;

/// One edit of the sentence. Tokens that are generated one after the other become one edit.
class TextCommand : public QUndoCommand {
  public:
    enum class Kind { Edit, Generation };

    TextCommand(Session& session, QStringList after, Kind kind);

    void undo() override;
    void redo() override;
    int id() const override { return m_kind == Kind::Generation ? 1 : -1; }
    bool mergeWith(const QUndoCommand* later) override;

  private:
    Session& m_session;
    QStringList m_before;
    QStringList m_after;
    Kind m_kind;
    int m_generation;
};

}  // namespace attentarium
