#include "engine/nn/recurrent_stack.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/dropout.h"
#include "engine/ops/embedding.h"
#include "engine/ops/join_features.h"

namespace attentarium {
namespace {

/// Whether it pays to multiply the words of the vocabulary instead of the tokens.
template <typename Scalar>
bool hasFewWords(const Tape<Scalar>& tape, const EmbeddedTokens& tokens) {
    return tape.purpose() == Purpose::Training && 2 * tape.shape(tokens.matrix)[0] <= std::ssize(tokens.ids);
}

template <typename Scalar>
Var embedded(Tape<Scalar>& tape, const EmbeddedTokens& tokens) {
    return tape.named(embedding(tape, tokens.matrix, tokens.ids, {tokens.texts, tokens.length()}),
                      Site::TokenEmbedding);
}

}  // namespace

template <typename Scalar>
RecurrentParameters<Scalar>::RecurrentParameters(ParameterSet<Scalar>& parameters, const std::string& name,
                                                 RecurrentCell cell, std::int64_t in, std::int64_t width)
    : m_cell(cell),
      m_input(&parameters.add(name + ".input.weight", {in, gatesOf(cell) * width}, true)),
      m_inputBias(&parameters.add(name + ".input.bias", {gatesOf(cell) * width}, false)),
      m_recurrent(&parameters.add(name + ".recurrent.weight", {width, gatesOf(cell) * width}, true)),
      m_recurrentBias(&parameters.add(name + ".recurrent.bias", {gatesOf(cell) * width}, false)) {}

template <typename Scalar>
void RecurrentParameters<Scalar>::initialise(Random& random) {
    const std::int64_t width = m_recurrent->value.shape()[0];
    // A uniform number in ±a deviates by a / √3; PyTorch's a is 1 / √width.
    const double deviation = 1 / std::sqrt(3.0 * static_cast<double>(width));
    fillNormal(*m_input, random, deviation);
    fillNormal(*m_recurrent, random, deviation);
    fillConstant(*m_inputBias, 0);
    fillConstant(*m_recurrentBias, 0);
    if (m_cell == RecurrentCell::Lstm) {
        constexpr std::int64_t kForget = 1;
        std::fill_n(m_inputBias->value.mutableView().data + kForget * width, width, Scalar{1});
    }
}

template <typename Scalar>
RecurrentWeights RecurrentParameters<Scalar>::operator()(Tape<Scalar>& tape) const {
    return {tape.parameter(*m_input), tape.parameter(*m_inputBias), tape.parameter(*m_recurrent),
            tape.parameter(*m_recurrentBias)};
}

template <typename Scalar>
RecurrentStack<Scalar>::RecurrentStack(ParameterSet<Scalar>& parameters, const std::string& prefix, RecurrentCell cell,
                                       std::int64_t in, std::int64_t width, std::int64_t layers)
    : m_cell(cell) {
    expects(layers >= 1 && layers <= static_cast<std::int64_t>(kMostRecurrentLayers),
            "[recurrent stack] needs one to four layers");
    for (std::int64_t i = 0; i < layers; ++i) {
        m_layers.emplace_back(parameters, prefix + "layers." + std::to_string(i), cell, i == 0 ? in : width, width);
    }
}

template <typename Scalar>
void RecurrentStack<Scalar>::initialise(Random& random) {
    for (auto& layer : m_layers) layer.initialise(random);
}

template <typename Scalar>
template <typename Input>
Var RecurrentStack<Scalar>::layer(Tape<Scalar>& tape, const Input& x, std::size_t number, const RecurrentRun& run,
                                  RecurrentResult& result) const {
    const Scope scope(tape, "layers", static_cast<int>(number));
    const RecurrentStates states = recurrentLayer(tape, x, m_layers[number](tape), run.begin[number],
                                                  {m_cell, false, run.lengths, run.firstTime}, run.wantsEnd);
    result.end[number] = states.end;
    // One time step has its name already.
    return tape.shape(states.hidden).rank() == 2 ? states.hidden : tape.named(states.hidden, Site::HiddenStates);
}

template <typename Scalar>
RecurrentResult RecurrentStack<Scalar>::from(Tape<Scalar>& tape, Var x, std::size_t number, const RecurrentRun& run,
                                             RecurrentResult result) const {
    for (; number < m_layers.size(); ++number) {
        if (number > 0) x = dropout(tape, x);
        x = layer(tape, x, number, run, result);
    }
    result.hidden = x;
    return result;
}

template <typename Scalar>
RecurrentResult RecurrentStack<Scalar>::operator()(Tape<Scalar>& tape, Var x, const RecurrentRun& run) const {
    return from(tape, x, 0, run, {});
}

template <typename Scalar>
RecurrentResult RecurrentStack<Scalar>::operator()(Tape<Scalar>& tape, const EmbeddedTokens& tokens,
                                                   const RecurrentRun& run) const {
    if (!hasFewWords(tape, tokens)) return from(tape, embedded(tape, tokens), 0, run, {});
    RecurrentResult result;
    const Var x = layer(tape, tokens, 0, run, result);
    return from(tape, x, 1, run, result);
}

template <typename Scalar>
BidirectionalStack<Scalar>::BidirectionalStack(ParameterSet<Scalar>& parameters, const std::string& prefix,
                                               RecurrentCell cell, std::int64_t width, std::int64_t layers)
    : m_cell(cell) {
    expects(layers >= 1 && layers <= static_cast<std::int64_t>(kMostRecurrentLayers),
            "[recurrent stack] needs one to four layers");
    for (std::int64_t i = 0; i < layers; ++i) {
        const std::string name = "layers." + std::to_string(i);
        const std::int64_t in = i == 0 ? width : 2 * width;
        m_forward.emplace_back(parameters, prefix + name, cell, in, width);
        m_backward.emplace_back(parameters, prefix + "backward." + name, cell, in, width);
    }
}

template <typename Scalar>
void BidirectionalStack<Scalar>::initialise(Random& random) {
    for (auto& layer : m_forward) layer.initialise(random);
    for (auto& layer : m_backward) layer.initialise(random);
}

template <typename Scalar>
template <typename Input>
Var BidirectionalStack<Scalar>::layer(Tape<Scalar>& tape, const Input& x, std::size_t number, const RecurrentRun& run,
                                      RecurrentResult& result) const {
    const auto direction = [&](const RecurrentParameters<Scalar>& parameters, bool reversed) {
        const Scope scope(tape, "layers", static_cast<int>(number));
        RecurrentStates states =
            recurrentLayer(tape, x, parameters(tape), {}, {m_cell, reversed, run.lengths, run.firstTime}, run.wantsEnd);
        tape.named(states.hidden, Site::HiddenStates);
        return states;
    };
    const RecurrentStates ahead = direction(m_forward[number], false);
    const RecurrentStates back = [&] {
        const Scope scope(tape, "backward");
        return direction(m_backward[number], true);
    }();
    const Scope scope(tape, "layers", static_cast<int>(number));
    if (run.wantsEnd) {
        RecurrentState& end = result.end[number];
        end.hidden = tape.named(joinFeatures(tape, ahead.end.hidden, back.end.hidden), Site::JoinedHidden);
        if (ahead.end.cell) end.cell = tape.named(joinFeatures(tape, ahead.end.cell, back.end.cell), Site::JoinedCell);
    }
    return tape.named(joinFeatures(tape, ahead.hidden, back.hidden), Site::JoinedDirections);
}

template <typename Scalar>
RecurrentResult BidirectionalStack<Scalar>::operator()(Tape<Scalar>& tape, const EmbeddedTokens& tokens,
                                                       const RecurrentRun& run) const {
    RecurrentResult result;
    Var x = hasFewWords(tape, tokens) ? layer(tape, tokens, 0, run, result)
                                      : layer(tape, embedded(tape, tokens), 0, run, result);
    for (std::size_t i = 1; i < m_forward.size(); ++i) x = layer(tape, dropout(tape, x), i, run, result);
    result.hidden = x;
    return result;
}

template class RecurrentParameters<float>;
template class RecurrentParameters<double>;
template class RecurrentStack<float>;
template class RecurrentStack<double>;
template class BidirectionalStack<float>;
template class BidirectionalStack<double>;

}  // namespace attentarium
