// What a tape does to a recording because of its interventions.

#include <algorithm>
#include <utility>

#include "engine/core/error.h"
#include "engine/tape/cell_place.h"
#include "engine/tape/tape.h"

namespace attentarium {
namespace {

struct SetNumber {
    std::int64_t cell = 0;
    double number = 0;
};

/// A node that an intervention may be about.
struct Target {
    std::string_view name;
    std::string_view scope;
    std::optional<Site> site;  ///< none for a parameter
    /// The sizes of its axes without that of the batch: one text is looked at.
    std::span<const std::int64_t> sizes;

    std::int64_t heads() const { return sizes.front(); }
    std::int64_t ofOneHead() const { return sizes[1] * sizes[2]; }
    bool hasHead(Site where, std::string_view attention, std::int64_t head) const {
        return site == where && scope == attention && sizes.size() == 3 && head >= 0 && head < heads();
    }
};

std::vector<SetNumber> numbersOf(const SetCell& set, const Target& target) {
    const auto cell = set.name == target.name ? cellAt(target.sizes, set.place) : std::nullopt;
    return cell ? std::vector<SetNumber>{{*cell, set.value}} : std::vector<SetNumber>();
}

std::vector<SetNumber> numbersOf(const SilenceHead& silence, const Target& target) {
    if (!target.hasHead(Site::WeightedValues, silence.attention, silence.head)) return {};
    std::vector<SetNumber> numbers;
    const std::int64_t count = target.ofOneHead(), first = silence.head * count;
    for (std::int64_t k = 0; k < count; ++k) numbers.push_back({first + k, 0});
    return numbers;
}

std::vector<SetNumber> numbersOf(const FreezeHead& freeze, const Target& target) {
    if (!target.hasHead(Site::Weights, freeze.attention, freeze.head)) return {};
    const std::int64_t count = target.ofOneHead(), first = freeze.head * count;
    if (freeze.keys != target.sizes[2] || static_cast<std::int64_t>(freeze.weights.size()) != count) return {};
    std::vector<SetNumber> numbers;
    for (std::int64_t k = 0; k < count; ++k) {
        numbers.push_back({first + k, freeze.weights[static_cast<std::size_t>(k)]});
    }
    return numbers;
}

/// The others do not set numbers of a node.
template <typename Other>
std::vector<SetNumber> numbersOf(const Other&, const Target&) {
    return {};
}

}  // namespace

template <typename Scalar>
void Tape<Scalar>::setInterventions(Interventions interventions) {
    expects(m_purpose == Purpose::Looking, "[tape] interventions are for looking");
    m_interventions = std::move(interventions);
    m_applied.assign(m_interventions.size(), false);
}

template <typename Scalar>
template <typename Kind, typename Use>
void Tape<Scalar>::forEachIntervention(const Use& use) {
    for (std::size_t i = 0; i < m_interventions.size(); ++i) {
        const auto* intervention = std::get_if<Kind>(&m_interventions[i]);
        if (intervention && use(*intervention)) m_applied[i] = true;
    }
}

template <typename Scalar>
double Tape<Scalar>::scaleHere(double usual) {
    forEachIntervention<SetScale>([&](const SetScale& set) {
        if (set.attention != m_paths.text(m_paths.current())) return false;
        usual = set.factor;
        return true;
    });
    return usual;
}

template <typename Scalar>
std::span<const PairVisibility> Tape<Scalar>::pairsHere(std::int64_t queries, std::int64_t keys) {
    std::vector<PairVisibility> pairs;
    forEachIntervention<SetVisibility>([&](const SetVisibility& set) {
        const bool there = set.query >= 0 && set.query < queries && set.key >= 0 && set.key < keys;
        if (!there || set.attention != m_paths.text(m_paths.current())) return false;
        pairs.push_back({set.query, set.key, set.visible});
        return true;
    });
    return m_arena.copy<PairVisibility>(pairs);
}

template <typename Scalar>
std::optional<double> Tape<Scalar>::temperature() {
    std::optional<double> found;
    forEachIntervention<SetTemperature>([&](const SetTemperature& set) {
        found = set.temperature;
        return true;
    });
    return found;
}

template <typename Scalar>
void Tape<Scalar>::intervene(Var var) {
    Node& node = m_nodes[static_cast<std::size_t>(var.index)];
    const bool isParameter = !node.parameterName.empty();
    if (isParameter) {
        forEachIntervention<SwapHeads>(
            [&](const SwapHeads& swap) { return node.parameterName == swap.attention + ".query.weight"; });
    }
    const Shape shape = node.value.shape;
    const int batchAxes = isParameter ? 0 : std::max(0, shape.rank() - entryOf(node.site).rank);
    std::vector<std::int64_t> sizes;
    for (int axis = batchAxes; axis < shape.rank(); ++axis) sizes.push_back(shape[axis]);
    const std::string name = nameOf(var), scope = isParameter ? std::string() : m_paths.text(node.path);
    const Target target{name, scope, isParameter ? std::nullopt : std::optional(node.site), sizes};

    // In their order, so that of two that meet in a cell the later one holds.
    std::vector<SetNumber> numbers;
    for (std::size_t i = 0; i < m_interventions.size(); ++i) {
        const auto more = std::visit([&](const auto& one) { return numbersOf(one, target); }, m_interventions[i]);
        if (!more.empty()) m_applied[i] = true;
        numbers.insert(numbers.end(), more.begin(), more.end());
    }
    if (numbers.empty()) return;
    std::vector<std::int64_t> cells;
    for (const SetNumber& one : numbers) cells.push_back(one.cell);
    std::ranges::sort(cells);
    cells.erase(std::ranges::unique(cells).begin(), cells.end());
    node.setCells = m_arena.copy<std::int64_t>(cells);
    // The numbers of a parameter came edited; nothing computed them, and nothing lies before them.
    if (isParameter) return;
    const auto altered = m_arena.copy<Scalar>(node.value.span());
    for (const SetNumber& one : numbers) {
        altered[static_cast<std::size_t>(one.cell)] = static_cast<Scalar>(one.number);
    }
    // A number that is set can be nudged like any other.
    if (m_shift.node == var && std::ranges::binary_search(cells, m_shift.cell)) {
        altered[static_cast<std::size_t>(m_shift.cell)] += m_shift.amount;
    }
    node.computed = node.value;
    node.value.data = altered.data();
    node.ownsValue = false;
    node.passedOn = {m_arena.allocate<Scalar>(altered.size()).data(), shape};
}

template void Tape<float>::setInterventions(Interventions);
template void Tape<double>::setInterventions(Interventions);
template double Tape<float>::scaleHere(double);
template double Tape<double>::scaleHere(double);
template std::span<const PairVisibility> Tape<float>::pairsHere(std::int64_t, std::int64_t);
template std::span<const PairVisibility> Tape<double>::pairsHere(std::int64_t, std::int64_t);
template std::optional<double> Tape<float>::temperature();
template std::optional<double> Tape<double>::temperature();
template void Tape<float>::intervene(Var);
template void Tape<double>::intervene(Var);

}  // namespace attentarium
