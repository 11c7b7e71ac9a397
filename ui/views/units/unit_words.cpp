#include "ui/views/units/unit_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct UnitWords {
    Q_DECLARE_TR_FUNCTIONS(attentarium::UnitWords)
};

QString grouped(int number) {
    return QLocale(QLocale::English).toString(number);
}

/// With one decimal: near 100 % whole ones hide what matters.
QString share(double value) {
    return QStringLiteral("%1 %").arg(100 * value, 0, 'f', 1);
}

/// Whether a number lies between the smallest and the largest value of a unit; else all tokens are on one side of it.
bool isWithin(const StateTable& table, int unit, double number) {
    bool isAbove = false, isBelow = false;
    for (std::size_t token = 0; token < table.tokens(); ++token) {
        const auto value = static_cast<double>(table.at(token, unit));
        isAbove = isAbove || value > number;
        isBelow = isBelow || value < number;
    }
    return isAbove && isBelow;
}

}  // namespace

QString titleOf(WatchedText text) {
    switch (text) {
        case WatchedText::Brackets:
            return UnitWords::tr("balanced brackets");
        case WatchedText::Stories:
            return UnitWords::tr("small world");
        case WatchedText::Lessons:
            return UnitWords::tr("small school");
        case WatchedText::Questions:
            return UnitWords::tr("questions of its task");
        case WatchedText::Sentence:
            return UnitWords::tr("the sentence above");
        case WatchedText::Fables:
            return UnitWords::tr("the bundled fables");
    }
    return {};
}

QString titleOf(const StateTable& table) {
    const QString kind = titleOf(table.site);
    return table.backward ? UnitWords::tr("layer %1 · %2 · from the end").arg(table.layer + 1).arg(kind)
                          : UnitWords::tr("layer %1 · %2").arg(table.layer + 1).arg(kind);
}

QString titleOf(Truth truth) {
    switch (truth) {
        case Truth::InsideBracket:
            return UnitWords::tr("inside a bracket");
        case Truth::DepthTwo:
            return UnitWords::tr("two or more brackets are open");
        case Truth::DepthFour:
            return UnitWords::tr("four or more brackets are open");
        case Truth::InnermostRound:
            return UnitWords::tr("the innermost open bracket is (");
        case Truth::InsideReason:
            return UnitWords::tr("inside a reason (“because …”)");
        case Truth::FirstNamed:
            return UnitWords::tr("the pronoun means who was named first");
        case Truth::Noun:
            return UnitWords::tr("the word names someone or something");
        case Truth::PluralSubject:
            return UnitWords::tr("the subject is plural");
    }
    return {};
}

QString unitTitle(int unit) {
    return UnitWords::tr("unit %1").arg(unit + 1);
}

bool isGate(Site site) {
    return site != Site::HiddenState && site != Site::CellState;
}

double limitOf(const StateTable& table, int unit) {
    double largest = 0;
    for (std::size_t token = 0; token < table.tokens(); ++token) {
        largest = std::max(largest, std::abs(static_cast<double>(table.at(token, unit))));
    }
    return largest > 0 ? largest : 1;
}

QString scoreSentence(const UnitStudy& study) {
    if (!study.hasStates()) return {};
    const TruthLabels* const labels = study.labels();
    const QString unit = unitTitle(study.unit());
    if (!labels) {
        return UnitWords::
            tr("Of this text nothing is known for certain, so the units stand by how much they change; %1 is shown.")
                .arg(unit);
    }
    const QString truth = titleOf(labels->truth);
    if (study.isBusy()) return UnitWords::tr("How well each unit tells “%1” is being worked out …").arg(truth);
    const UnitScore* const score = study.scoreOf(study.unit());
    if (!score) {
        return UnitWords::tr("“%1” is always or never so in one half of this text, so no unit can be judged by it.")
            .arg(truth);
    }
    if (!isWithin(study.states(), study.unit(), score->threshold)) {
        return UnitWords::tr(
                   "No threshold of %1 tells “%2” better than the commoner answer does, which is right for %3 of "
                   "%4 tokens. AUC %5.")
            .arg(unit, truth, share(score->baseline), grouped(score->samples), QString::number(score->area, 'f', 3));
    }
    const QString side = score->yesAbove ? UnitWords::tr("above %1").arg(shortNumber(score->threshold))
                                         : UnitWords::tr("below %1").arg(shortNumber(score->threshold));
    return UnitWords::tr(
               "Where %1 is %2 it says “%3”: right for %4 of %5 tokens; the commoner answer alone for %6. AUC %7.")
               .arg(unit, side, truth, share(score->accuracy), grouped(score->samples), share(score->baseline),
                    QString::number(score->area, 'f', 3)) +
           QLatin1Char(' ') +
           UnitWords::tr("The threshold was chosen on the %1 tokens before them.").arg(grouped(score->chosenOn));
}

}  // namespace attentarium
