#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "engine/trace/trace.h"
#include "tests/support/catch.h"

namespace attentarium::test {

/// What an explanation comes to, and the sum of the absolute values of all that was added up on the way.
struct AddedUp {
    double total = 0;
    double size = 0;

    void add(double number) {
        total += number;
        size += std::abs(number);
    }
};

/// Functions of one cell, written down once more from their definitions.
inline AddedUp pointwise(std::string_view op, double x, bool came) {
    const double share = x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
    double y = 0;
    if (op == "gelu") {
        y = x * 0.5 * std::erfc(-x / std::sqrt(2.0));
    } else if (op == "relu") {
        y = std::max(x, 0.0);
    } else if (op == "sigmoid") {
        y = share;
    } else if (op == "silu") {
        y = x * share;
    } else if (op == "tanh") {
        y = std::tanh(x);
    } else if (op == "candidate_losses") {
        const double against = came ? -x : x;
        y = std::max(against, 0.0) + std::log1p(std::exp(-std::abs(x)));
    } else {
        FAIL("no function is known for " << op);
    }
    // Of gelu it is the share Φ(x), a number up to 1, that is rounded.
    return {y, op == "gelu" ? std::abs(x) : std::abs(y)};
}

/// The mean and the variance of the row of `node` in which cell `index` lies.
struct Row {
    Row(const Trace& trace, Var node, std::int64_t index) {
        const std::int64_t width = trace.shape(node)[-1];
        const auto cells = trace.values(node).subspan(static_cast<std::size_t>(index / width * width),
                                                      static_cast<std::size_t>(width));
        for (const float one : cells) {
            mean += static_cast<double>(one) / static_cast<double>(width);
            size += std::abs(static_cast<double>(one)) / static_cast<double>(width);
        }
        for (const float one : cells) {
            const double apart = static_cast<double>(one) - mean;
            variance += apart * apart / static_cast<double>(width);
        }
    }

    double mean = 0;
    double variance = 0;
    double size = 0;  ///< mean of |x|, of which the mean is the sum
};

/// Adds up the terms of `why` by its rule. Of the explanation nothing is taken but the rule and the terms: the mean
/// and the variance of a row are computed anew from the row.
inline AddedUp addedUp(const Trace& trace, const Explanation& why, std::int64_t index) {
    AddedUp sum;
    const auto x = [&](std::size_t term) { return why.terms[term].left->value; };
    switch (why.rule) {
        case Rule::Given:
            // Nothing computed it.
            sum.add(why.total);
            break;
        case Rule::Masked:
            sum.total = -std::numeric_limits<double>::infinity();
            break;
        case Rule::PassThrough:
        case Rule::SumOfProducts:
            for (const Term& term : why.terms) {
                sum.add(term.coefficient * (term.left ? term.left->value : 1) * (term.right ? term.right->value : 1));
            }
            break;
        case Rule::Pointwise: {
            const std::int64_t columns = trace.shape(why.op).rank() > 0 ? trace.shape(why.op)[-1] : 1;
            sum = pointwise(trace.op(why.op), x(0), index % columns == 0);
            break;
        }
        case Rule::Ratio: {
            double largest = x(0), all = 0;
            for (std::size_t k = 0; k < why.terms.size(); ++k) largest = std::max(largest, x(k));
            for (std::size_t k = 0; k < why.terms.size(); ++k) all += std::exp(x(k) - largest);
            sum.total = std::isinf(largest) ? 0 : std::exp(x(why.chosen) - largest) / all;
            // What is rounded in an exponent changes the power by as large a share of it.
            if (sum.total > 0) sum.size = sum.total * (1 + std::abs(x(why.chosen) - largest));
            break;
        }
        case Rule::Surprise: {
            double all = 0;
            for (std::size_t k = 0; k < why.terms.size(); ++k) all += std::exp(x(k));
            sum.add(std::log(all));
            sum.add(-(1 - why.smoothing) * x(why.chosen));
            for (std::size_t k = 0; k < why.terms.size() && why.smoothing > 0; ++k) {
                sum.add(-why.smoothing * x(k) / static_cast<double>(why.terms.size()));
            }
            break;
        }
        case Rule::Normalise: {
            const Cell cell = why.terms[0].left->cell;
            const Row row(trace, cell.node, cell.index);
            const double scale = x(1) / std::sqrt(row.variance + why.intermediates.epsilon);
            sum.add(x(0) * scale);
            sum.add(-row.mean * scale);
            sum.size += (row.size - std::abs(row.mean)) * std::abs(scale);
            sum.add(x(2));
            break;
        }
    }
    return sum;
}

/// What one user contributes to the gradient of a cell of `node`. Where a coefficient is itself a difference, such as
/// 1 − p, and floats round both parts of it, the parts count for the size.
inline AddedUp contributed(const Trace& trace, const Explanation& why, Var node, std::int64_t index) {
    AddedUp sum = addedUp(trace, why, index);
    const std::string_view op = trace.op(why.op);
    const auto inputs = trace.inputs(why.op);
    const auto valueAt = [&](Var of, std::int64_t cell) {
        return static_cast<double>(trace.values(of)[static_cast<std::size_t>(cell)]);
    };
    if (op == "gelu") {
        // dy · (Φ(x) + x · φ(x)), and Φ(x) is rounded as a number up to 1.
        sum.size += std::abs(why.terms[0].left->value);
    } else if (op == "tanh") {
        // dy · (1 − y²)
        const double y = valueAt(why.op, index);
        sum.size = std::abs(why.terms[0].left->value) * (1 + y * y);
    } else if (op == "softmax") {
        // p_i · dy_i − p_i · Σ_k p_k · dy_k
        const double own = valueAt(why.op, index);
        sum.size = 0;
        for (const Term& term : why.terms) {
            const Cell cell = term.left->cell;
            sum.size +=
                own * std::abs(term.left->value) * (valueAt(why.op, cell.index) + (cell.index == index ? 1 : 0));
        }
    } else if (op == "layer_norm" && inputs[1] == node) {
        // Σ dy · (x − mean) / deviation
        sum.size = 0;
        for (const Term& term : why.terms) {
            const std::int64_t cell = term.left->cell.index;
            const Row row(trace, inputs[0], cell);
            sum.size +=
                (std::abs(valueAt(inputs[0], cell)) + row.size) / std::sqrt(row.variance) * std::abs(term.left->value);
        }
    }
    return sum;
}

}  // namespace attentarium::test
