#pragma once

#include <QStringList>
#include <QUndoCommand>
#include <optional>

namespace attentarium {

class Session;

/// The words of a sentence and, where words were only moved, those before that.
struct EditedWords {
    QStringList words;
    std::optional<QStringList> unmoved;
};

/// One edit of the sentence. Tokens that are generated one after the other become one edit.
class TextCommand : public QUndoCommand {
  public:
    enum class Kind { Edit, Generation };

    TextCommand(Session& session, EditedWords after, Kind kind);

    void undo() override;
    void redo() override;
    int id() const override { return m_kind == Kind::Generation ? 1 : -1; }
    bool mergeWith(const QUndoCommand* later) override;

  private:
    Session& m_session;
    EditedWords m_before;
    EditedWords m_after;
    Kind m_kind;
    int m_generation;
};

}  // namespace attentarium
