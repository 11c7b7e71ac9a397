#include "engine/tape/explanation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attentarium {
namespace {

void sumExponentials(Explanation& explanation) {
    Intermediates& numbers = explanation.intermediates;
    numbers.largest = -std::numeric_limits<double>::infinity();
    for (const Term& term : explanation.terms) numbers.largest = std::max(numbers.largest, term.left->value);
    numbers.denominator = 0;
    if (std::isinf(numbers.largest)) return;
    for (const Term& term : explanation.terms) numbers.denominator += std::exp(term.left->value - numbers.largest);
}

}  // namespace

void computeTotal(Explanation& explanation) {
    Intermediates& numbers = explanation.intermediates;
    switch (explanation.rule) {
        case Rule::Given:
        case Rule::Pointwise:
            break;
        case Rule::Masked:
            explanation.total = -std::numeric_limits<double>::infinity();
            break;
        case Rule::PassThrough:
        case Rule::SumOfProducts:
            explanation.total = 0;
            for (const Term& term : explanation.terms) explanation.total += term.product();
            break;
        case Rule::Ratio:
            sumExponentials(explanation);
            // A row hidden throughout has no largest score; its weights are zero.
            explanation.total = std::isinf(numbers.largest)
                                    ? 0
                                    : std::exp(explanation.terms[explanation.chosen].left->value - numbers.largest) /
                                          numbers.denominator;
            break;
        case Rule::Surprise:
            sumExponentials(explanation);
            numbers.mean = 0;
            for (const Term& term : explanation.terms) numbers.mean += term.left->value;
            numbers.mean /= static_cast<double>(explanation.terms.size());
            explanation.total = numbers.largest + std::log(numbers.denominator) -
                                (1 - explanation.smoothing) * explanation.terms[explanation.chosen].left->value -
                                explanation.smoothing * numbers.mean;
            break;
        case Rule::Normalise: {
            const double deviation = std::sqrt(numbers.variance + numbers.epsilon);
            explanation.total =
                (explanation.terms[0].left->value - numbers.mean) / deviation * explanation.terms[1].left->value +
                explanation.terms[2].left->value;
            break;
        }
    }
}

}  // namespace attentarium
