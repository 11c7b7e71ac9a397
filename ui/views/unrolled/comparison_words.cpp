#include <QCoreApplication>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/views/unrolled/comparison_table.h"

namespace attentarium {
namespace {

struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(ComparisonWords)
};

}  // namespace

QString sentenceOf(const Comparison& comparison) {
    if (!comparison.isPossible() || comparison.words.size() < 2) return {};
    const auto [least, most] = std::ranges::minmax_element(comparison.models, {}, &ComparedModel::total);
    std::size_t widest = 0;
    double apart = -1;
    for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(comparison.words.size()); ++i) {
        double low = 1e9, high = -1;
        for (const ComparedModel& model : comparison.models) {
            low = std::min(low, model.steps[i].loss);
            high = std::max(high, model.steps[i].loss);
        }
        if (high - low <= apart) continue;
        apart = high - low;
        widest = i + 1;
    }
    return ComparisonWords::tr(
               "%1 is least surprised by this sentence, with a loss of %2 nats in all, and %3 most, with "
               "%4. They differ most over what follows “%5”, by %6 nats.")
        .arg(least->name, shortNumber(least->total), most->name, shortNumber(most->total),
             comparison.words[static_cast<qsizetype>(widest) - 1], shortNumber(apart));
}

QString problemOf(const Comparison& comparison) {
    if (!comparison.unknown.isEmpty()) {
        const QString unknown = ComparisonWords::tr("These models do not know the word “%1”.").arg(comparison.unknown);
        if (comparison.suggestions.isEmpty())
            return unknown + QLatin1Char(' ') + ComparisonWords::tr("Choose another one.");
        QStringList words;
        for (const QString& word : comparison.suggestions) words.append(QStringLiteral("“%1”").arg(word));
        //: known words that look like the unknown one
        return unknown + QLatin1Char(' ') +
               ComparisonWords::tr("Known ones that look like it: %1.").arg(words.join(ComparisonWords::tr(", ")));
    }
    if (comparison.mostWords > 0) {
        return ComparisonWords::tr("The sentence is too long to compare: one of the models reads at most %1 words.")
            .arg(comparison.mostWords);
    }
    if (!comparison.isPossible()) return ComparisonWords::tr("There is no word yet. Type a sentence above.");
    if (comparison.words.size() < 2) return ComparisonWords::tr("With one word there is no next word to lose on yet.");
    return {};
}

QString csvOf(const Comparison& comparison) {
    QString text = QStringLiteral("model,parameters,ms_per_word,step,word,loss");
    for (std::size_t i = 0; i < ComparisonStudy::kShown; ++i) {
        text += QStringLiteral(",next_%1,probability_%1").arg(i + 1);
    }
    text += QLatin1Char('\n');
    const auto quoted = [](QString field) {
        return QStringLiteral("\"%1\"").arg(field.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
    };
    for (const ComparedModel& model : comparison.models) {
        for (std::size_t i = 0; i < model.steps.size(); ++i) {
            const bool hasLoss = i + 1 < model.steps.size();
            text += QStringLiteral("%1,%2,%3,%4,%5,%6")
                        .arg(model.name)
                        .arg(model.parameters)
                        .arg(fullNumber(model.milliseconds))
                        .arg(i + 1)
                        .arg(quoted(comparison.words[static_cast<qsizetype>(i)]),
                             hasLoss ? fullNumber(model.steps[i].loss) : QString());
            for (const auto& [word, share] : model.steps[i].next)
                text += QLatin1Char(',') + quoted(word) + QLatin1Char(',') + fullNumber(share);
            text += QLatin1Char('\n');
        }
    }
    return text;
}

}  // namespace attentarium
