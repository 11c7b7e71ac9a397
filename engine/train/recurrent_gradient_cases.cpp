#include "engine/train/recurrent_gradient_cases.h"

#include <array>

#include "engine/ops/alignment_scores.h"
#include "engine/ops/alignment_sums.h"
#include "engine/ops/blend.h"
#include "engine/ops/carry_over.h"
#include "engine/ops/gate_sums.h"
#include "engine/ops/join_features.h"
#include "engine/ops/multiply.h"
#include "engine/ops/recurrent_layer.h"
#include "engine/ops/select_time.h"
#include "engine/ops/sigmoid.h"
#include "engine/ops/stack_times.h"
#include "engine/ops/start_state.h"
#include "engine/ops/tanh.h"

namespace attentarium {
namespace {

using Leaves = std::span<const Var>;
using DoubleTape = Tape<double>;

void addSmallOps(GradientCaseList& list) {
    list.addEach("sigmoid", {{{1}}, {{3, 5}}, {{2, 3, 4}}},
                 [](DoubleTape& tape, Leaves x) { return sigmoid(tape, x[0]); });
    list.addEach("tanh", {{{1}}, {{3, 5}}, {{2, 3, 4}}}, [](DoubleTape& tape, Leaves x) { return tanh(tape, x[0]); });
    list.addEach("blend", {{{1}, {1}, {1}}, {{2, 3}, {2, 3}, {2, 3}}, {{2, 3, 2}, {2, 3, 2}, {2, 3, 2}}},
                 [](DoubleTape& tape, Leaves x) { return blend(tape, x[0], x[1], x[2]); });
    for (const std::int64_t length : {1, 2, 5}) {
        list.add("select_time", {{2, length, 3}},
                 [length](DoubleTape& tape, Leaves x) { return selectTime(tape, x[0], length / 2); });
        list.add(
            "stack_times", {{2, 3}, {2, 3}},
            [length](DoubleTape& tape, Leaves x) {
                std::vector<Var> steps;
                for (std::int64_t i = 0; i < length; ++i) steps.push_back(x[static_cast<std::size_t>(i % 2)]);
                return stackTimes<double>(tape, steps);
            },
            ", " + std::to_string(length) + " in all");
        list.add("start_state", {{1, length}}, [length](DoubleTape& tape, Leaves x) {
            return multiply(tape, x[0], startState(tape, {1, length}));
        });
    }
    for (const std::int64_t time : {0, 1, 3}) {
        list.add(
            "carry_over", {{3, 2}, {3, 2}},
            [time](DoubleTape& tape, Leaves x) {
                constexpr std::array<std::int64_t, 3> kLengths{1, 3, 2};
                return carryOver(tape, x[0], x[1], kLengths, time);
            },
            ", time " + std::to_string(time));
    }
}

void addAlignment(GradientCaseList& list) {
    list.addEach("join_features", {{{1}, {1}}, {{2, 3}, {2, 1}}, {{2, 1, 2}, {2, 1, 5}}},
                 [](DoubleTape& tape, Leaves x) { return joinFeatures(tape, x[0], x[1]); });
    list.addEach("join_features", {{{2, 3}}},
                 [](DoubleTape& tape, Leaves x) { return joinFeatures(tape, x[0], x[0]); });
    list.addEach("alignment_sums", {{{1, 1, 1}, {1, 1, 1}}, {{2, 3, 2}, {2, 4, 2}}, {{2, 3}, {2, 4, 3}}},
                 [](DoubleTape& tape, Leaves x) { return alignmentSums(tape, x[0], x[1]); });
    list.addEach("alignment_scores", {{{1, 1, 1, 1}, {1}}, {{2, 1, 3, 4}, {4}}, {{2, 3, 2, 19}, {19}}},
                 [](DoubleTape& tape, Leaves x) { return alignmentScores(tape, x[0], x[1]); });
}

void addGateSums(GradientCaseList& list) {
    const auto first = [](std::int64_t from, std::int64_t count) {
        return [from, count](DoubleTape& tape, Leaves x) {
            std::vector<GatePart> parts;
            for (std::size_t i = 0; i < x.size(); i += 3) parts.push_back({x[i], x[i + 1], x[i + 2]});
            return gateSums<double>(tape, parts, from, count);
        };
    };
    list.add("gate_sums", {{1, 1}, {1, 1}, {1}}, first(0, 1));
    list.add("gate_sums", {{2, 3}, {3, 8}, {8}}, first(2, 4), ", columns 2 to 5");
    list.add("gate_sums", {{2, 3}, {3, 8}, {8}, {2, 2}, {2, 8}, {8}}, first(4, 4), ", the last 4 columns");
    list.add("gate_sums", {{7, 19}, {19, 40}, {40}, {7, 20}, {20, 40}, {40}}, first(20, 20), ", the last 20 columns");
}

/// Everything a layer has to say: the hidden states of all times, then the states at the end.
Var everything(DoubleTape& tape, const RecurrentStates& states) {
    std::vector<Var> rows;
    for (std::int64_t t = 0; t < tape.shape(states.hidden)[1]; ++t) rows.push_back(selectTime(tape, states.hidden, t));
    rows.push_back(states.end.hidden);
    if (states.end.cell) rows.push_back(states.end.cell);
    return stackTimes<double>(tape, rows);
}

void addLayers(GradientCaseList& list) {
    struct Sizes {
        std::int64_t texts, length, in, width;
        std::vector<std::int64_t> lengths;
        bool begins;  ///< from given states
    };
    // The last has several pieces and rows for every way through the packed product.
    const std::vector<Sizes> all{{1, 1, 1, 1, {}, false},
                                 {2, 3, 2, 3, {}, true},
                                 {3, 4, 3, 2, {2, 4, 1}, true},
                                 {13, 3, 2, 5, {3, 1, 2, 3, 3, 1, 2, 2, 3, 1, 3, 2, 3}, false}};
    for (const RecurrentCell cell : {RecurrentCell::Rnn, RecurrentCell::Lstm, RecurrentCell::Gru}) {
        constexpr std::array kNames{"rnn", "lstm", "gru"};
        for (const auto& [texts, length, in, width, lengths, begins] : all) {
            for (const bool reversed : {false, true}) {
                const std::int64_t columns = gatesOf(cell) * width;
                std::vector<Shape> shapes{{texts, length, in}, {in, columns}, {columns}, {width, columns}, {columns}};
                if (begins) shapes.insert(shapes.end(), hasCellState(cell) ? 2 : 1, Shape{texts, width});
                const auto recording = [cell, reversed, lengths = lengths](DoubleTape& tape, Leaves x) {
                    RecurrentState begin;
                    if (x.size() > 5) begin.hidden = x[5];
                    if (x.size() > 6) begin.cell = x[6];
                    return everything(tape, recurrentLayer(tape, x[0], {x[1], x[2], x[3], x[4]}, begin,
                                                           {cell, reversed, lengths}, true));
                };
                const std::string note = std::string(", ") + kNames[static_cast<std::size_t>(cell)] +
                                         (reversed ? ", reversed" : "") + (lengths.empty() ? "" : ", padded");
                list.add("recurrent_layer", shapes, recording, note + ", in one op", Purpose::Training);
                list.add("recurrent_layer", shapes, recording, note + ", step by step");
                const auto ofTokens = [cell, reversed, lengths = lengths, texts = texts, length = length](
                                          DoubleTape& tape, Leaves x) {
                    RecurrentState begin;
                    if (x.size() > 5) begin.hidden = x[5];
                    if (x.size() > 6) begin.cell = x[6];
                    std::vector<int> ids;
                    for (std::int64_t i = 0; i < texts * length; ++i) ids.push_back(static_cast<int>(i * i % 4));
                    return everything(
                        tape, recurrentLayer(tape, EmbeddedTokens{x[0], ids, texts}, {x[1], x[2], x[3], x[4]}, begin,
                                             {cell, reversed, lengths}, true));
                };
                shapes[0] = Shape{4, in};
                list.add("recurrent_layer", shapes, ofTokens, note + ", tokens, in one op", Purpose::Training);
            }
        }
    }
}

}  // namespace

void addRecurrentOps(GradientCaseList& list) {
    addSmallOps(list);
    addAlignment(list);
    addGateSums(list);
    addLayers(list);
}

void addRecurrentModels(GradientCaseList& list) {
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) {
        ModelConfig config = defaultConfig(family);
        config.width = 3;
        config.vocabulary = 5;
        config.layers = 2;
        list.addModel(config, 3, 4, Purpose::Training, "2 layers, 3 padded texts of 4 tokens");
        list.addModel(config, 1, 3, Purpose::Looking, "2 layers, looked at, 3 tokens");
        config.layers = 1;
        list.addModel(config, 1, 1, Purpose::Training, "1 token");
    }
    for (const RecurrentCell cell : {RecurrentCell::Rnn, RecurrentCell::Lstm, RecurrentCell::Gru}) {
        for (const Alignment alignment : {Alignment::None, Alignment::Additive, Alignment::Dot, Alignment::General}) {
            ModelConfig config = defaultConfig(Family::Seq2Seq);
            config.width = 3;
            config.vocabulary = 5;
            config.cell = cell;
            config.alignment = alignment;
            config.bidirectional = (static_cast<int>(cell) + static_cast<int>(alignment)) % 2 == 1;
            config.layers = cell == RecurrentCell::Lstm ? 2 : 1;
            const std::string note = std::string(nameOf(cell)) + ", attention " + std::string(nameOf(alignment)) +
                                     (config.bidirectional ? ", both directions" : "");
            list.addModel(config, 3, 2, Purpose::Training, note + ", 3 padded texts");
            list.addModel(config, 1, 2, Purpose::Looking, note + ", looked at");
        }
    }
}

}  // namespace attentarium
