#include "ui/session/changed_cell.h"

#include "engine/tape/cell_place.h"

namespace attentarium {
namespace {

std::optional<Cell> cellNamed(const Trace& trace, const std::string& name, const std::vector<std::int64_t>& place) {
    const std::optional<Var> node = trace.find(name);
    if (!node) return std::nullopt;
    const std::optional<std::int64_t> cell = cellAt(trace.shape(*node), place);
    return cell ? std::optional(Cell{*node, Quantity::Value, *cell}) : std::nullopt;
}

/// The weights of an attention, [head, query token, key token].
std::optional<Var> weightsOf(const Trace& trace, const std::string& attention) {
    const std::optional<Var> weights = trace.find(attention + ".weights");
    return weights && trace.shape(*weights).rank() == 3 ? weights : std::nullopt;
}

}  // namespace

SetCell setCell(const Trace& trace, Var node, std::int64_t cell, double value) {
    const Shape shape = trace.shape(node);
    std::vector<std::int64_t> place(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        place[static_cast<std::size_t>(axis)] = cell % shape[axis];
        cell /= shape[axis];
    }
    return {trace.name(node), std::move(place), value};
}

std::optional<Cell> changedCell(const Trace& trace, const Intervention& change) {
    struct Finding {
        const Trace& run;

        std::optional<Cell> operator()(const SetCell& set) const { return cellNamed(run, set.name, set.place); }
        std::optional<Cell> operator()(const SetVisibility& set) const {
            return cellNamed(run, set.attention + ".weights", {0, set.query, set.key});
        }
        std::optional<Cell> operator()(const SetScale& set) const {
            return cellNamed(run, set.attention + ".scaled_scores", {0, 0, 0});
        }
        std::optional<Cell> operator()(const SilenceHead& set) const {
            return cellNamed(run, set.attention + ".weighted_values", {set.head, 0, 0});
        }
        std::optional<Cell> operator()(const FreezeHead& set) const {
            return cellNamed(run, set.attention + ".weights", {set.head, 0, 0});
        }
        std::optional<Cell> operator()(const SwapHeads& set) const {
            return cellNamed(run, set.attention + ".weights", {set.first, 0, 0});
        }
        std::optional<Cell> operator()(const SetTemperature&) const {
            return cellNamed(run, "tempered_logits", {0, 0});
        }
    };
    return std::visit(Finding{trace}, change);
}

std::string attentionOf(const Trace& trace, Var node) {
    if (trace.isParameter(node)) return {};
    const std::string& name = trace.name(node);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return {};
    std::string scope = name.substr(0, dot);
    return weightsOf(trace, scope) ? scope : std::string();
}

std::int64_t headsOf(const Trace& trace, const std::string& attention) {
    const std::optional<Var> weights = weightsOf(trace, attention);
    return weights ? trace.shape(*weights)[0] : 0;
}

std::optional<FreezeHead> frozenHead(const Trace& trace, const std::string& attention, std::int64_t head) {
    const std::optional<Var> weights = weightsOf(trace, attention);
    if (!weights || head < 0 || head >= trace.shape(*weights)[0]) return std::nullopt;
    const Shape shape = trace.shape(*weights);
    const std::int64_t ofOneHead = shape[1] * shape[2];
    const auto numbers =
        trace.values(*weights).subspan(static_cast<std::size_t>(head * ofOneHead), static_cast<std::size_t>(ofOneHead));
    return FreezeHead{attention, head, shape[2], {numbers.begin(), numbers.end()}};
}

}  // namespace attentarium
