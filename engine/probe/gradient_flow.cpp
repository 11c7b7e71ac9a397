#include "engine/probe/gradient_flow.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/parallel.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/objective.h"

namespace attentarium {
namespace {

RecurrentCell cellOf(const Model<double>& model) {
    const Family family = model.config().family;
    expects(family == Family::Rnn || family == Family::Lstm || family == Family::Gru,
            "[gradient flow] needs a recurrent model");
    return family == Family::Rnn    ? RecurrentCell::Rnn
           : family == Family::Lstm ? RecurrentCell::Lstm
                                    : RecurrentCell::Gru;
}

double norm(std::span<const double> numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number * number;
    return std::sqrt(sum);
}

std::string recurrentName(std::int64_t layer) {
    return "layers." + std::to_string(layer) + ".recurrent.weight";
}

/// Of the scopes `layers.N.t.0`, `layers.N.t.1`, …, as they come.
std::vector<double> normsAt(const Tape<double>& tape, Site site, const std::string& layer) {
    std::vector<double> norms;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tape.size()); ++i) {
        const auto& node = tape.node({i});
        if (node.named && node.site == site && tape.nameOf({i}).starts_with(layer)) {
            norms.push_back(norm(tape.gradient({i}).span()));
        }
    }
    return norms;
}

}  // namespace

GradientFlow gradientFlow(const Model<double>& model, std::span<const int> tokens, int target) {
    const bool hasCell = hasCellState(cellOf(model));
    expects(!tokens.empty(), "[gradient flow] needs a token");
    std::vector<int> targets(tokens.size(), kNoTarget);
    targets.back() = target;
    const TrainingBatch batch{.inputs = batchOf(tokens, std::ssize(tokens)), .targets = targets};
    Parallel parallel(1);
    Tape<double> tape(Purpose::Looking, parallel);
    const Losses losses = lossesOf(tape, model, batch, {});
    tape.backward(losses.loss);

    GradientFlow flow;
    flow.loss = tape.value(losses.loss).data[0];
    const std::string layer = "layers." + std::to_string(model.config().layers - 1) + ".t.";
    flow.hidden = normsAt(tape, Site::HiddenState, layer);
    if (hasCell) flow.cell = normsAt(tape, Site::CellState, layer);
    double sum = 0;
    for (std::size_t i = 0; i < model.parameters().size(); ++i) {
        const Var node = tape.parameterNode(i);
        if (node) sum += std::pow(norm(tape.gradient(node).span()), 2);
    }
    flow.parameters = std::sqrt(sum);
    return flow;
}

double spectralRadius(std::span<const double> matrix, std::int64_t n) {
    expects(n >= 1 && std::ssize(matrix) == n * n, "[spectral radius] needs a square matrix");
    constexpr int kSquarings = 40;
    std::vector<double> power(matrix.begin(), matrix.end()), squared(power.size());
    // A^(2^k) = e^logarithm · power, whose norm is 1.
    double logarithm = 0;
    for (int k = 0;; ++k) {
        const double size = norm(power);
        if (size == 0) return 0;
        for (double& number : power) number /= size;
        logarithm += std::log(size);
        if (k == kSquarings) return std::exp(std::ldexp(logarithm, -k));
        std::ranges::fill(squared, 0.0);
        for (std::int64_t row = 0; row < n; ++row) {
            double* const out = squared.data() + row * n;
            for (std::int64_t inner = 0; inner < n; ++inner) {
                const double factor = power[static_cast<std::size_t>(row * n + inner)];
                const double* const right = power.data() + inner * n;
                for (std::int64_t column = 0; column < n; ++column) out[column] += factor * right[column];
            }
        }
        power.swap(squared);
        logarithm *= 2;
    }
}

std::vector<double> recurrentBlock(const Model<double>& model, std::int64_t layer) {
    const RecurrentCell cell = cellOf(model);
    for (std::size_t i = 0; i < model.parameters().size(); ++i) {
        const Parameter<double>& parameter = model.parameters()[i];
        if (parameter.name != recurrentName(layer)) continue;
        const std::int64_t width = parameter.value.shape()[0];
        // The candidate is the third of an LSTM's four blocks and the last of a GRU's three.
        const std::int64_t block = cell == RecurrentCell::Rnn ? 0 : 2;
        std::vector<double> numbers;
        for (std::int64_t row = 0; row < width; ++row) {
            const double* const from = parameter.value.view().row(row) + block * width;
            numbers.insert(numbers.end(), from, from + width);
        }
        return numbers;
    }
    throw LogicError("[gradient flow] the model has no such layer");
}

void setSpectralRadius(Model<double>& model, double radius) {
    for (std::int64_t layer = 0; layer < model.config().layers; ++layer) {
        const std::vector<double> block = recurrentBlock(model, layer);
        const double now = spectralRadius(block, std::lround(std::sqrt(static_cast<double>(block.size()))));
        if (now == 0) continue;
        Parameter<double>* const weights = model.parameters().find(recurrentName(layer));
        for (double& weight : weights->value.mutableView().span()) weight *= radius / now;
    }
}

Decay decayOf(std::span<const double> norms) {
    double count = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
    for (std::size_t i = 0; i < norms.size(); ++i) {
        if (!(norms[i] > 0)) continue;
        const auto back = static_cast<double>(norms.size() - 1 - i);
        const double y = std::log(norms[i]);
        count += 1, sumX += back, sumY += y, sumXX += back * back, sumXY += back * y;
    }
    const double spread = count * sumXX - sumX * sumX;
    if (count < 2 || spread <= 0) return {};
    const double slope = (count * sumXY - sumX * sumY) / spread;
    return {std::exp(slope), slope == 0 ? 0 : std::numbers::ln2 / std::abs(slope), slope > 0};
}

}  // namespace attentarium
