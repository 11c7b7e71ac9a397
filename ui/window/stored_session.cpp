#include "ui/window/stored_session.h"

#include "engine/io/interventions_json.h"

namespace attentarium {

std::optional<StoredSession> storedSession(const Session& session) {
    const Step* step = session.currentStep();
    if (!step) return std::nullopt;
    const Trace& trace = *session.trace();
    const Selection& selection = session.selection();
    StoredSession stored{.folder = session.folder(),
                         .text = session.text(),
                         .phase = static_cast<int>(step->phase),
                         .step = QString::fromStdString(trace.name(step->node)),
                         .stepUnit = static_cast<int>(session.stepUnit()),
                         .quantity = static_cast<int>(selection.quantity),
                         .cell = selection.cell,
                         .head = selection.head,
                         .token = selection.token};
    if (!session.changes().empty()) stored.changes = QString::fromStdString(toJson(session.changes()));
    if (selection.node) stored.node = QString::fromStdString(trace.name(*selection.node));
    return stored;
}

void returnTo(const StoredSession& stored, Session& session) {
    const std::shared_ptr<const Trace> trace = session.trace();
    if (!trace) return;
    // Of another model than the one that is open they would mean something else.
    if (!stored.changes.isEmpty() && stored.folder == session.folder()) {
        try {
            session.restoreChanges(interventionsFromJson(stored.changes.toStdString(), "attentarium.ini"));
        } catch (const Error&) {
            // What somebody wrote there instead is not worth a window that does not open.
        }
    }
    session.setStepUnit(static_cast<StepUnit>(stored.stepUnit));
    session.goToStep(static_cast<Phase>(stored.phase), stored.step);
    // A cell brings its own head and row, so it comes before those that were chosen apart from it.
    const std::optional<Var> node = trace->find(stored.node.toStdString());
    const auto quantity = static_cast<Quantity>(stored.quantity);
    if (node && stored.cell && *stored.cell >= 0 && *stored.cell < trace->shape(*node).count()) {
        session.selectCell(*node, quantity, *stored.cell);
    } else if (node) {
        session.selectNode(*node, quantity);
    }
    if (stored.head >= 0) session.selectHead(stored.head);
    if (stored.token >= 0 && stored.token < static_cast<int>(trace->tokens().size())) {
        session.selectToken(stored.token);
    }
}

}  // namespace attentarium
