#include <algorithm>
#include <utility>

#include "ui/session/change_command.h"
#include "ui/session/session.h"

// What is done to the run that the model would not do by itself, and what the run is compared with.
namespace attentarium {

void Session::change(const Intervention& change) {
    Interventions after = m_changes;
    const int place = placeOfChange(change);
    if (place >= 0) {
        after[static_cast<std::size_t>(place)] = change;
    } else {
        after.push_back(change);
    }
    editChanges(std::move(after));
}

void Session::dropChange(int place) {
    if (place < 0 || place >= static_cast<int>(m_changes.size())) return;
    Interventions after = m_changes;
    after.erase(after.begin() + place);
    editChanges(std::move(after));
}

void Session::dropAllChanges() {
    editChanges({});
}

void Session::restoreOrder() {
    if (m_unmoved) edit(QStringList(*m_unmoved));
}

void Session::resetAll() {
    if (!m_unmoved) return dropAllChanges();
    m_undoStack.beginMacro(QString());
    restoreOrder();
    dropAllChanges();
    m_undoStack.endMacro();
}

int Session::placeOfChange(const Intervention& change) const {
    const auto same = std::ranges::find_if(m_changes, [&](const Intervention& one) { return sameTarget(one, change); });
    return same == m_changes.end() ? -1 : static_cast<int>(same - m_changes.begin());
}

void Session::editChanges(Interventions after) {
    if (!m_checkpoint || after == m_changes) return;
    stopGenerating();
    m_undoStack.push(new ChangeCommand(*this, std::move(after)));
}

void Session::applyChanges(const Interventions& changes) {
    m_changes = changes;
    Q_EMIT changesChanged();
    run();
}

void Session::restoreChanges(const Interventions& changes) {
    if (m_checkpoint && changes != m_changes) applyChanges(changes);
}

bool Session::applies(int place) const {
    // What has not run yet is not known to fail.
    if (!m_trace || m_tracedChanges != m_changes) return true;
    return m_trace->wasApplied(static_cast<std::size_t>(place));
}

void Session::keepAsReference() {
    if (!m_trace) return;
    m_references.keep(m_trace, isTraceCurrent() ? text() : m_tracedWords.join(QLatin1Char(' ')));
    Q_EMIT referenceChanged();
}

void Session::compareWith(const QString& folder) {
    m_worker.openBeside(folder);
}

void Session::adoptOther(const QString& folder, const std::shared_ptr<const Checkpoint>& checkpoint) {
    m_other = checkpoint;
    m_otherFolder = folder;
    m_references.dropKept();
    Q_EMIT referenceChanged();
    if (m_checkpoint) run();
}

void Session::dropReference() {
    m_references.dropKept();
    m_references.dropOther();
    m_other.reset();
    m_otherFolder.clear();
    Q_EMIT referenceChanged();
}

}  // namespace attentarium
