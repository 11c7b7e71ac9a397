#include "ui/views/pins/pinned_numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/trace/attention_layers.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

/// For the words of this file.
struct Pinned {
    Q_DECLARE_TR_FUNCTIONS(Pinned)
};

QStringList namesAlong(const Pin& pin, int axis) {
    const SiteEntry& entry = entryOf(pin.trace->site(pin.node));
    if (pin.trace->isParameter(pin.node) || axis < 0 || axis >= entry.rank) return {};
    const Axis meaning = entry.axes[static_cast<std::size_t>(axis)];
    if (meaning != Axis::Token && meaning != Axis::KeyToken) return {};
    return SentenceWords(pin.words, pin.source).along(*pin.trace, pin.node, meaning);
}

bool hasHeads(const Pin& pin) {
    return pin.trace->shape(pin.node).rank() == 3;
}

}  // namespace

NumberTable tableOf(const Pin& pin) {
    const Shape shape = pin.trace->shape(pin.node);
    const auto all = pin.quantity == Quantity::Gradient ? pin.trace->gradients(pin.node) : pin.trace->values(pin.node);
    NumberTable table;
    table.columns = static_cast<int>(shape.columns());
    table.rows = static_cast<int>(hasHeads(pin) ? shape[1] : shape.rows());
    const auto count = static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns);
    const std::size_t first = hasHeads(pin) ? count * static_cast<std::size_t>(pin.head) : 0;
    const auto numbers = all.subspan(first, count);
    table.numbers.assign(numbers.begin(), numbers.end());
    if (const auto masked = maskBehind(*pin.trace, pin.node)) {
        const auto mask = pin.trace->values(*masked).subspan(first, count);
        for (std::size_t i = 0; i < count; ++i) {
            if (std::isinf(mask[i])) table.numbers[i] = -std::numeric_limits<double>::infinity();
        }
    }
    // A single row of one number for each word has its words along the top.
    table.rowNames = shape.rank() == 1 ? QStringList() : namesAlong(pin, shape.rank() - 2);
    table.columnNames = namesAlong(pin, shape.rank() - 1);
    return table;
}

std::optional<NumberTable> differenceOf(const NumberTable& left, const NumberTable& right) {
    if (left.rows != right.rows || left.columns != right.columns) return std::nullopt;
    NumberTable difference = left;
    for (std::size_t i = 0; i < difference.numbers.size(); ++i) {
        const bool hidden = std::isinf(left.numbers[i]) || std::isinf(right.numbers[i]);
        difference.numbers[i] = hidden ? -std::numeric_limits<double>::infinity() : left.numbers[i] - right.numbers[i];
    }
    return difference;
}

QString titleOf(const Pin& pin) {
    QString title = titleOf(*pin.trace, pin.node);
    //: %1 is a tensor
    if (pin.quantity == Quantity::Gradient) title = Pinned::tr("gradient of: %1").arg(title);
    const QString place = placeOf(*pin.trace, pin.node);
    if (!place.isEmpty()) title += QStringLiteral(" · ") + place;
    if (hasHeads(pin)) title += QStringLiteral(" · ") + Pinned::tr("head %1").arg(pin.head + 1);
    return title;
}

QString runOf(const Pin& pin) {
    return pin.text + QStringLiteral(" — ") + QDir(pin.model).dirName();
}

}  // namespace attentarium
