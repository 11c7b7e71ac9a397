#include <algorithm>
#include <utility>

#include "ui/session/session.h"
#include "ui/session/text_command.h"

// The runs of the model: on the sentence as it stands, and to go on with it.
namespace attentarium {

void Session::run() {
    giveRoles();
    m_problem.reset();
    m_runFrom = words();
    TypedText typed;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const Chip& chip = m_chips[i];
        if (chip.role == Chip::Role::Arrow) {
            typed.answer.emplace();
            continue;
        }
        if (!chip.id && !m_problem) m_problem = Error(ErrorKind::WordUnknown, {.name = chip.text.toStdString()});
        if (chip.role == Chip::Role::Hidden) typed.hidden = static_cast<int>(i);
        (typed.answer ? *typed.answer : typed.tokens).push_back(chip.id.value_or(0));
    }
    const std::int64_t context = m_checkpoint->model->config().context;
    const bool marked = reading() == Reading::Onward && m_checkpoint->model->config().classes > 0;
    // Where a class is told, its mark stands behind the words.
    const auto before = static_cast<std::size_t>(tokensBefore(m_checkpoint->model->config()) + (marked ? 1 : 0));
    const std::size_t longest = typed.answer || reading() == Reading::Answering
                                    ? std::max(typed.tokens.size(), before + (typed.answer ? typed.answer->size() : 0))
                                    : before + typed.tokens.size();
    if (typed.tokens.empty()) m_problem = Error(ErrorKind::TextEmpty, {});
    if (static_cast<std::int64_t>(longest) > context) {
        m_problem = Error(ErrorKind::TextTooLong, {.value = std::to_string(longest), .limit = std::to_string(context)});
    }
    Q_EMIT textChanged();
    if (!m_problem) m_worker.look(*m_checkpoint, std::move(typed), m_changes, m_references.plain(), m_other);
}

void Session::adoptTrace(const std::shared_ptr<const Trace>& trace, const std::shared_ptr<const Trace>& unchanged,
                         const std::shared_ptr<const Trace>& other) {
    m_references.adopt(trace, unchanged, other, m_tracedFrom != m_runFrom && !m_undoing);
    const std::shared_ptr<const Trace> before = std::exchange(m_trace, trace);
    forgetNudge();
    m_tracedFrom = m_runFrom;
    m_tracedChanges = m_changes;
    m_tracedWords.clear();
    m_tracedSource.clear();
    for (const int id : trace->tokens()) m_tracedWords.append(wordOf(id));
    for (const int id : trace->source()) m_tracedSource.append(wordOf(id));
    const int step = before ? sameStep(*before, m_step, *trace) : 0;
    const bool stepMoved = std::exchange(m_step, step) != step;
    Selection selection = before ? carriedOver(*before, *trace) : m_selection;
    // A new sentence is read from its end, where the next word comes from.
    if (!before)
        selection.token = proposingToken() >= 0 ? proposingToken() : static_cast<int>(trace->tokens().size()) - 1;
    const bool selectionMoved = std::exchange(m_selection, selection) != selection;
    m_headStudy.reset();
    Q_EMIT traceChanged();
    askForHeadStudy();
    if (stepMoved) Q_EMIT stepChanged();
    if (selectionMoved) Q_EMIT selectionChanged();
}

bool Session::goesOn() const {
    return m_checkpoint && reading() == Reading::Onward && !kWordVectors.contains(m_checkpoint->model->config().family);
}

void Session::generate(int count, const SamplingSettings& settings, std::uint64_t seed) {
    if (!m_checkpoint || m_problem) return;
    if (!goesOn()) return;
    stopGenerating();
    std::vector<int> prompt;
    for (const Chip& chip : m_chips) prompt.push_back(*chip.id);
    ++m_generation;
    setGenerating(true);
    m_worker.generate(*m_checkpoint, std::move(prompt), count, settings, seed, m_changes);
}

void Session::stopGenerating() {
    if (m_generating) m_worker.stopGenerating();
}

void Session::appendGenerated(int token) {
    m_undoStack.push(new TextCommand(*this, {words() << wordOf(token), std::nullopt}, TextCommand::Kind::Generation));
}

void Session::setGenerating(bool generating) {
    if (std::exchange(m_generating, generating) != generating) Q_EMIT generatingChanged();
}

}  // namespace attentarium
