#include "ui/explain/words.h"

#include <QCoreApplication>
#include <array>

#include "engine/ops/cross_entropy.h"
#include "ui/explain/parameter_words.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// The place along each axis of a cell.
std::vector<std::int64_t> placesOf(const Shape& shape, std::int64_t cell) {
    std::vector<std::int64_t> places(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        places[static_cast<std::size_t>(axis)] = cell % shape[axis];
        cell /= shape[axis];
    }
    return places;
}

/// The site of the first value that a parameter computes.
Site userOf(const Trace& trace, Var parameter) {
    const std::vector<Var> users = trace.users(parameter);
    return users.empty() ? Site::Parameter : trace.site(users.front());
}

QString parameterPlace(const Trace& trace, Var node, const std::vector<std::int64_t>& at) {
    if (at.size() == 1) return Words::tr("feature %1").arg(at[0] + 1);
    if (at.size() != 2) return {};
    const QString row = QString::number(at[0] + 1), column = QString::number(at[1] + 1);
    // The vocabulary is counted as its ids are shown, from 0.
    switch (userOf(trace, node)) {
        case Site::TokenEmbedding:
            return Words::tr("word id %1, feature %2").arg(at[0]).arg(column);
        case Site::PositionEmbedding:
            return Words::tr("position %1, feature %2").arg(row, column);
        case Site::Logits:
            return Words::tr("feature %1, word id %2").arg(row).arg(at[1]);
        default:
            return Words::tr("row %1, column %2").arg(row, column);
    }
}

/// What an activation is called on a board.
QString activationName(std::string_view op) {
    if (op == "relu") return QStringLiteral("ReLU");
    if (op == "silu") return QStringLiteral("SiLU");
    if (op == "tanh") return QStringLiteral("tanh");
    return QStringLiteral("GELU");
}

}  // namespace

QString titleOf(Site site) {
    return Words::tr(wordsOf(site).title);
}

QString titleOf(const Trace& trace, Var node) {
    if (trace.isParameter(node)) {
        const std::vector<Var> users = trace.users(node);
        const bool ofRms = !users.empty() && trace.op(users.front()) == "rms_norm";
        return ofRms ? Words::tr("RMSNorm gain") : parameterTitle(trace.name(node));
    }
    if (trace.name(node).find("final_norm.") != std::string::npos) return Words::tr("final normalised features");
    if (trace.site(node) == Site::Activated) {
        //: %1 is the name of a function: GELU, ReLU
        return Words::tr("hidden units after %1").arg(activationName(trace.op(node)));
    }
    if (trace.site(node) == Site::Probabilities && trace.text().inPlace) {
        return Words::tr("probabilities of the missing word");
    }
    return titleOf(trace.site(node));
}

QString placeOf(const Trace& trace, Var node) {
    return scopesOf(trace, node).join(QStringLiteral(" › "));
}

QString titleOf(const Trace& trace, const Step& step) {
    const QString title = titleOf(trace, step.node);
    switch (step.phase) {
        case Phase::Forward:
        case Phase::Loss:
            return title;
        case Phase::Backward:
            return Words::tr("gradient: %1").arg(title);
        case Phase::Update:
            return Words::tr("update: %1").arg(title);
    }
    return title;
}

QString nameOf(Phase phase) {
    switch (phase) {
        case Phase::Forward:
            return Words::tr("forward");
        case Phase::Loss:
            return Words::tr("loss");
        case Phase::Backward:
            return Words::tr("backward");
        case Phase::Update:
            return Words::tr("update");
    }
    return {};
}

QString classTitle(std::string_view name, int number) {
    static constexpr std::array kClasses{QT_TRANSLATE_NOOP("Words", "negative"), QT_TRANSLATE_NOOP("Words", "positive"),
                                         QT_TRANSLATE_NOOP("Words", "unbalanced"),
                                         QT_TRANSLATE_NOOP("Words", "balanced")};
    for (const char* const known : kClasses) {
        if (name == known) return Words::tr(known);
    }
    return Words::tr("class %1").arg(number + 1);
}

QString pairPlace(const Trace& trace, std::int64_t pair, const SentenceWords& words) {
    const auto& rows = trace.text().rows;
    const auto place = static_cast<std::size_t>(pair);
    //: of word vectors: a word and one that is to be predicted from it
    const QString number = Words::tr("pair %1").arg(pair + 1);
    if (rows.empty()) return words.tokens.value(static_cast<qsizetype>(pair), number);
    const auto token = static_cast<qsizetype>(rows[place]);
    for (qsizetype other = 0; other < words.tokens.size(); ++other) {
        if (other != token && trace.tokens()[static_cast<std::size_t>(other)] == trace.text().targets[place]) {
            return words.tokens.value(token) + QStringLiteral(" → ") + words.tokens.value(other);
        }
    }
    return number;
}

QString cellPlace(const Trace& trace, Var node, std::int64_t cell, const SentenceWords& words) {
    const std::vector<std::int64_t> at = placesOf(trace.shape(node), cell);
    if (trace.isParameter(node)) return parameterPlace(trace, node, at);
    const auto word = [&](Axis axis, std::int64_t place) {
        return words.along(trace, node, axis).value(static_cast<qsizetype>(place), QString::number(place + 1));
    };
    QString row, column, head, rest;
    if (const auto time = trace.timeOf(node)) row = word(Axis::Token, *time);
    for (std::size_t axis = 0; axis < at.size(); ++axis) {
        const QString number = QString::number(at[axis] + 1);
        switch (entryOf(trace.site(node)).axes[axis]) {
            case Axis::Token:
                row = word(Axis::Token, at[axis]);
                break;
            case Axis::KeyToken:
                column = word(Axis::KeyToken, at[axis]);
                break;
            case Axis::Head:
                // An alignment has no heads, and one head needs no number.
                if (trace.shape(node)[static_cast<int>(axis)] > 1) head = Words::tr("head %1").arg(number);
                break;
            case Axis::Feature:
            case Axis::HeadFeature:
                rest = Words::tr("feature %1").arg(number);
                break;
            case Axis::HiddenUnit:
                rest = Words::tr("hidden unit %1").arg(number);
                break;
            case Axis::VocabularyEntry:
                rest = Words::tr("word id %1").arg(at[axis]);
                break;
            case Axis::Class:
                rest = Words::tr("class %1").arg(number);
                break;
            case Axis::Pair:
                row = pairPlace(trace, at[axis], words);
                break;
            case Axis::Candidate:
                //: of negative sampling: the word that came, or one that was drawn against it
                rest = Words::tr("candidate %1").arg(number);
                break;
        }
    }
    // A word's loss is about the word that came after it.
    const bool counts = trace.site(node) == Site::TokenLosses && !trace.text().inPlace && trace.text().rows.empty() &&
                        trace.text().targets[static_cast<std::size_t>(at[0])] != kNoTarget;
    if (counts && at[0] + 1 < words.tokens.size()) column = word(Axis::Token, at[0] + 1);
    QStringList parts{column.isEmpty() ? row : row + QStringLiteral(" → ") + column, head, rest};
    parts.removeAll(QString());
    //: between the parts of a list: "she, head 3"
    return parts.join(Words::tr(", "));
}

QString cellAddress(const Trace& trace, Var node, std::int64_t cell) {
    QStringList places;
    for (const std::int64_t place : placesOf(trace.shape(node), cell)) places.append(QString::number(place));
    const QString name = QString::fromStdString(trace.name(node));
    return places.isEmpty() ? name : QStringLiteral("%1[%2]").arg(name, places.join(QStringLiteral(", ")));
}

}  // namespace attentarium
