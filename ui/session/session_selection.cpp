#include <algorithm>
#include <utility>

#include "ui/session/session.h"

// What the user has before them: the step, and what is chosen in it.
namespace attentarium {

const Step* Session::currentStep() const {
    return m_trace ? &m_trace->steps()[static_cast<std::size_t>(m_step)] : nullptr;
}

void Session::goToStep(int step) {
    if (!m_trace) return;
    step = std::clamp(step, 0, stepCount() - 1);
    if (std::exchange(m_step, step) != step) Q_EMIT stepChanged();
}

bool Session::goToStep(Phase phase, const QString& name) {
    if (!m_trace) return false;
    const auto steps = m_trace->steps();
    const std::string wanted = name.toStdString();
    const auto found = std::ranges::find_if(
        steps, [&](const Step& step) { return step.phase == phase && m_trace->name(step.node) == wanted; });
    if (found == steps.end()) return false;
    goToStep(static_cast<int>(found - steps.begin()));
    return true;
}

void Session::setStepUnit(StepUnit unit) {
    if (std::exchange(m_stepUnit, unit) != unit) Q_EMIT stepUnitChanged();
}

void Session::stepBy(int direction) {
    if (!m_trace) return;
    if (m_stepUnit == StepUnit::Layer) {
        goToStep(layerStepFrom(*m_trace, m_step, direction));
        return;
    }
    if (m_stepUnit == StepUnit::Token && m_trace->timeOf(currentStep()->node)) {
        goToStep(timeStepFrom(*m_trace, m_step, direction));
        return;
    }
    const int tokens = static_cast<int>(m_trace->tokens().size());
    const int row = m_selection.token + direction;
    if (m_stepUnit == StepUnit::Token && row >= 0 && row < tokens) {
        selectToken(row);
        return;
    }
    const int before = m_step;
    goToStep(m_step + direction);
    // Past the last row the next operation begins with its first.
    if (m_stepUnit == StepUnit::Token && m_step != before) selectToken(direction > 0 ? 0 : tokens - 1);
}

Selection Session::carriedOver(const Trace& before, const Trace& after) const {
    Selection carried = m_selection;
    carried.token = std::clamp(carried.token, 0, static_cast<int>(after.tokens().size()) - 1);
    carried.sourceToken = std::clamp(carried.sourceToken, 0, std::max(0, static_cast<int>(after.source().size()) - 1));
    if (!carried.node) return carried;
    const Shape oldShape = before.shape(*carried.node);
    carried.node = after.find(before.name(*carried.node));
    if (!carried.node || !carried.cell) {
        carried.cell.reset();
        return carried;
    }
    // The same row and column, or the nearest there is.
    const Shape newShape = after.shape(*carried.node);
    std::int64_t rest = *carried.cell, index = 0, stride = 1;
    for (int axis = newShape.rank() - 1; axis >= 0; --axis) {
        index += std::min(rest % oldShape[axis], newShape[axis] - 1) * stride;
        rest /= oldShape[axis];
        stride *= newShape[axis];
    }
    carried.cell = index;
    return carried;
}

void Session::setSelection(const Selection& selection) {
    if (m_selection == selection) return;
    if (m_selection.node != selection.node || m_selection.cell != selection.cell) forgetNudge();
    m_selection = selection;
    Q_EMIT selectionChanged();
}

void Session::selectCell(Var node, Quantity quantity, std::int64_t cell) {
    if (!m_trace) return;
    Selection chosen = m_selection;
    chosen.node = node;
    chosen.quantity = quantity;
    chosen.cell = cell;
    const Shape shape = m_trace->shape(node);
    const SiteEntry& entry = entryOf(m_trace->site(node));
    std::int64_t rest = cell;
    for (int axis = shape.rank() - 1; axis >= 0 && !m_trace->isParameter(node); --axis) {
        const auto place = static_cast<int>(rest % shape[axis]);
        rest /= shape[axis];
        if (entry.axes[static_cast<std::size_t>(axis)] == Axis::Head) chosen.head = place;
        if (entry.axes[static_cast<std::size_t>(axis)] != Axis::Token) continue;
        (m_trace->sideOf(node, Axis::Token) == TextSide::Source ? chosen.sourceToken : chosen.token) = place;
    }
    if (const auto time = m_trace->timeOf(node)) {
        (m_trace->sideOf(node, Axis::Token) == TextSide::Source ? chosen.sourceToken : chosen.token) = *time;
    }
    setSelection(chosen);
}

void Session::selectNode(Var node, Quantity quantity) {
    Selection chosen = m_selection;
    chosen.node = node;
    chosen.quantity = quantity;
    chosen.cell.reset();
    setSelection(chosen);
}

void Session::selectHead(int head) {
    Selection chosen = m_selection;
    chosen.head = head;
    // A chosen number of one head becomes the same number of the other.
    if (m_trace && chosen.node && chosen.cell && entryOf(m_trace->site(*chosen.node)).axes.front() == Axis::Head &&
        !m_trace->isParameter(*chosen.node)) {
        const Shape shape = m_trace->shape(*chosen.node);
        const std::int64_t ofOneHead = shape[1] * shape[2];
        chosen.cell = head * ofOneHead + *chosen.cell % ofOneHead;
    }
    setSelection(chosen);
}

void Session::selectToken(int token) {
    Selection chosen = m_selection;
    chosen.token = token;
    setSelection(chosen);
}

void Session::selectSourceToken(int token) {
    Selection chosen = m_selection;
    chosen.sourceToken = token;
    setSelection(chosen);
}

void Session::clearSelection() {
    Selection chosen = m_selection;
    chosen.node.reset();
    chosen.cell.reset();
    setSelection(chosen);
}

bool Session::canPin() const {
    return m_trace && !m_pins.isFull();
}

Pin Session::pinOf(Var node, Quantity quantity) const {
    return {.letter = {},
            .trace = m_trace,
            .node = node,
            .quantity = quantity,
            .head = m_trace->shape(node).rank() == 3
                        ? std::clamp(m_selection.head, 0, static_cast<int>(m_trace->shape(node)[0]) - 1)
                        : 0,
            .words = m_tracedWords,
            .source = m_tracedSource,
            .text = text(),
            .model = m_folder};
}

void Session::pin() {
    if (!canPin()) return;
    const Step& step = *currentStep();
    const bool back = step.phase == Phase::Backward && !m_trace->gradients(step.node).empty();
    const Quantity ofStep = back ? Quantity::Gradient : Quantity::Value;
    m_pins.add(m_selection.node ? pinOf(*m_selection.node, m_selection.quantity) : pinOf(step.node, ofStep));
}

Session::NudgeState Session::nudgeState() const {
    const bool depends = m_trace && m_selection.node && m_selection.cell && isTraceCurrent() &&
                         !m_trace->gradients(*m_selection.node).empty();
    return depends ? m_nudgeState : NudgeState::Impossible;
}

void Session::nudge() {
    if (nudgeState() != NudgeState::Possible) return;
    m_nudgeState = NudgeState::Running;
    m_worker.nudge(*m_checkpoint, m_trace->text(), m_changes, *m_selection.node, *m_selection.cell);
    Q_EMIT nudgeChanged();
}

void Session::forgetNudge() {
    m_worker.dropNudge();
    m_nudge = {};
    m_nudgeState = NudgeState::Possible;
}

}  // namespace attentarium
