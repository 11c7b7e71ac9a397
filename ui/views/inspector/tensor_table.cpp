#include "ui/views/inspector/tensor_table.h"

#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"

namespace attentarium {

TensorFacts factsOf(std::span<const float> numbers) {
    TensorFacts facts;
    double sum = 0;
    for (const float number : numbers) {
        if (!std::isfinite(number)) {
            ++facts.hidden;
            continue;
        }
        const auto exact = static_cast<double>(number);
        facts.least = facts.finite == 0 ? exact : std::min(facts.least, exact);
        facts.most = facts.finite == 0 ? exact : std::max(facts.most, exact);
        sum += exact;
        ++facts.finite;
    }
    if (facts.finite > 0) facts.mean = sum / static_cast<double>(facts.finite);
    return facts;
}

QString tensorTable(const Trace& trace, Var node, Quantity quantity) {
    const auto numbers = quantity == Quantity::Gradient ? trace.gradients(node) : trace.values(node);
    const Shape shape = trace.shape(node);
    const std::int64_t columns = shape.columns();
    const std::int64_t block = shape.rank() == 3 ? shape[1] * columns : 0;
    QString text;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto next = static_cast<std::int64_t>(i) + 1;
        text += fullNumber(static_cast<double>(numbers[i]));
        text += next % columns == 0 ? QLatin1Char('\n') : QLatin1Char('\t');
        if (block > 0 && next % block == 0 && next < shape.count()) text += QLatin1Char('\n');
    }
    return text;
}

}  // namespace attentarium
