#include <QCoreApplication>
#include <array>
#include <cmath>
#include <string_view>

#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct Formulas {
    Q_DECLARE_TR_FUNCTIONS(Formulas)
};

/// The letter of a weight matrix or vector: `W_Q`, `b₁`, `gain`.
QString parameterSymbol(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, const char*>, 17> kSymbols{{
        {"token_embedding.weight", "E"},
        {"position_embedding.weight", "P"},
        {"unembedding.weight", "W_U"},
        {"query.weight", "W_Q"},
        {"query.bias", "b_Q"},
        {"key.weight", "W_K"},
        {"key.bias", "b_K"},
        {"value.weight", "W_V"},
        {"value.bias", "b_V"},
        {"projection.weight", "W_O"},
        {"projection.bias", "b_O"},
        {"hidden.weight", "W₁"},
        {"hidden.bias", "b₁"},
        {"output.weight", "W₂"},
        {"output.bias", "b₂"},
        {"norm.gain", "γ"},
        {"norm.bias", "β"},
    }};
    for (const auto& [end, symbol] : kSymbols) {
        if (name.ends_with(end)) return QString::fromUtf8(symbol);
    }
    return QStringLiteral("W");
}

/// What the formulas call a tensor.
QString symbolOf(const Trace& trace, Var node) {
    switch (trace.site(node)) {
        case Site::Parameter:
            return parameterSymbol(trace.name(node));
        case Site::TokenEmbedding:
            return QStringLiteral("e");
        case Site::ScaledEmbedding:
            return QStringLiteral("e′");
        case Site::PositionEmbedding:
            return QStringLiteral("p");
        case Site::SegmentEmbedding:
            return QStringLiteral("s");
        case Site::Input:
        case Site::FeedForwardResidual:
            return QStringLiteral("x");
        case Site::AttentionResidual:
            return QStringLiteral("x′");
        case Site::CrossResidual:
            return QStringLiteral("x″");
        case Site::Normalised:
            return QStringLiteral("n");
        case Site::Query:
            return QStringLiteral("Q");
        case Site::Key:
            return QStringLiteral("K");
        case Site::Value:
            return QStringLiteral("V");
        case Site::RotatedQuery:
            return QStringLiteral("Q′");
        case Site::RotatedKey:
            return QStringLiteral("K′");
        case Site::RememberedKey:
            return QStringLiteral("K");
        case Site::RememberedValue:
            return QStringLiteral("V");
        case Site::Scores:
            return Formulas::tr("scores");
        case Site::ScaledScores:
            return Formulas::tr("scaled scores");
        case Site::BiasedScores:
            return Formulas::tr("biased scores");
        case Site::MaskedScores:
            return Formulas::tr("masked scores");
        case Site::Weights:
            //: attention weights
            return Formulas::tr("weights");
        case Site::WeightedValues:
            return QStringLiteral("Z");
        case Site::Concatenated:
            return QStringLiteral("C");
        case Site::Projected:
            return QStringLiteral("a");
        case Site::Hidden:
            return QStringLiteral("h");
        case Site::Gate:
            return QStringLiteral("z");
        case Site::Activated:
            return QStringLiteral("g");
        case Site::Gated:
            return QStringLiteral("u");
        case Site::FeedForwardOutput:
            return QStringLiteral("f");
        case Site::Pooled:
            return QStringLiteral("r");
        case Site::RecentWords:
            return QStringLiteral("w");
        case Site::HiddenLogits:
        case Site::DirectLogits:
            return Formulas::tr("logits");
        case Site::ContextMean:
            return QStringLiteral("m");
        case Site::PairVectors:
            return QStringLiteral("u");
        case Site::PairLogits:
            return Formulas::tr("logits");
        case Site::PairLosses:
            return QStringLiteral("ℓ");
        case Site::CandidateScores:
            return QStringLiteral("s");
        case Site::CandidateLosses:
            return QStringLiteral("c");
        case Site::Logits:
            return Formulas::tr("logits");
        case Site::Probabilities:
            return Formulas::tr("probabilities");
        case Site::ClassLogits:
            return Formulas::tr("class logits");
        case Site::ClassProbabilities:
            return Formulas::tr("class probabilities");
        case Site::TokenLosses:
            return QStringLiteral("ℓ");
        case Site::Loss:
            return QStringLiteral("L");
        default:
            return titleOf(trace, node);
    }
    return {};
}

/// `dL/dQ`, and `dL/d(scores)` for what has a word instead of a letter.
QString gradient(const QString& symbol) {
    const bool isWord = symbol.size() > 3;
    return QStringLiteral("dL/d") + (isWord ? QLatin1Char('(') + symbol + QLatin1Char(')') : symbol);
}

/// "√16" for heads of 16 features: the factor of a scale op is 1 / √d.
QString rootOf(const Trace& trace, Var scaled) {
    const double factor = trace.explainValue(scaled, 0).terms[0].coefficient;
    return QStringLiteral("√%1").arg(std::lround(1 / (factor * factor)));
}

QString product(const QString& left, const QString& right) {
    return left + QStringLiteral(" · ") + right;
}

bool isTransposed(const Trace& trace, Var linear) {
    // Only a tied unembedding multiplies by the embedding matrix, and it does so the other way round.
    return trace.name(trace.inputs(linear)[1]) == "token_embedding.weight";
}

QString linearFormula(const Trace& trace, Var node) {
    const auto inputs = trace.inputs(node);
    QString formula = product(symbolOf(trace, inputs[0]), symbolOf(trace, inputs[1]));
    if (isTransposed(trace, node)) formula += QStringLiteral("ᵀ");
    if (inputs.size() > 2) formula += QStringLiteral(" + ") + symbolOf(trace, inputs[2]);
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
    const auto symbol = [&](std::size_t slot) { return symbolOf(trace, inputs[slot]); };
    if (op == "embedding") {
        return trace.site(node) == Site::PositionEmbedding ? Formulas::tr("row of %1 for each position").arg(symbol(0))
                                                           : Formulas::tr("row of %1 for each word").arg(symbol(0));
    }
    if (op == "add") return symbol(0) + QStringLiteral(" + ") + symbol(1);
    if (op == "linear") return linearFormula(trace, node);
    if (op == "layer_norm") {
        return Formulas::tr("(%1 − mean) / √(variance + ε) · γ + β").arg(symbol(0));
    }
    if (op == "gelu") return QStringLiteral("GELU(%1) = %1 · Φ(%1)").arg(symbol(0));
    if (op == "attention_scores") return product(symbol(0), symbol(1) + QStringLiteral("ᵀ"));
    if (op == "scale") return symbol(0) + QStringLiteral(" / ") + rootOf(trace, node);
    if (op == "attention_mask") return Formulas::tr("%1, later words −∞").arg(symbol(0));
    if (op == "softmax") return QStringLiteral("softmax(%1)").arg(symbol(0));
    if (op == "weighted_values") return product(symbol(0), symbol(1));
    if (op == "concatenate_heads") return joinedHeads(trace.shape(inputs[0])[0]);
    if (op == "recent_words") return Formulas::tr("%1 of the last words side by side").arg(symbol(0));
    if (op == "context_mean") return Formulas::tr("mean of %1 over the neighbours").arg(symbol(0));
    if (op == "pick_rows") return Formulas::tr("row of %1 for each pair").arg(symbol(0));
    if (op == "candidate_scores") return product(symbol(0), symbol(1) + QStringLiteral("ᵀ"));
    if (op == "candidate_losses") return QStringLiteral("−log σ(±%1)").arg(symbol(0));
    if (op == "row_sums") return QStringLiteral("Σ ") + symbol(0);
    if (op == "cross_entropy") {
        //: log is the natural logarithm
        const QString cost = Formulas::tr("−log probability of the word that came");
        return isSmoothed(trace, node) ? Formulas::tr("(1 − ε) · (%1) + ε · the mean of all words").arg(cost) : cost;
    }
    if (op == "mean") {
        return QStringLiteral("Σ %1 / %2").arg(symbol(0)).arg(trace.tokens().size() - 1);
    }
    return {};
}

/// What `user` adds to the gradient of its input `slot`.
QString contribution(const Trace& trace, Var user, std::size_t slot) {
    const std::string_view op = trace.op(user);
    const auto inputs = trace.inputs(user);
    const QString dy = gradient(symbolOf(trace, user));
    const auto symbol = [&](std::size_t at) { return symbolOf(trace, inputs[at]); };
    const auto turned = [](const QString& text) {
        return (text.contains(QLatin1Char('/')) ? QLatin1Char('(') + text + QLatin1Char(')') : text) +
               QStringLiteral("ᵀ");
    };
    const QString rows = QStringLiteral("Σᵢ ");
    if (op == "embedding") {
        return trace.site(user) == Site::PositionEmbedding ? Formulas::tr("%1, into its position's row").arg(dy)
                                                           : Formulas::tr("Σ %1 over the places of the word").arg(dy);
    }
    if (op == "linear") {
        const bool transposed = isTransposed(trace, user);
        if (slot == 0) return product(dy, transposed ? symbol(1) : turned(symbol(1)));
        if (slot == 1) return transposed ? product(turned(dy), symbol(0)) : product(turned(symbol(0)), dy);
        return rows + dy;
    }
    if (op == "layer_norm") {
        if (slot == 2) return rows + dy;
        if (slot == 1) return rows + product(dy, QStringLiteral("s"));
        //: u is dL/dn · gain, s the input after taking away its mean and dividing by its deviation
        return Formulas::tr("(u − mean(u) − s · mean(u · s)) / √(variance + ε) with u = %1 · γ").arg(dy);
    }
    if (op == "gelu") return product(dy, QStringLiteral("GELU′(%1)").arg(symbol(0)));
    if (op == "attention_scores") return slot == 0 ? product(dy, symbol(1)) : product(turned(dy), symbol(0));
    if (op == "scale") return dy + QStringLiteral(" / ") + rootOf(trace, user);
    if (op == "attention_mask") return Formulas::tr("%1, 0 where hidden").arg(dy);
    if (op == "softmax") {
        const QString y = symbolOf(trace, user);
        return QStringLiteral("%1 · (%2 − Σₖ %2 · %1)").arg(y, dy);
    }
    if (op == "weighted_values") {
        return slot == 0 ? product(dy, turned(symbol(1))) : product(turned(symbol(0)), dy);
    }
    if (op == "concatenate_heads") return Formulas::tr("each head's part of %1").arg(dy);
    if (op == "recent_words") return Formulas::tr("Σ of the parts of %1 that came from it").arg(dy);
    if (op == "context_mean") return Formulas::tr("Σ %1 / number of neighbours, over the neighbours").arg(dy);
    if (op == "pick_rows") return Formulas::tr("Σ %1 over the pairs of the word").arg(dy);
    if (op == "candidate_scores") return slot == 0 ? product(dy, symbol(1)) : product(turned(dy), symbol(0));
    if (op == "candidate_losses") return Formulas::tr("%1 · (σ(%2) − 1 for the word that came)").arg(dy, symbol(0));
    if (op == "cross_entropy") {
        return isSmoothed(trace, user)
                   ? Formulas::tr("%1 · (probability − (1 − ε) for the word that came − ε / words)").arg(dy)
                   : Formulas::tr("%1 · (probability − 1 for the word that came)").arg(dy);
    }
    if (op == "mean") return QStringLiteral("%1 / %2").arg(dy).arg(trace.tokens().size() - 1);
    return dy;
}

}  // namespace

QString formulaOf(const Trace& trace, Var node) {
    if (trace.isParameter(node)) return Formulas::tr("%1: learned").arg(symbolOf(trace, node));
    return symbolOf(trace, node) + QStringLiteral(" = ") + rightSideOf(trace, node);
}

QString gradientFormulaOf(const Trace& trace, Var node) {
    const QString own = gradient(symbolOf(trace, node));
    QStringList parts;
    for (const Var user : trace.users(node)) {
        if (trace.gradients(user).empty()) continue;
        const auto inputs = trace.inputs(user);
        for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
            if (inputs[slot] == node) parts.append(contribution(trace, user, slot));
        }
    }
    if (parts.isEmpty()) {
        return trace.gradients(node).empty() ? Formulas::tr("The loss does not depend on it.")
                                             : own + QStringLiteral(" = 1");
    }
    return own + QStringLiteral(" = ") + parts.join(QStringLiteral(" + "));
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

QString formulaOf(const Trace& trace, const Step& step) {
    if (step.phase == Phase::Backward) return gradientFormulaOf(trace, step.node);
    if (step.phase != Phase::Update) return formulaOf(trace, step.node);
    const ParameterUpdate* update = trace.update(step.node);
    return updateFormula(trace.update()->settings, update && update->decays).arg(symbolOf(trace, step.node));
}

}  // namespace attentarium
