#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/models/model.h"

namespace attentarium {

/// How the loss of the last word of a text depends on what a recurrent network held at each step before it.
struct GradientFlow {
    std::vector<double> hidden;  ///< |dL/dh_t| of the last layer, a number for each step, the first step first
    std::vector<double> cell;    ///< |dL/dc_t| of the same, of an LSTM; else empty
    double parameters = 0;       ///< the norm of the gradient of all parameters together, which clipping looks at
    double loss = 0;             ///< −log of the probability of the last word, in nats

    bool operator==(const GradientFlow&) const = default;
};

/// Runs a model of the families rnn, lstm or gru on `tokens` and back from the loss of `target`, which the last of them
/// is to predict; no other word counts. In double: after 100 steps a gradient may be smaller than any float.
/// Throws `LogicError` for another family, no tokens, or more of them than the context.
GradientFlow gradientFlow(const Model<double>& model, std::span<const int> tokens, int target);

/// The largest absolute value among the eigenvalues of a square matrix, row-major [n, n]: lim |A^k|^(1/k) (Gelfand),
/// by squaring, which unlike a power iteration does not mind eigenvalues that are complex or equal in size.
double spectralRadius(std::span<const double> matrix, std::int64_t n);

/// The block of the recurrent weights U [width, gates · width] of layer `layer` that takes part in what the state is to
/// be: all of U of an RNN, the candidate's columns of an LSTM or a GRU; [width, width].
std::vector<double> recurrentBlock(const Model<double>& model, std::int64_t layer = 0);

/// Multiplies all recurrent weights of all layers by one factor for each layer, so that its `recurrentBlock` has this
/// spectral radius. A block whose eigenvalues are all 0 stays as it is.
void setSpectralRadius(Model<double>& model, double radius);

/// How a row of norms falls, or grows, with each step back from its end.
struct Decay {
    double factor = 1;    ///< by which one step back multiplies, by least squares of the logarithms
    double halfLife = 0;  ///< steps after which half is left, or, where it grows, after which it has doubled
    bool grows = false;
};

/// Of `norms`, the last being the one nearest to the loss; norms that are 0 are left out. With fewer than two that are
/// not, a factor of 1 and a half-life of 0.
Decay decayOf(std::span<const double> norms);

}  // namespace attentarium
