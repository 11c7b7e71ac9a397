#pragma once

#include <cmath>

#include "engine/core/random.h"
#include "engine/trace/trace.h"
#include "tests/support/catch.h"

namespace attentarium::test {

/// What the numbers that go into a cell add up to without their signs: rounding is measured against it.
inline double sizeOf(const Explanation& why) {
    double size = std::abs(why.total);
    if (why.rule == Rule::SumOfProducts || why.rule == Rule::PassThrough || why.rule == Rule::Pointwise) {
        for (const Term& term : why.terms) size += std::abs(term.product());
    }
    if (why.rule == Rule::Normalise) {
        const double deviation = std::sqrt(why.intermediates.variance + why.intermediates.epsilon);
        size += (std::abs(why.terms[0].left->value) + std::abs(why.intermediates.mean)) / deviation *
                    std::abs(why.terms[1].left->value) +
                std::abs(why.terms[2].left->value);
    }
    // An exponent is rounded before e to its power is taken.
    if (why.rule == Rule::Ratio && why.total > 0) {
        size *= 1 + std::abs(why.terms[why.chosen].left->value - why.intermediates.largest);
    }
    // The sum under the logarithm is 1 or more, and rounded.
    if (why.rule == Rule::Surprise) {
        size += 1 + std::abs(why.terms[why.chosen].left->value) + std::abs(why.intermediates.largest);
    }
    return size;
}

inline void checkFactors(const Trace& trace, const Explanation& why) {
    for (const Term& term : why.terms) {
        for (const auto& factor : {term.left, term.right}) {
            if (!factor) continue;
            const auto cells = factor->cell.quantity == Quantity::Value ? trace.values(factor->cell.node)
                                                                        : trace.gradients(factor->cell.node);
            REQUIRE(static_cast<std::size_t>(factor->cell.index) < cells.size());
            // The same number, or both −∞.
            REQUIRE(static_cast<float>(factor->value) == cells[static_cast<std::size_t>(factor->cell.index)]);
        }
    }
}

struct Pick {
    Var node;
    std::int64_t index;
};

inline Pick pick(const Trace& trace, Random& random) {
    const Var node = trace.nodes()[random.below(trace.nodes().size())];
    return {node, static_cast<std::int64_t>(random.below(trace.values(node).size()))};
}

/// Whether an op's slope can be the small difference of far larger numbers, each of them rounded: that of a tanh or a
/// softmax that is nearly sure, for example.
inline bool isSlopeADifference(std::string_view op) {
    for (const std::string_view one : {"gelu", "sigmoid", "silu", "softmax", "tanh"}) {
        if (op == one) return true;
    }
    return false;
}

/// Asks for the reasons of values anywhere and checks that they come to those values.
inline void checkValues(const Trace& trace, Random& random, int cells) {
    for (int i = 0; i < cells; ++i) {
        const auto [node, index] = pick(trace, random);
        const Explanation why = trace.explainValue(node, index);
        const auto cell = static_cast<double>(trace.values(node)[static_cast<std::size_t>(index)]);
        INFO(trace.name(node) << " cell " << index << ": " << why.total << " for " << cell);
        checkFactors(trace, why);
        if (std::isinf(cell)) {
            REQUIRE(why.rule == Rule::Masked);
            REQUIRE(why.total == cell);
        } else {
            // Below 1e-37 float is zero.
            REQUIRE(std::abs(why.total - cell) <= 1e-6 * sizeOf(why) + 1e-37);
        }
    }
}

/// Checks that gradients anywhere are the sums of what their users say they contribute.
inline void checkContributions(const Trace& trace, Random& random, int cells) {
    for (int i = 0; i < cells; ++i) {
        const auto [node, index] = pick(trace, random);
        const auto gradients = trace.gradients(node);
        if (gradients.empty()) continue;
        const auto cell = static_cast<double>(gradients[static_cast<std::size_t>(index)]);
        double total = 0, size = 0;
        for (const Explanation& why : trace.explainGradient(node, index)) {
            checkFactors(trace, why);
            total += why.total;
            size += sizeOf(why);
            if (!isSlopeADifference(trace.op(why.op))) continue;
            for (const Term& term : why.terms) size += std::abs(term.left->value);
        }
        INFO(trace.name(node) << " cell " << index << ": " << total << " for " << cell);
        REQUIRE(std::abs(total - cell) <= 1e-6 * size);
    }
}

}  // namespace attentarium::test
