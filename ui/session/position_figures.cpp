#include "ui/session/position_figures.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "engine/ops/alibi.h"
#include "engine/trace/attention_layers.h"

namespace attentarium {
namespace {

std::vector<AttentionLayer> placed(const PositionLook& look) {
    if (!look.trace) return {};
    std::vector<AttentionLayer> layers = attentionLayersOf(*look.trace);
    // Of an encoder–decoder those of the encoder, whose words the look has.
    const TextSide side = look.readsSource() ? TextSide::Source : TextSide::Tokens;
    std::erase_if(layers, [&](const AttentionLayer& layer) {
        return !layer.looksAtItself() || look.trace->sideOf(layer.weights(), Axis::Token) != side;
    });
    return layers;
}

/// The row of one head of a word: query or key.
std::span<const float> headRow(const Trace& trace, Var node, int word, int head, int heads) {
    const std::int64_t width = trace.shape(node)[1], part = width / heads;
    return trace.values(node).subspan(static_cast<std::size_t>(word * width + head * part),
                                      static_cast<std::size_t>(part));
}

double sumOf(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// The stage of that kind, among those of an attention.
std::optional<Var> stageOf(const Trace& trace, const AttentionLayer& layer, Site site) {
    for (const Var stage : layer.stages) {
        if (trace.site(stage) == site) return stage;
    }
    return std::nullopt;
}

}  // namespace

int placedLayers(const PositionLook& look) {
    return static_cast<int>(placed(look).size());
}

std::optional<RotaryFigure> rotaryFigure(const PositionLook& look, const RotaryChoice& choice) {
    const auto layers = placed(look);
    if (look.kind != Positions::Rotary || choice.layer >= static_cast<int>(layers.size())) return std::nullopt;
    const Trace& trace = *look.trace;
    const AttentionLayer& layer = layers[static_cast<std::size_t>(choice.layer)];
    const std::string& name = trace.name(layer.weights());
    const std::string scope = name.substr(0, name.rfind('.') + 1);
    const auto queries = trace.find(scope + "query"), keys = trace.find(scope + "key");
    const auto scores = stageOf(trace, layer, Site::Scores);
    const int words = static_cast<int>(look.words.size());
    if (!queries || !keys || !scores || choice.query >= words || choice.key >= words || choice.head >= layer.heads) {
        return std::nullopt;
    }
    const ModelConfig& config = look.config();
    const auto keyHeads = static_cast<int>(config.keyValueHeads == 0 ? config.heads : config.keyValueHeads);
    const auto query = headRow(trace, *queries, choice.query, choice.head, layer.heads);
    const auto key = headRow(trace, *keys, choice.key, choice.head * keyHeads / layer.heads, keyHeads);
    RotaryFigure figure;
    figure.pairs = static_cast<int>(query.size() / 2);
    const int pair = std::clamp(choice.pair, 0, figure.pairs - 1);
    const auto at = static_cast<std::size_t>(2 * pair);
    figure.turn = turnPerPlace(pair, static_cast<std::int64_t>(query.size()));
    figure.query = {static_cast<double>(query[at]), static_cast<double>(query[at + 1])};
    figure.key = {static_cast<double>(key[at]), static_cast<double>(key[at + 1])};
    figure.queryAngle = (choice.query + choice.shift) * figure.turn;
    figure.keyAngle = (choice.key + choice.shift) * figure.turn;
    figure.turnedQuery = turned(figure.query, figure.queryAngle);
    figure.turnedKey = turned(figure.key, figure.keyAngle);
    const auto products = turnedProducts(query, key, choice.query + choice.shift, choice.key + choice.shift);
    figure.added = products[static_cast<std::size_t>(pair)];
    figure.score = sumOf(products);
    figure.scoreOfRun = static_cast<double>(
        attentionRow(trace, *scores, Quantity::Value, choice.head, choice.query)[static_cast<std::size_t>(choice.key)]);
    for (int shift = 0; shift <= kMostShift; ++shift) {
        figure.together.push_back(sumOf(turnedProducts(query, key, choice.query + shift, choice.key + shift)));
        figure.apart.push_back(sumOf(turnedProducts(query, key, choice.query, choice.key + shift)));
    }
    const auto [least, most] = std::ranges::minmax(figure.together);
    figure.largestChange = most - least;
    return figure;
}

std::optional<AlibiFigure> alibiFigure(const PositionLook& look, int layer, int head) {
    const auto layers = placed(look);
    if (look.kind != Positions::Alibi || layer >= static_cast<int>(layers.size())) return std::nullopt;
    const Trace& trace = *look.trace;
    const AttentionLayer& chosen = layers[static_cast<std::size_t>(layer)];
    const auto scaled = stageOf(trace, chosen, Site::ScaledScores), biased = stageOf(trace, chosen, Site::BiasedScores);
    if (!scaled || !biased || head >= chosen.heads) return std::nullopt;
    AlibiFigure figure{.words = chosen.rows};
    figure.hasSimpleSlopes = std::has_single_bit(static_cast<unsigned>(chosen.heads));
    for (int i = 0; i < chosen.heads; ++i) figure.slopes.push_back(alibiSlope(i, chosen.heads));
    const double slope = figure.slopes[static_cast<std::size_t>(head)];
    for (int query = 0; query < chosen.rows; ++query) {
        const auto before = attentionRow(trace, *scaled, Quantity::Value, head, query);
        const auto after = attentionRow(trace, *biased, Quantity::Value, head, query);
        for (int key = 0; key < chosen.columns; ++key) {
            const double bias = -slope * std::abs(query - key);
            const auto place = static_cast<std::size_t>(key);
            figure.bias.push_back(static_cast<float>(bias));
            figure.hidden.push_back(isMaskedAway(trace, chosen, head, query, key) ? 1 : 0);
            const double added = static_cast<double>(after[place]) - static_cast<double>(before[place]);
            figure.largestDifference = std::max(figure.largestDifference, std::abs(added - bias));
        }
    }
    return figure;
}

}  // namespace attentarium
