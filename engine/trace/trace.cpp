#include "engine/trace/trace.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {

std::shared_ptr<const Trace> Trace::freeze(Tape<float>&& tape, std::vector<int> tokens,
                                           std::optional<UpdateRecord> update) {
    expects(tape.purpose() == Purpose::Looking, "[trace] only a tape for looking has every value");
    return std::shared_ptr<const Trace>(new Trace(std::move(tape), std::move(tokens), std::move(update)));
}

Trace::Trace(Tape<float>&& tape, std::vector<int> tokens, std::optional<UpdateRecord> update)
    : m_tape(std::move(tape)),
      m_tokens(std::move(tokens)),
      m_update(std::move(update)),
      m_steps(stepsOf(m_tape, m_update.has_value())),
      m_ordinals(m_tape.size(), -1) {
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        m_names.push_back(m_tape.nameOf({i}));
        if (m_tape.node({i}).named) m_named.push_back({i});
        m_hasBackward = m_hasBackward || m_tape.gradient({i});
    }
    for (std::size_t ordinal = 0; m_update && ordinal < m_update->parameters.size(); ++ordinal) {
        const Var node = m_tape.parameterNode(ordinal);
        if (node) m_ordinals[static_cast<std::size_t>(node.index)] = static_cast<std::int64_t>(ordinal);
    }
}

std::optional<Var> Trace::find(std::string_view name) const {
    const auto found = std::ranges::find_if(m_named, [&](Var node) { return this->name(node) == name; });
    return found == m_named.end() ? std::nullopt : std::optional(*found);
}

std::string_view Trace::op(Var node) const {
    const Op<float>* op = m_tape.node(node).op;
    return op ? op->name() : std::string_view();
}

std::vector<Var> Trace::users(Var node) const {
    std::vector<Var> all;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        const auto inputs = this->inputs({i});
        if (std::ranges::find(inputs, node) != inputs.end()) all.push_back({i});
    }
    return all;
}

Shape Trace::shape(Var node) const {
    const Shape& whole = m_tape.shape(node);
    if (isParameter(node) || whole.rank() <= entryOf(site(node)).rank) return whole;
    switch (whole.rank()) {
        case 4:
            return {whole[1], whole[2], whole[3]};
        case 3:
            return {whole[1], whole[2]};
        case 2:
            return {whole[1]};
        default:
            return {};
    }
}

Explanation Trace::explainValue(Var node, std::int64_t index) const {
    if (!m_tape.node(node).op) {
        Explanation given(node, Rule::Given);
        given.total = static_cast<double>(values(node)[static_cast<std::size_t>(index)]);
        return given;
    }
    return m_tape.node(node).op->explainValue(m_tape.recorded(node), index);
}

std::vector<Explanation> Trace::explainGradient(Var node, std::int64_t index) const {
    std::vector<Explanation> contributions;
    if (gradients(node).empty()) return contributions;
    for (const Var user : users(node)) {
        if (gradients(user).empty()) continue;
        const auto inputs = this->inputs(user);
        for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
            if (inputs[slot] != node) continue;
            contributions.push_back(m_tape.node(user).op->explainGradient(m_tape.recorded(user), slot, index));
        }
    }
    if (contributions.empty()) {
        // Nothing used it: it is the loss, and dL/dL = 1.
        contributions.emplace_back(node, Rule::Given);
        contributions.back().total = static_cast<double>(gradients(node)[static_cast<std::size_t>(index)]);
    }
    return contributions;
}

const ParameterUpdate* Trace::update(Var node) const {
    const std::int64_t ordinal = m_ordinals[static_cast<std::size_t>(node.index)];
    return ordinal < 0 ? nullptr : &m_update->parameters[static_cast<std::size_t>(ordinal)];
}

UpdateExplanation Trace::explainUpdate(Var node, std::int64_t index) const {
    const ParameterUpdate* parameter = update(node);
    expects(parameter != nullptr, "[trace] only parameters are updated");
    const auto at = static_cast<std::size_t>(index);
    return attentarium::explainUpdate(m_update->settings, static_cast<double>(values(node)[at]),
                                      static_cast<double>(gradients(node)[at]), parameter->decays);
}

}  // namespace attentarium
