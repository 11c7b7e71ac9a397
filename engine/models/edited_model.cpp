#include "engine/models/edited_model.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/models/registry.h"
#include "engine/tape/cell_place.h"

namespace attentarium {
namespace {

using Parameters = ParameterSet<float>;

void edit(Parameters& parameters, const ModelConfig&, const SetCell& set) {
    Parameter<float>* parameter = parameters.find(set.name);
    if (!parameter) return;
    const auto cell = cellAt(parameter->value.shape(), set.place);
    if (cell) parameter->value.mutableView().data[*cell] = static_cast<float>(set.value);
}

void swapColumns(Parameter<float>& parameter, std::int64_t heads, std::int64_t first, std::int64_t second) {
    const TensorView<float> view = parameter.value.mutableView();
    const std::int64_t width = view.columns() / heads;
    for (std::int64_t row = 0; row < view.rows(); ++row) {
        std::swap_ranges(view.row(row) + first * width, view.row(row) + (first + 1) * width,
                         view.row(row) + second * width);
    }
}

void edit(Parameters& parameters, const ModelConfig& config, const SwapHeads& swap) {
    const std::int64_t heads = config.heads, shared = config.keyValueHeads == 0 ? heads : config.keyValueHeads;
    const auto isHead = [heads](std::int64_t head) { return head >= 0 && head < heads; };
    if (swap.first == swap.second || !isHead(swap.first) || !isHead(swap.second)) return;
    for (const char* part : {".query", ".key", ".value"}) {
        // Heads that share their keys and values keep those; of two groups, the groups' change places.
        const std::int64_t blocks = part == std::string_view(".query") ? heads : shared;
        const std::int64_t first = swap.first * blocks / heads, second = swap.second * blocks / heads;
        for (const char* kind : {".weight", ".bias"}) {
            Parameter<float>* parameter = parameters.find(swap.attention + part + kind);
            if (parameter && first != second) swapColumns(*parameter, blocks, first, second);
        }
    }
}

/// The others are done to a run, not to a model.
template <typename Other>
void edit(Parameters&, const ModelConfig&, const Other&) {}

bool concerns(const Parameters& parameters, const Intervention& intervention) {
    const auto has = [&](const std::string& name) {
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (parameters[i].name == name) return true;
        }
        return false;
    };
    if (const auto* set = std::get_if<SetCell>(&intervention)) return has(set->name);
    const auto* swap = std::get_if<SwapHeads>(&intervention);
    return swap && has(swap->attention + ".query.weight");
}

}  // namespace

std::shared_ptr<const Model<float>> withEdits(std::shared_ptr<const Model<float>> model,
                                              const Interventions& interventions) {
    const bool any =
        std::ranges::any_of(interventions, [&](const Intervention& one) { return concerns(model->parameters(), one); });
    if (!any) return model;
    std::shared_ptr<Model<float>> copy = makeModel<float>(model->config());
    copy->parameters().setValues(model->parameters().values());
    for (const Intervention& intervention : interventions) {
        std::visit([&](const auto& one) { edit(copy->parameters(), copy->config(), one); }, intervention);
    }
    return copy;
}

}  // namespace attentarium
