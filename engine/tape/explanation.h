#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/tape/var.h"

namespace attentarium {

/// Which of a node's two tensors: what it holds, or how the loss depends on it.
enum class Quantity { Value, Gradient };

/// One number in a recorded pass.
struct Cell {
    Var node;
    Quantity quantity = Quantity::Value;
    std::int64_t index = 0;  ///< row-major

    bool operator==(const Cell&) const = default;
};

/// A number that a rule used, and the cell it was read from.
struct Factor {
    Cell cell;
    double value = 0;
};

/// One product in a sum: coefficient · left · right, where an absent factor counts as 1.
struct Term {
    double coefficient = 1;
    std::optional<Factor> left = {};
    std::optional<Factor> right = {};

    double product() const { return coefficient * (left ? left->value : 1) * (right ? right->value : 1); }
};

/// How a number follows from the numbers before it.
enum class Rule {
    Given,          ///< nothing computed it: a parameter, or the gradient of the loss with respect to itself
    PassThrough,    ///< the same number, from one cell
    SumOfProducts,  ///< Σ coefficient · left · right
    Ratio,          ///< e^(x_chosen − largest) / Σ e^(x_k − largest), the terms' left factors being the x_k
    Normalise,      ///< (x − mean) / √(variance + ε) · gain + bias, the terms being x, gain and bias
    Pointwise,      ///< a function of one cell
    Surprise,       ///< log Σ e^(x_k) − (1 − ε) · x_chosen − ε · mean x_k: the cost of the word that came
    Masked,         ///< hidden by the mask
};

/// Numbers on the way to the total that are in no cell.
struct Intermediates {
    double mean = 0;
    double variance = 0;
    double epsilon = 0;
    double largest = 0;      ///< the maximum that is subtracted before e^x
    double denominator = 0;  ///< Σ e^(x_k − largest)
};

/// Why one cell holds what it holds, or what one user of a tensor contributes to its gradient.
struct Explanation {
    Explanation() = default;
    Explanation(Var answering, Rule how) : op(answering), rule(how) {}

    Var op;  ///< the node whose op answers
    Rule rule = Rule::Given;
    std::vector<Term> terms;
    std::size_t chosen = 0;  ///< the term in the numerator, for `Ratio` and `Surprise`
    double smoothing = 0;    ///< ε of `Surprise`: the share of the target that is spread over all words
    Intermediates intermediates;
    double total = 0;  ///< recomputed in double from the terms, unrounded
};

/// Fills `total` from the terms by the rule; `Pointwise` and `Given` keep the total they have.
void computeTotal(Explanation& explanation);

}  // namespace attentarium
