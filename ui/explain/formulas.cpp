#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "ui/explain/contribution_words.h"
#include "ui/explain/numbers.h"
#include "ui/explain/op_formulas.h"
#include "ui/explain/parameter_words.h"
#include "ui/explain/site_words.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct Formulas {
    Q_DECLARE_TR_FUNCTIONS(Formulas)
};

QString rightSideOf(const Trace& trace, Var node);

bool isNamed(const Trace& trace, Var node) {
    return trace.isParameter(node) || std::ranges::find(trace.nodes(), node) != trace.nodes().end();
}

/// A letter that says at which time step, seen from that of `now`: `hₜ`, `hₜ₋₁`.
QString inTime(const Trace& trace, const QString& symbol, Var node, Var now) {
    const auto time = trace.timeOf(node), here = trace.timeOf(now);
    if (!time) return symbol;
    const int away = here ? *time - *here : 0;
    const QString place = symbol + QChar(0x209C);
    if (away == 0) return place;
    return place + (away < 0 ? QChar(0x208B) : QChar(0x208A)) + QChar(0x2080 + std::min(9, std::abs(away)));
}

/// What a formula calls a tensor; `now` is the value whose formula it is. What has no name stands as it was computed.
QString symbolOf(const Trace& trace, Var node, Var now) {
    if (trace.isParameter(node)) return parameterSymbol(trace.name(node));
    if (isNamed(trace, node)) return inTime(trace, Formulas::tr(wordsOf(trace.site(node)).symbol), node, now);
    if (trace.op(node).empty()) return QStringLiteral("0");
    return QLatin1Char('(') + rightSideOf(trace, node) + QLatin1Char(')');
}

QString symbolOf(const Trace& trace, Var node) {
    return symbolOf(trace, node, node);
}

/// `dL/dQ`, and `dL/d(scores)` for what has a word instead of a letter.
QString gradient(const QString& symbol) {
    const bool isWord = symbol.size() > 3 && !symbol.contains(QChar(0x209C));
    return QStringLiteral("dL/d") + (isWord ? QLatin1Char('(') + symbol + QLatin1Char(')') : symbol);
}

/// "√16" for heads of 16 features: the factor of a scale op is 1 / √d.
QString rootOf(double factor) {
    return QStringLiteral("√%1").arg(std::lround(factor < 1 ? 1 / (factor * factor) : factor * factor));
}

/// What a scale op does: it divides by a root, or multiplies with one.
QString scaled(const Trace& trace, Var op, const QString& what) {
    const double factor = trace.explainValue(op, 0).terms[0].coefficient;
    if (trace.site(op) == Site::TemperedLogits) return what + QStringLiteral(" / ") + shortNumber(1 / factor);
    // A factor that was set is seldom a root.
    const double square = factor < 1 ? 1 / (factor * factor) : factor * factor;
    if (factor <= 0 || std::abs(square - std::round(square)) > 1e-4) {
        return what + QStringLiteral(" · ") + shortNumber(factor);
    }
    return what + (factor < 1 ? QStringLiteral(" / ") : QStringLiteral(" · ")) + rootOf(factor);
}

QString product(const QString& left, const QString& right) {
    return left + QStringLiteral(" · ") + right;
}

QString turned(const QString& text) {
    return (text.contains(QLatin1Char('/')) ? QLatin1Char('(') + text + QLatin1Char(')') : text) + QStringLiteral("ᵀ");
}

/// Only a tied unembedding multiplies by the embedding matrix, and it does so the other way round.
bool isTransposed(const Trace& trace, Var linear) {
    const std::vector<Var> users = trace.users(trace.inputs(linear)[1]);
    return std::ranges::any_of(users, [&](Var user) { return trace.op(user) == "embedding"; });
}

QString linearFormula(const Trace& trace, Var node) {
    const auto inputs = trace.inputs(node);
    QString formula = product(symbolOf(trace, inputs[0], node), symbolOf(trace, inputs[1], node));
    if (isTransposed(trace, node)) formula += QStringLiteral("ᵀ");
    if (inputs.size() > 2) formula += QStringLiteral(" + ") + symbolOf(trace, inputs[2], node);
    return formula;
}

/// The heads side by side, all of them where they are few.
QString joinedHeads(std::int64_t heads) {
    const auto numbered = [](std::int64_t head) {
        QString text = QStringLiteral("Z");
        for (const QChar digit : QString::number(head)) text += QChar(0x2080 + digit.digitValue());
        return text;
    };
    QStringList all;
    for (std::int64_t head = 1; head <= heads; ++head) {
        if (heads <= 4 || head <= 2 || head == heads) all.append(numbered(head));
        if (heads > 4 && head == 3) all.append(QStringLiteral("…"));
    }
    return QLatin1Char('[') + all.join(QStringLiteral(" | ")) + QLatin1Char(']');
}

/// How many numbers a mean was taken of.
long countOf(const Trace& trace, Var mean) {
    return std::lround(1 / trace.explainValue(mean, 0).terms[0].coefficient);
}

/// Whether a cost spreads a share of its targets over all words.
bool isSmoothed(const Trace& trace, Var costs) {
    for (std::int64_t token = 0; token < trace.shape(costs).count(); ++token) {
        if (trace.explainValue(costs, token).smoothing > 0) return true;
    }
    return false;
}

QString rightSideOf(const Trace& trace, Var node) {
    const std::string_view op = trace.op(node);
    const auto inputs = trace.inputs(node);
    const auto symbol = [&](std::size_t slot) { return symbolOf(trace, inputs[slot], node); };
    if (op.empty()) return Formulas::tr("fixed numbers");
    if (op == "embedding" && trace.site(node) == Site::PositionEmbedding) {
        return Formulas::tr("row of %1 for each position").arg(symbol(0));
    }
    if (op == "linear") return linearFormula(trace, node);
    if (op == "scale") return scaled(trace, node, symbol(0));
    if (op == "concatenate_heads") return joinedHeads(trace.shape(inputs[0])[0]);
    if (op == "mean") return QStringLiteral("Σ %1 / %2").arg(symbol(0)).arg(countOf(trace, node));
    if (op == "cross_entropy" && isSmoothed(trace, node)) {
        return Formulas::tr("(1 − ε) · (−log probability of the word that came) + ε · the mean of all words");
    }
    if (op == "gate_sums") {
        // Parts of three: what is read, its weights and their bias.
        QStringList parts;
        for (std::size_t slot = 0; slot + 2 < inputs.size(); slot += 3) {
            parts << product(symbol(slot), symbol(slot + 1)) << symbol(slot + 2);
        }
        return parts.join(QStringLiteral(" + "));
    }
    if (op == "stack_times") {
        //: %1 is a letter with the sign for a time step
        return Formulas::tr("%1 of all time steps, below each other").arg(symbol(0));
    }
    const OpFormulas* const known = formulasOf(op);
    if (!known) return {};
    QString formula = Formulas::tr(known->value);
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
        formula.replace(QStringLiteral("%%1").arg(slot + 1), symbol(slot));
    }
    return formula;
}

QString gradientOf(const Trace& trace, Var node, Var now);

/// What `user` adds to the gradient of its input `slot`, in the words of that input.
QString contribution(const Trace& trace, Var user, std::size_t slot) {
    const std::string_view op = trace.op(user);
    const auto inputs = trace.inputs(user);
    const Var now = inputs[slot];
    const QString dy = gradientOf(trace, user, now);
    const auto symbol = [&](std::size_t at) {
        return symbolOf(trace, inputs[at], trace.isParameter(now) ? user : now);
    };
    const QString rows = QStringLiteral("Σᵢ ");
    if (op == "embedding" && trace.site(user) == Site::PositionEmbedding) {
        return Formulas::tr("%1, into its position's row").arg(dy);
    }
    if (op == "linear") {
        const bool transposed = isTransposed(trace, user);
        if (slot == 0) return product(dy, transposed ? symbol(1) : turned(symbol(1)));
        if (slot == 1) return transposed ? product(turned(dy), symbol(0)) : product(turned(symbol(0)), dy);
        return rows + dy;
    }
    if (op == "gate_sums") {
        if (slot % 3 == 0) return product(dy, turned(symbol(slot + 1)));
        return slot % 3 == 1 ? product(turned(symbol(slot - 1)), dy) : dy;
    }
    if (op == "stack_times") return Formulas::tr("row t of %1").arg(dy);
    if (op == "scale") return scaled(trace, user, dy);
    if (op == "attention_scores" && slot == 1) return product(turned(dy), symbol(0));
    if (op == "weighted_values") return slot == 0 ? product(dy, turned(symbol(1))) : product(turned(symbol(0)), dy);
    if (op == "mean") return QStringLiteral("%1 / %2").arg(dy).arg(countOf(trace, user));
    if (op == "cross_entropy" && isSmoothed(trace, user)) {
        return Formulas::tr("%1 · (probability − (1 − ε) for the word that came − ε / words)").arg(dy);
    }
    const OpFormulas* const known = formulasOf(op);
    if (!known || slot >= known->gradients.size() || !known->gradients[slot]) return dy;
    QString formula = Formulas::tr(known->gradients[slot]);
    for (std::size_t at = 0; at < inputs.size(); ++at) formula.replace(QStringLiteral("%%1").arg(at + 1), symbol(at));
    return formula.replace(QStringLiteral("%y"), symbolOf(trace, user, now)).replace(QStringLiteral("%d"), dy);
}

QStringList contributions(const Trace& trace, Var node) {
    QStringList parts;
    for (const Var user : trace.users(node)) {
        if (trace.gradients(user).empty()) continue;
        const auto inputs = trace.inputs(user);
        for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
            if (inputs[slot] != node) continue;
            // What is used alike at every time step is a sum over them.
            const QString part = contribution(trace, user, slot);
            if (!parts.contains(part)) parts.append(part);
        }
    }
    return parts;
}

/// `dL/dQ`; of what has no name, where it comes from.
QString gradientOf(const Trace& trace, Var node, Var now) {
    if (isNamed(trace, node)) return gradient(symbolOf(trace, node, now));
    const QStringList parts = contributions(trace, node);
    const QString sum = parts.join(QStringLiteral(" + "));
    return parts.size() > 1 ? QLatin1Char('(') + sum + QLatin1Char(')') : sum;
}

QString updateFormula(const UpdateSettings& settings, bool decays) {
    switch (settings.optimizer) {
        case OptimizerKind::Sgd:
            return QStringLiteral("%1 ← %1 − η · g");
        case OptimizerKind::Momentum:
            return QStringLiteral("%1 ← %1 − η · m");
        case OptimizerKind::Adam:
        case OptimizerKind::AdamW:
            break;
    }
    const QString formula = QStringLiteral("%1 ← %1 − η · m′ / (√v′ + ε)");
    const bool pulled = decays && settings.optimizer == OptimizerKind::AdamW;
    return pulled ? formula + QStringLiteral(" − η · λ · %1") : formula;
}

}  // namespace

QString formulaOf(const Trace& trace, Var node) {
    if (trace.isParameter(node)) return Formulas::tr("%1: learned").arg(symbolOf(trace, node));
    return symbolOf(trace, node) + QStringLiteral(" = ") + rightSideOf(trace, node);
}

QString gradientFormulaOf(const Trace& trace, Var node) {
    const QString own = gradient(symbolOf(trace, node));
    const QStringList parts = contributions(trace, node);
    if (parts.isEmpty()) {
        return trace.gradients(node).empty() ? Formulas::tr("The loss does not depend on it.")
                                             : own + QStringLiteral(" = 1");
    }
    const bool everyStep = trace.isParameter(node) &&
                           trace.users(node).size() > static_cast<std::size_t>(parts.size()) &&
                           trace.timeOf(trace.users(node).front());
    const QString sum = parts.join(QStringLiteral(" + "));
    return own + QStringLiteral(" = ") + (everyStep ? QStringLiteral("Σₜ ") : QString()) + sum;
}

QString contributionFormulaOf(const Trace& trace, Var node, Var user) {
    const auto inputs = trace.inputs(user);
    QStringList parts;
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
        if (inputs[slot] == node) parts.append(contribution(trace, user, slot));
    }
    return parts.join(QStringLiteral(" + "));
}

QString symbolBeside(const Trace& trace, Var node, Var now, Quantity quantity) {
    const QString symbol = symbolOf(trace, node, now);
    return quantity == Quantity::Gradient ? gradient(symbol) : symbol;
}

QString formulaOf(const Trace& trace, const Step& step) {
    if (step.phase == Phase::Backward) return gradientFormulaOf(trace, step.node);
    if (step.phase != Phase::Update) return formulaOf(trace, step.node);
    const ParameterUpdate* update = trace.update(step.node);
    return updateFormula(trace.update()->settings, update && update->decays).arg(symbolOf(trace, step.node));
}

}  // namespace attentarium
