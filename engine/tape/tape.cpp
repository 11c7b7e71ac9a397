#include "engine/tape/tape.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/core/tensor.h"

namespace attentarium {

template <typename Scalar>
Var Tape<Scalar>::append(Node node) {
    if (m_shift.node && static_cast<std::size_t>(m_shift.node.index) == m_nodes.size()) shift(node);
    m_nodes.push_back(node);
    return {static_cast<std::int32_t>(m_nodes.size()) - 1};
}

template <typename Scalar>
void Tape<Scalar>::shift(Node& node) {
    expects(m_shift.cell >= 0 && m_shift.cell < node.value.count(), "[tape] the shifted cell is not there");
    // What an op wrote is ours to change, and may be part of a larger value; what is borrowed is not ours.
    if (!node.op) node.value.data = m_arena.copy<Scalar>(node.value.span()).data();
    const_cast<Scalar*>(node.value.data)[m_shift.cell] += m_shift.amount;
}

template <typename Scalar>
Var Tape<Scalar>::parameter(const Parameter<Scalar>& parameter) {
    if (parameter.ordinal >= m_parameterNodes.size()) m_parameterNodes.resize(parameter.ordinal + 1);
    Var& known = m_parameterNodes[parameter.ordinal];
    if (known) return known;
    if (m_purpose == Purpose::Looking) m_seenParameters.push_back(parameter.value);
    Node node;
    node.value = parameter.value.view();
    // A trace outlives its model, so the name is copied with it.
    node.parameterName = parameter.name;
    if (m_purpose == Purpose::Looking) {
        const auto copy = m_arena.copy<char>(std::span<const char>(parameter.name));
        node.parameterName = {copy.data(), copy.size()};
    }
    node.named = true;
    node.needsGradient = true;
    known = append(node);
    if (!m_interventions.empty()) intervene(known);
    return known;
}

template <typename Scalar>
Var Tape<Scalar>::leaf(const Shape& shape, std::span<const Scalar> values) {
    expects(static_cast<std::int64_t>(values.size()) == shape.count(), "[tape] a leaf's values must fill its shape");
    Node node;
    node.value = {m_arena.copy<Scalar>(values).data(), shape};
    node.needsGradient = true;
    return append(node);
}

template <typename Scalar>
Var Tape<Scalar>::constant(TensorView<const Scalar> values) {
    Node node;
    node.value = values;
    if (m_purpose == Purpose::Looking) node.value.data = m_arena.copy<Scalar>(values.span()).data();
    return append(node);
}

template <typename Scalar>
Var Tape<Scalar>::run(Op<Scalar>* op, std::span<const Var> inputs, const Shape& output) {
    const auto memory = m_arena.allocate<Scalar>(static_cast<std::size_t>(output.count()));
    const Var node = run(op, inputs, TensorView<Scalar>{memory.data(), output});
    m_nodes[static_cast<std::size_t>(node.index)].ownsValue = true;
    return node;
}

template <typename Scalar>
Var Tape<Scalar>::run(Op<Scalar>* op, std::span<const Var> inputs, TensorView<Scalar> output) {
    Node result;
    result.op = op;
    result.inputs = m_arena.copy<Var>(inputs);
    const auto values = m_arena.allocate<TensorView<const Scalar>>(inputs.size());
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
        const Node& input = node(result.inputs[slot]);
        ::new (&values[slot]) TensorView<const Scalar>(input.value);
        result.needsGradient = result.needsGradient || input.needsGradient;
    }
    result.inputValues = values;
    result.value = output;
    result.path = m_paths.current();
    const Arena::Mark mark = m_arena.mark();
    op->forward({result.inputValues, output, m_arena, *m_parallel});
    m_arena.rewind(mark);
    return append(result);
}

template <typename Scalar>
Var Tape<Scalar>::named(Var var, Site site) {
    Node& node = m_nodes[static_cast<std::size_t>(var.index)];
    node.site = site;
    node.path = m_paths.current();
    node.named = true;
    if (!m_interventions.empty()) intervene(var);
    return var;
}

template <typename Scalar>
Var Tape<Scalar>::parameterNode(std::size_t ordinal) const {
    return ordinal < m_parameterNodes.size() ? m_parameterNodes[ordinal] : Var{};
}

template <typename Scalar>
std::string Tape<Scalar>::nameOf(Var var) const {
    const Node& node = this->node(var);
    if (!node.named) return {};
    if (!node.parameterName.empty()) return std::string(node.parameterName);
    const std::string path = m_paths.text(node.path);
    return path.empty() ? std::string(entryOf(node.site).name) : path + '.' + std::string(entryOf(node.site).name);
}

template <typename Scalar>
std::string Tape<Scalar>::placeOf(Var var) const {
    const Node& node = this->node(var);
    if (node.named) return nameOf(var);
    const std::string path = m_paths.text(node.path);
    const std::string what(node.op ? node.op->name() : "the input");
    return path.empty() ? what : what + " in " + path;
}

template <typename Scalar>
void Tape<Scalar>::beginBackward(Var output, std::span<const Scalar> seed) {
    expects(static_cast<std::int64_t>(seed.size()) == node(output).value.count(),
            "[tape] the seed of a backward pass must have the output's shape");
    for (Node& node : m_nodes) node.gradient = {};
    m_unused.clear();
    // From the output back to the leaves: only what it depends on gets a gradient.
    m_reached = m_arena.allocate<bool>(m_nodes.size());
    std::ranges::fill(m_reached, false);
    m_reached[static_cast<std::size_t>(output.index)] = true;
    for (std::size_t i = static_cast<std::size_t>(output.index) + 1; i-- > 0;) {
        m_reached[i] = m_reached[i] && m_nodes[i].needsGradient;
        if (!m_reached[i]) continue;
        for (const Var input : m_nodes[i].inputs) m_reached[static_cast<std::size_t>(input.index)] = true;
    }
    Node& last = m_nodes[static_cast<std::size_t>(output.index)];
    if (!last.needsGradient) return;
    claimGradient(last);
    std::ranges::copy(seed, last.gradient.data);
}

template <typename Scalar>
void Tape<Scalar>::backward(Var loss) {
    expects(node(loss).value.count() == 1, "[tape] backward without a seed needs a scalar");
    const Scalar one = 1;
    backward(loss, {&one, 1});
}

template <typename Scalar>
void Tape<Scalar>::backward(Var output, std::span<const Scalar> seed) {
    beginBackward(output, seed);
    for (std::int32_t i = output.index; i >= 0; --i) {
        if (node({i}).op && node({i}).gradient) passBack(node({i}));
    }
}

template <typename Scalar>
void Tape<Scalar>::backwardToLeaves(Var loss, Values values) {
    expects(node(loss).value.count() == 1, "[tape] backward without a seed needs a scalar");
    const Scalar one = 1;
    beginBackward(loss, {&one, 1});
    for (std::size_t i = static_cast<std::size_t>(loss.index) + 1; i-- > 0;) {
        Node& node = m_nodes[i];
        if (!node.op) continue;
        if (node.gradient) {
            passBack(node);
            m_unused.push_back(node.gradient.span());
            node.gradient = {};
        }
        // Whatever used this value was recorded later, and so has been passed.
        if (values == Values::GivenUp && node.ownsValue) {
            m_unused.push_back({const_cast<Scalar*>(node.value.data), static_cast<std::size_t>(node.value.count())});
            node.value.data = nullptr;
        }
    }
}

template <typename Scalar>
void Tape<Scalar>::backwardWhile(Var loss, FunctionReference<bool(Var)> goOn) {
    expects(node(loss).value.count() == 1, "[tape] backward without a seed needs a scalar");
    const Scalar one = 1;
    beginBackward(loss, {&one, 1});
    for (std::int32_t i = loss.index; i >= 0; --i) {
        if (!node({i}).op || !node({i}).gradient) continue;
        passBack(node({i}));
        if (!goOn({i})) return;
    }
}

template <typename Scalar>
bool Tape<Scalar>::claimGradient(Node& node) {
    if (node.gradient) return false;
    node.gradient = {claimMemory(static_cast<std::size_t>(node.value.count())).data(), node.value.shape};
    return true;
}

template <typename Scalar>
std::span<Scalar> Tape<Scalar>::claimMemory(std::size_t count) {
    auto best = m_unused.end();
    for (auto unused = m_unused.begin(); unused != m_unused.end(); ++unused) {
        if (unused->size() >= count && (best == m_unused.end() || unused->size() < best->size())) best = unused;
    }
    if (best == m_unused.end()) return m_arena.allocate<Scalar>(count);
    const std::span<Scalar> memory = best->first(count);
    // What is left begins on the next boundary, as all memory of the arena does.
    constexpr std::size_t kStep = kAlignment / sizeof(Scalar);
    const std::size_t taken = std::min(best->size(), (count + kStep - 1) / kStep * kStep);
    *best = best->subspan(taken);
    if (best->empty()) m_unused.erase(best);
    return memory;
}

template <typename Scalar>
void Tape<Scalar>::passBack(const Node& node) {
    const std::size_t slots = node.inputs.size();
    const auto gradients = m_arena.allocate<TensorView<Scalar>>(slots);
    const auto unwritten = m_arena.allocate<bool>(slots);
    for (std::size_t slot = 0; slot < slots; ++slot) {
        Node& input = m_nodes[static_cast<std::size_t>(node.inputs[slot].index)];
        unwritten[slot] = m_reached[static_cast<std::size_t>(node.inputs[slot].index)] && claimGradient(input);
        if (unwritten[slot] && !node.op->overwrites(slot)) {
            std::ranges::fill(input.gradient.span(), Scalar{0});
            unwritten[slot] = false;
        }
        ::new (&gradients[slot]) TensorView<Scalar>(input.gradient);
    }
    TensorView<const Scalar> value = node.value, passed = node.gradient;
    if (!node.setCells.empty()) {
        value = node.computed;
        std::ranges::copy(node.gradient.span(), node.passedOn.data);
        for (const std::int64_t cell : node.setCells) node.passedOn.data[cell] = 0;
        passed = node.passedOn;
    }
    const Arena::Mark mark = m_arena.mark();
    node.op->backward({node.inputValues, value, passed, gradients, m_arena, *m_parallel, unwritten});
    m_arena.rewind(mark);
}

template <typename Scalar>
RecordedOp<Scalar> Tape<Scalar>::recorded(Var var) const {
    const Node& node = this->node(var);
    expects(node.op != nullptr, "[tape] a leaf has no op");
    if (node.setCells.empty()) return {var, node.inputs, node.inputValues, node.value, node.gradient};
    const TensorView<const Scalar> passed =
        node.gradient ? TensorView<const Scalar>(node.passedOn) : TensorView<const Scalar>();
    return {var, node.inputs, node.inputValues, node.computed, passed};
}

template <typename Scalar>
void Tape<Scalar>::clear() {
    m_nodes.clear();
    std::fill(m_parameterNodes.begin(), m_parameterNodes.end(), Var{});
    std::fill(m_applied.begin(), m_applied.end(), false);
    m_seenParameters.clear();
    m_unused.clear();
    m_arena.reset();
}

template class Tape<float>;
template class Tape<double>;

}  // namespace attentarium
