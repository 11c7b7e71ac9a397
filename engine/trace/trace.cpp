#include "engine/trace/trace.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/core/error.h"
#include "engine/tape/scope_names.h"

namespace attentarium {

std::shared_ptr<const Trace> Trace::freeze(Tape<float>&& tape, TracedText text, std::optional<UpdateRecord> update) {
    expects(tape.purpose() == Purpose::Looking, "[trace] only a tape for looking has every value");
    return std::shared_ptr<const Trace>(new Trace(std::move(tape), std::move(text), std::move(update)));
}

Trace::Trace(Tape<float>&& tape, TracedText text, std::optional<UpdateRecord> update)
    : m_tape(std::move(tape)),
      m_text(std::move(text)),
      m_update(std::move(update)),
      m_steps(stepsOf(m_tape, m_update.has_value())),
      m_users(m_tape.size()),
      m_ordinals(m_tape.size(), -1) {
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        m_names.push_back(m_tape.nameOf({i}));
        if (m_tape.node({i}).named) m_named.push_back({i});
        m_hasBackward = m_hasBackward || m_tape.gradient({i});
        for (const Var input : inputs({i})) {
            if (!input) continue;
            std::vector<Var>& users = m_users[static_cast<std::size_t>(input.index)];
            if (users.empty() || users.back() != Var{i}) users.push_back({i});
        }
    }
    findSides();
    findSeries();
    for (std::size_t ordinal = 0; m_update && ordinal < m_update->parameters.size(); ++ordinal) {
        const Var node = m_tape.parameterNode(ordinal);
        if (node) m_ordinals[static_cast<std::size_t>(node.index)] = static_cast<std::int64_t>(ordinal);
    }
}

void Trace::findSides() {
    m_rows.assign(m_tape.size(), TextSide::Tokens);
    m_columns = m_rows;
    if (m_text.source.empty()) return;
    const auto looksAtKeys = [&](Var node) {
        const SiteEntry& entry = entryOf(site(node));
        const auto axes = std::span(entry.axes).first(static_cast<std::size_t>(entry.rank));
        return m_tape.node(node).named && std::ranges::find(axes, Axis::KeyToken) != axes.end();
    };
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        const auto& node = m_tape.node({i});
        std::vector<Var> values;
        for (const Var input : node.inputs) {
            if (input && !isParameter(input)) values.push_back(input);
        }
        PathId outermost = node.path;
        while (m_tape.paths().parent(outermost).index != 0) outermost = m_tape.paths().parent(outermost);
        // What is computed from the source's rows alone has the source's rows, wherever it stands.
        const bool follows = values.size() == 1 && node.value.shape.rank() >= 3 &&
                             m_rows[static_cast<std::size_t>(values[0].index)] == TextSide::Source;
        const auto at = static_cast<std::size_t>(i);
        if (follows || m_tape.paths().label(outermost) == kEncoderScope) m_rows[at] = TextSide::Source;
        if (values.empty()) continue;
        // Queries come first, and after them the keys that they look at.
        const bool carries = values.size() == 1 || looksAtKeys(values.front());
        m_columns[at] = carries ? m_columns[static_cast<std::size_t>(values.front().index)]
                                : m_rows[static_cast<std::size_t>(values.back().index)];
    }
}

std::optional<int> Trace::timeOf(Var node) const {
    if (isParameter(node)) return std::nullopt;
    const Paths& paths = m_tape.paths();
    for (PathId path = m_tape.node(node).path; path.index != 0; path = paths.parent(path)) {
        if (paths.label(path) == kTimeScope) return paths.number(path);
    }
    return std::nullopt;
}

void Trace::findSeries() {
    std::map<std::string, std::size_t> known;
    const std::string scope = std::string(kTimeScope) + '.';
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(m_tape.size()); ++i) {
        const Var node{i};
        std::size_t series = m_series.size();
        if (const auto time = timeOf(node); time && m_tape.node(node).named) {
            std::string timeless = '.' + name(node);
            const std::string step = '.' + scope + std::to_string(*time) + '.';
            timeless.erase(timeless.find(step) + 1, step.size() - 1);
            series = known.try_emplace(timeless, series).first->second;
        }
        if (series == m_series.size()) m_series.emplace_back();
        m_series[series].push_back(node);
        m_seriesOf.push_back(series);
    }
    for (std::vector<Var>& series : m_series) {
        std::ranges::stable_sort(series, {}, [&](Var node) { return timeOf(node).value_or(0); });
    }
}

TextSide Trace::sideOf(Var node, Axis axis) const {
    return (axis == Axis::KeyToken ? m_columns : m_rows)[static_cast<std::size_t>(node.index)];
}

std::optional<Var> Trace::find(std::string_view name) const {
    const auto found = std::ranges::find_if(m_named, [&](Var node) { return this->name(node) == name; });
    return found == m_named.end() ? std::nullopt : std::optional(*found);
}

std::optional<Var> Trace::find(Site site) const {
    const auto found =
        std::ranges::find_if(m_named, [&](Var node) { return !isParameter(node) && this->site(node) == site; });
    return found == m_named.end() ? std::nullopt : std::optional(*found);
}

std::string_view Trace::op(Var node) const {
    const Op<float>* op = m_tape.node(node).op;
    return op ? op->name() : std::string_view();
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

bool Trace::isSet(Var node, std::int64_t index) const {
    return std::ranges::binary_search(m_tape.node(node).setCells, index);
}

Explanation Trace::explainValue(Var node, std::int64_t index) const {
    if (!m_tape.node(node).op || isSet(node, index)) {
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
            // What was set passes nothing on, so it has no part in the sum.
            std::erase_if(contributions.back().terms, [&](const Term& term) {
                const auto stops = [&](const std::optional<Factor>& factor) {
                    return factor && factor->cell.node == user && factor->cell.quantity == Quantity::Gradient &&
                           isSet(user, factor->cell.index);
                };
                return stops(term.left) || stops(term.right);
            });
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
