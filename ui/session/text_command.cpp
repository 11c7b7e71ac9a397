#include "ui/session/text_command.h"

#include "ui/session/session.h"

namespace attentarium {

TextCommand::TextCommand(Session& session, EditedWords after, Kind kind)
    : m_session(session),
      m_before{session.words(), session.unmovedWords()},
      m_after(std::move(after)),
      m_kind(kind),
      m_generation(session.generation()) {}

void TextCommand::undo() {
    m_session.applyWords(m_before, true);
}

void TextCommand::redo() {
    m_session.applyWords(m_after, false);
}

bool TextCommand::mergeWith(const QUndoCommand* later) {
    const auto* next = static_cast<const TextCommand*>(later);
    if (next->m_generation != m_generation) return false;
    m_after = next->m_after;
    return true;
}

}  // namespace attentarium
