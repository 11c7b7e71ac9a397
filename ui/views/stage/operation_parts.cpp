#include "ui/views/stage/operation_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

constexpr std::size_t kMostInputs = 3;  ///< in one line
constexpr std::size_t kMostTerms = 4;   ///< of a sum that is written out

bool isNamed(const Trace& trace, Var node) {
    return std::ranges::find(trace.nodes(), node) != trace.nodes().end();
}

/// Inputs without a name are stood in for by what they were made from.
void addInputs(const Trace& trace, Var node, std::vector<Var>& all) {
    for (const Var input : trace.inputs(node)) {
        if (!input || std::ranges::find(all, input) != all.end()) continue;
        if (isNamed(trace, input) || trace.op(input).empty()) {
            if (trace.shape(input).count() > 0) all.push_back(input);
        } else {
            addInputs(trace, input, all);
        }
    }
}

QString written(const Factor& factor) {
    return shortNumber(factor.value);
}

QString written(const Term& term) {
    QStringList factors;
    if (term.coefficient != 1 || (!term.left && !term.right)) factors.append(shortNumber(term.coefficient));
    if (term.left) factors.append(written(*term.left));
    if (term.right) factors.append(written(*term.right));
    return factors.join(QStringLiteral(" · "));
}

/// The terms that say most, in their order.
QString sumText(const Explanation& why) {
    std::vector<std::size_t> order(why.terms.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return std::abs(why.terms[i].product()); });
    order.resize(std::min(order.size(), kMostTerms));
    std::ranges::sort(order);
    QStringList parts;
    for (const std::size_t i : order) parts.append(written(why.terms[i]));
    QString text = parts.join(QStringLiteral(" + "));
    if (why.terms.size() > order.size()) {
        text += QStringLiteral(" + … ") + StageScene::tr("(%1 products)").arg(why.terms.size());
    }
    return text;
}

QString ruleText(const Explanation& why) {
    const QString total = QStringLiteral(" = ") + shortNumber(why.total);
    const Intermediates& own = why.intermediates;
    const auto value = [&](std::size_t i) {
        return i < why.terms.size() && why.terms[i].left ? written(*why.terms[i].left) : shortNumber(0);
    };
    switch (why.rule) {
        case Rule::SumOfProducts:
        case Rule::PassThrough:
            return sumText(why) + total;
        case Rule::Ratio:
            return QStringLiteral("e^(%1 − %2) / %3")
                       .arg(value(why.chosen), shortNumber(own.largest), shortNumber(own.denominator)) +
                   total;
        case Rule::Normalise:
            return QStringLiteral("(%1 − %2) / √(%3 + %4)")
                       .arg(value(0), shortNumber(own.mean), shortNumber(own.variance), shortNumber(own.epsilon)) +
                   QStringLiteral(" · ") + value(1) +
                   (why.terms.size() > 2 ? QStringLiteral(" + ") + value(2) : QString()) + total;
        case Rule::Pointwise:
            return QStringLiteral("f(%1)").arg(value(0)) + total;
        case Rule::Surprise:
            return QStringLiteral("−log p") + total;
        case Rule::Masked:
            return StageScene::tr("hidden by the mask");
        case Rule::Given:
            break;
    }
    return shortNumber(why.total);
}

}  // namespace

std::vector<std::vector<Var>> inputGroups(const StageScene& scene, Var node) {
    std::vector<Var> all;
    addInputs(scene.trace(), node, all);
    std::vector<std::vector<Var>> groups;
    const std::string_view op = scene.trace().op(node);
    // Products with their weights and biases stand in a line each.
    const std::size_t perLine = op == "gate_sums" ? 3 : std::max<std::size_t>(kMostInputs, (all.size() + 1) / 2);
    for (const Var input : all) {
        if (groups.size() == 3) break;
        if (groups.empty() || groups.back().size() == perLine) groups.emplace_back();
        groups.back().push_back(input);
    }
    return groups;
}

FigureSpec::Extent extentBeside(const StageScene& scene, Var node, Var forOp) {
    const Trace& trace = scene.trace();
    if (trace.isParameter(node)) return FigureSpec::Extent::Whole;
    const auto headed = [&](Var each) {
        return !trace.isParameter(each) && (isAttention(trace.site(each)) || trace.site(each) == Site::WeightedValues);
    };
    if (headed(node)) return FigureSpec::Extent::HeadMatrix;
    const bool reads =
        trace.shape(node).rank() == 2 && headed(forOp) && !trace.timeOf(forOp) && trace.shape(forOp)[0] > 1;
    return reads ? FigureSpec::Extent::HeadColumns : FigureSpec::Extent::Whole;
}

QString signOf(std::string_view op, std::size_t input) {
    if (op == "linear" || op == "gate_sums") return input % 3 == 0 ? QStringLiteral("·") : QStringLiteral("+");
    if (op == "weighted_values" || op == "candidate_scores" || op == "alignment_scores") return QStringLiteral("·");
    if (op == "attention_scores") return QStringLiteral("·ᵀ");
    if (op == "multiply") return QStringLiteral("⊙");
    if (op == "add" || op == "alignment_sums") return QStringLiteral("+");
    return QStringLiteral(",");
}

QString arrowOf(std::string_view op) {
    for (const std::string_view plain : {"linear", "gate_sums", "weighted_values", "attention_scores", "multiply",
                                         "add", "candidate_scores", "alignment_scores", "alignment_sums"}) {
        if (op == plain) return QStringLiteral("=");
    }
    return QString::fromUtf8(op.data(), static_cast<qsizetype>(op.size())).replace(QLatin1Char('_'), QLatin1Char(' ')) +
           QStringLiteral(" →");
}

QString backwardSign(std::string_view op) {
    const bool product = op == "linear" || op == "gate_sums" || op == "weighted_values" || op == "attention_scores" ||
                         op == "candidate_scores" || op == "alignment_scores";
    return product ? QStringLiteral("·") : QStringLiteral("⊙");
}

std::optional<Var> otherFactor(const StageScene& scene, Var node, Var user) {
    // At the cell to which this user adds most, so that no factor is a part of the tensor that it does not reach.
    std::int64_t cell = 0;
    for (const Contribution& each : scene.reading().contributionsTo(node)) {
        if (each.user != user) continue;
        const auto size = [](float number) { return std::isfinite(number) ? std::abs(number) : -1; };
        cell = std::ranges::max_element(each.numbers, {}, size) - each.numbers.begin();
    }
    std::optional<Var> largest;
    for (const Explanation& why : scene.trace().explainGradient(node, cell)) {
        if (why.op != user) continue;
        for (const Term& term : why.terms) {
            for (const auto& factor : {term.left, term.right}) {
                if (!factor || factor->cell.quantity != Quantity::Value) continue;
                const Var other = factor->cell.node;
                const auto count = [&](Var each) { return scene.trace().shape(each).count(); };
                if (!largest || count(other) > count(*largest)) largest = other;
            }
        }
    }
    return largest;
}

std::vector<Var> makersOf(const StageScene& scene, Var node) {
    std::vector<Var> makers;
    for (const Var source : scene.map().sourcesOf(node)) {
        if (scene.trace().shape(source).rank() > 0) makers.push_back(source);
    }
    return makers;
}

std::vector<Var> readersOf(const StageScene& scene, Var node) {
    std::vector<Var> readers;
    const Trace& trace = scene.trace();
    for (Var user : trace.users(node)) {
        while (!isNamed(trace, user) && !trace.users(user).empty()) user = trace.users(user).front();
        if (std::ranges::find(readers, user) == readers.end() && isNamed(trace, user)) readers.push_back(user);
    }
    return readers;
}

QString arithmeticOf(const StageScene& scene, Var node, bool gradient) {
    const Trace& trace = scene.trace();
    const Quantity quantity = gradient ? Quantity::Gradient : Quantity::Value;
    if ((gradient ? trace.gradients(node) : trace.values(node)).empty()) return {};
    const std::int64_t cell = scene.reading().cellInQuestion(node, quantity);
    QStringList parts;
    if (gradient) {
        for (const Explanation& why : trace.explainGradient(node, cell)) {
            // Of very many only those that say something.
            if (parts.size() < 3 && (why.total != 0 || trace.users(node).size() < 3)) parts.append(ruleText(why));
        }
    } else {
        parts.append(ruleText(trace.explainValue(node, cell)));
    }
    // One number alone has no place.
    const QString place = scene.placeText(node, cell);
    return (place.isEmpty() ? QString() : place + QStringLiteral(":  ")) + parts.join(QStringLiteral("   +   "));
}

}  // namespace attentarium
