#include "engine/probe/unit_states.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace attentarium {
namespace {

/// Tokens that a looking tape records at once.
constexpr std::size_t kSlice = 64;

constexpr std::array kSites{Site::HiddenState, Site::CellState,  Site::InputGate, Site::ForgetGate,
                            Site::OutputGate,  Site::UpdateGate, Site::ResetGate};

/// The number behind `scope` in the name of a node; −1 where it has none.
int numberBehind(std::string_view name, std::string_view scope) {
    const std::size_t place = name.find(scope);
    if (place == std::string_view::npos) return -1;
    int number = -1;
    const char* const begin = name.data() + place + scope.size();
    std::from_chars(begin, name.data() + name.size(), number);
    return number;
}

/// Takes the states of one slice, whose first token is `first` of all, from a tape whose times begin at `time`.
void take(const Tape<float>& tape, std::size_t first, int time, std::size_t tokens, std::vector<StateTable>& tables) {
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const Var var{static_cast<int>(i)};
        const auto& node = tape.node(var);
        if (!node.named || std::ranges::find(kSites, node.site) == kSites.end()) continue;
        const std::string name = tape.nameOf(var);
        if (name.starts_with("decoder.")) continue;
        const int layer = numberBehind(name, "layers."), at = numberBehind(name, ".t.");
        const bool backward = name.find("backward.") != std::string::npos;
        const auto width = static_cast<int>(node.value.columns());
        if (layer < 0 || at < time) continue;
        auto table = std::ranges::find_if(tables, [&](const StateTable& one) {
            return one.layer == layer && one.site == node.site && one.backward == backward;
        });
        if (table == tables.end()) {
            tables.push_back(
                {layer, backward, node.site, width, std::vector<float>(tokens * static_cast<std::size_t>(width))});
            table = tables.end() - 1;
        }
        const std::size_t row = first + static_cast<std::size_t>(at - time);
        std::copy_n(node.value.data, width, table->values.begin() + static_cast<std::ptrdiff_t>(row) * width);
    }
}

bool before(const StateTable& a, const StateTable& b) {
    const auto order = [](const StateTable& one) { return std::ranges::find(kSites, one.site) - kSites.begin(); };
    if (a.layer != b.layer) return a.layer < b.layer;
    return a.backward != b.backward ? b.backward : order(a) < order(b);
}

}  // namespace

bool hasStates(Family family) {
    return kRecurrent.contains(family) || family == Family::Seq2Seq;
}

std::vector<StateTable> statesOver(const Model<float>& model, std::span<const int> ids,
                                   std::span<const std::size_t> begins, const std::function<bool()>& goesOn) {
    expects(hasStates(model.config().family), "[states] the family has none");
    std::vector<StateTable> tables;
    Parallel parallel(1);
    if (model.config().family == Family::Seq2Seq) {
        for (std::size_t text = 0; text < begins.size(); ++text) {
            if (goesOn && !goesOn()) return {};
            const std::size_t end = text + 1 < begins.size() ? begins[text + 1] : ids.size();
            const std::size_t length = std::min(end - begins[text], static_cast<std::size_t>(model.config().context));
            if (length == 0) continue;
            Tape<float> tape(Purpose::Looking, parallel);
            const TokenRows source{ids.subspan(begins[text], length), static_cast<std::int64_t>(length), {}};
            (void)model.begin(tape, source, 1);
            take(tape, begins[text], 0, ids.size(), tables);
        }
    } else {
        Tape<float> beginning(Purpose::Looking, parallel);
        Memory<float> memory = model.begin(beginning, {}, 1);
        for (std::size_t first = 0; first < ids.size(); first += kSlice) {
            if (goesOn && !goesOn()) return {};
            const std::size_t length = std::min(kSlice, ids.size() - first);
            Tape<float> tape(Purpose::Looking, parallel);
            // Times are counted anew in each slice, so that names stay few.
            memory.tokensRead = 0;
            model.advance(tape, memory, {ids.subspan(first, length), static_cast<std::int64_t>(length), {}});
            take(tape, first, 0, ids.size(), tables);
        }
    }
    std::ranges::stable_sort(tables, before);
    return tables;
}

}  // namespace attentarium
