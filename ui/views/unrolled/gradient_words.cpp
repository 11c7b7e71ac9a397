#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/views/unrolled/gradient_chart.h"

namespace attentarium {
namespace {

struct GradientWords {
    Q_DECLARE_TR_FUNCTIONS(GradientWords)
};

/// Below this share of what began the way back, nothing can be learned from a word; above its reciprocal, too much.
constexpr double kVanished = 0.01;

QString fate(const GradientCurve& curve) {
    const double left = curve.flow.hidden.front() / curve.flow.hidden.back();
    const QString name = nameOfFamily(curve.family), steps = shortNumber(curve.decay.halfLife);
    const QString share = shortNumber(left);
    if (curve.decay.grows) {
        return left > 1 / kVanished
                   ? GradientWords::tr("%1 doubles every %2 steps and explodes (%3 times as much at the first word).")
                         .arg(name, steps, share)
                   : GradientWords::tr("%1 doubles every %2 steps (%3 times as much at the first word).")
                         .arg(name, steps, share);
    }
    return left < kVanished
               ? GradientWords::tr("%1 halves every %2 steps and vanishes (%3 of it is left at the first word).")
                     .arg(name, steps, share)
               : GradientWords::tr("%1 halves every %2 steps (%3 of it is left at the first word).")
                     .arg(name, steps, share);
}

}  // namespace

QString nameOfFamily(Family family) {
    return QString::fromUtf8(nameOf(family).data()).toUpper();
}

QString sentenceOf(const GradientAnswer& answer) {
    if (answer.question.steps < 2) {
        return GradientWords::tr("With one word there is no earlier step for the gradient to come back to.");
    }
    QStringList sentences{GradientWords::tr("The gradient of the loss of “%1”, back over %2 words:")
                              .arg(answer.target)
                              .arg(answer.question.steps)};
    for (const GradientCurve& curve : answer.curves) sentences.append(fate(curve));
    return sentences.join(QLatin1Char(' '));
}

QString toldOfStep(const GradientAnswer& answer, int back) {
    const auto steps = static_cast<int>(answer.words.size());
    if (back < 0 || back >= steps) return {};
    QStringList parts;
    for (const GradientCurve& curve : answer.curves) {
        parts.append(QStringLiteral("%1 %2").arg(
            nameOfFamily(curve.family), shortNumber(curve.flow.hidden[static_cast<std::size_t>(steps - 1 - back)])));
    }
    return GradientWords::tr("%1 steps back, at “%2”: |dL/dh| = %3")
        .arg(back)
        .arg(answer.words[steps - 1 - back], parts.join(QStringLiteral(" · ")));
}

QString csvOf(const GradientAnswer& answer) {
    QString text = QStringLiteral("steps_back,word");
    for (const GradientCurve& curve : answer.curves) text += QLatin1Char(',') + nameOfFamily(curve.family);
    text += QLatin1Char('\n');
    for (qsizetype i = 0; i < answer.words.size(); ++i) {
        QString word = answer.words[i];
        text += QStringLiteral("%1,\"%2\"")
                    .arg(answer.words.size() - 1 - i)
                    .arg(word.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
        for (const GradientCurve& curve : answer.curves) {
            text += QLatin1Char(',') + fullNumber(curve.flow.hidden[static_cast<std::size_t>(i)]);
        }
        text += QLatin1Char('\n');
    }
    return text;
}

}  // namespace attentarium
