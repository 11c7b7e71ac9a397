#include "engine/nn/recurrent_stack.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/ops/dropout.h"
#include "engine/ops/join_features.h"

namespace attentarium {

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
RecurrentResult RecurrentStack<Scalar>::operator()(Tape<Scalar>& tape, Var x, const RecurrentRun& run) const {
    RecurrentResult result;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (i > 0) x = dropout(tape, x);
        const Scope scope(tape, "layers", static_cast<int>(i));
        const RecurrentStates states = recurrentLayer(tape, x, m_layers[i](tape), run.begin[i],
                                                      {m_cell, false, run.lengths, run.firstTime}, run.wantsEnd);
        x = tape.shape(x).rank() == 2 ? states.hidden : tape.named(states.hidden, Site::HiddenStates);
        result.end[i] = states.end;
    }
    result.hidden = x;
    return result;
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
RecurrentResult BidirectionalStack<Scalar>::operator()(Tape<Scalar>& tape, Var x, const RecurrentRun& run) const {
    RecurrentResult result;
    for (std::size_t i = 0; i < m_forward.size(); ++i) {
        if (i > 0) x = dropout(tape, x);
        const auto direction = [&](const RecurrentParameters<Scalar>& parameters, bool reversed) {
            const Scope scope(tape, "layers", static_cast<int>(i));
            RecurrentStates states = recurrentLayer(tape, x, parameters(tape), {},
                                                    {m_cell, reversed, run.lengths, run.firstTime}, run.wantsEnd);
            tape.named(states.hidden, Site::HiddenStates);
            return states;
        };
        const RecurrentStates ahead = direction(m_forward[i], false);
        const RecurrentStates back = [&] {
            const Scope scope(tape, "backward");
            return direction(m_backward[i], true);
        }();
        const Scope scope(tape, "layers", static_cast<int>(i));
        x = tape.named(joinFeatures(tape, ahead.hidden, back.hidden), Site::JoinedDirections);
        if (!run.wantsEnd) continue;
        result.end[i].hidden = tape.named(joinFeatures(tape, ahead.end.hidden, back.end.hidden), Site::JoinedHidden);
        if (!ahead.end.cell) continue;
        result.end[i].cell = tape.named(joinFeatures(tape, ahead.end.cell, back.end.cell), Site::JoinedCell);
    }
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
