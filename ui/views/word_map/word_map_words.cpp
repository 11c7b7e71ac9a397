#include "ui/views/word_map/word_map_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/views/word_map/word_class_look.h"

namespace attentarium {
namespace {

struct WordMapWords {
    Q_DECLARE_TR_FUNCTIONS(attentarium::WordMapWords)
};

QString grouped(int number) {
    return QLocale(QLocale::English).toString(number);
}

/// The words that lie farthest on an axis, at its beginning and at its end.
std::pair<QString, QString> ends(const WordMap& map, int axis) {
    int first = 0, last = 0;
    for (int i = 0; i < map.cloud->count(); ++i) {
        if (map.places.row(i)[axis] < map.places.row(first)[axis]) first = i;
        if (map.places.row(i)[axis] > map.places.row(last)[axis]) last = i;
    }
    return {map.cloud->words[first], map.cloud->words[last]};
}

QString ofKind(const WordMap& map) {
    const QString words = grouped(map.cloud->count()),
                  dimensions = grouped(static_cast<int>(map.cloud->vectors.dimensions));
    switch (map.kind) {
        case MapKind::Principal:
            return WordMapWords::tr(
                       "%1 words in %2 dimensions, seen from the side on which they differ most: the two axes hold %3 "
                       "of all their differences.")
                .arg(words, dimensions, percent(map.shares[0] + map.shares[1]));
        case MapKind::Neighbours:
            if (map.step == 0) {
                return WordMapWords::tr(
                           "%1 words, all near one point: t-SNE will now pull neighbours together and push "
                           "the others apart.")
                    .arg(words);
            }
            return WordMapWords::tr(
                       "Step %1 of %2: neighbours in %3 dimensions come together. How far apart groups lie "
                       "says little.")
                .arg(grouped(map.step), grouped(map.steps), dimensions);
        case MapKind::Directions: {
            const auto [left, right] = ends(map, 0);
            const auto [low, high] = ends(map, 1);
            return WordMapWords::tr(
                       "Farthest to the right, along “%1” → “%2”, lies “%3”, farthest to the left “%4”; "
                       "along “%5” → “%6” the ends are “%7” and “%8”.")
                .arg(map.directions[0].first, map.directions[0].second, right, left)
                .arg(map.directions[1].first, map.directions[1].second, high, low);
        }
    }
    return {};
}

}  // namespace

AxisNames axisNames(const WordMap& map) {
    switch (map.kind) {
        case MapKind::Principal:
            return {WordMapWords::tr("component 1: %1 →").arg(percent(map.shares[0])),
                    WordMapWords::tr("↑ component 2: %1").arg(percent(map.shares[1]))};
        case MapKind::Directions:
            return {QStringLiteral("%1 → %2").arg(map.directions[0].first, map.directions[0].second),
                    QStringLiteral("↑ %1 → %2").arg(map.directions[1].first, map.directions[1].second)};
        case MapKind::Neighbours:
            return {{}, WordMapWords::tr("KL %1: what the map gets wrong").arg(shortNumber(map.divergence))};
    }
    return {};
}

QString paneTitle(bool isOther) {
    return isOther ? WordMapWords::tr("the second model, turned") : WordMapWords::tr("this model");
}

QString nameOfTable(const QString& parameter) {
    if (parameter == QLatin1String("token_embedding.weight")) return WordMapWords::tr("token embedding");
    if (parameter == QLatin1String("output_embedding.weight")) return WordMapWords::tr("output embedding");
    if (parameter == QLatin1String("encoder.token_embedding.weight")) return WordMapWords::tr("encoder's embedding");
    if (parameter == QLatin1String("decoder.token_embedding.weight")) return WordMapWords::tr("decoder's embedding");
    return parameter;
}

QString sentenceFor(const MapProblem& problem) {
    switch (problem.kind) {
        case MapProblem::Kind::OneWord:
            return WordMapWords::tr(
                "This model knows a single word. A map needs two at least: open a model with a larger vocabulary.");
        case MapProblem::Kind::Perplexity:
            if (problem.high <= problem.low) {
                return WordMapWords::tr(
                    "t-SNE needs three words at least. The principal components are shown instead.");
            }
            return WordMapWords::tr(
                       "The perplexity is how many neighbours a word is to have. With so many words it must lie "
                       "between %1 and %2; the principal components are shown instead.")
                .arg(shortNumber(problem.low), shortNumber(problem.high));
        case MapProblem::Kind::TooMany:
            return WordMapWords::tr(
                       "t-SNE compares each word with every other and takes %1 words at most. The principal "
                       "components are shown instead.")
                .arg(grouped(static_cast<int>(problem.high)));
        case MapProblem::Kind::Unknown:
            return WordMapWords::tr("The model does not know “%1”.").arg(problem.word);
        case MapProblem::Kind::Empty:
            return WordMapWords::tr("A word is missing: each field needs one.");
        case MapProblem::Kind::SameWord:
            return WordMapWords::tr("From “%1” to the same place there is no direction. Choose two words that differ.")
                .arg(problem.word);
        case MapProblem::Kind::NothingShared:
            return WordMapWords::tr(
                "The second model shares fewer than two words with this one, so there is nothing to lay it upon.");
        case MapProblem::Kind::Unreadable:
            return problem.error ? sentenceFor(*problem.error) : QString();
    }
    return {};
}

QString describedMap(const WordMap& map) {
    QString text = ofKind(map);
    if (map.other) {
        text = WordMapWords::tr(
                   "Words in both models: %1. The second was turned and enlarged until they lay as near as can "
                   "be; %2 of their differences are left.")
                   .arg(grouped(static_cast<int>(map.shared.size())), percent(map.left));
    }
    if (map.cloud->vocabulary > map.cloud->count()) {
        text += QLatin1Char(' ') + WordMapWords::tr("Shown are the first %1 of %2 words.")
                                       .arg(grouped(map.cloud->count()), grouped(map.cloud->vocabulary));
    }
    return text;
}

QString describedWord(const WordMap& map, int word) {
    const WordCloud& cloud = *map.cloud;
    const auto at = static_cast<std::size_t>(word);
    return WordMapWords::tr("“%1” · %2 · id %3 · at %4, %5 · length of its vector %6")
        .arg(cloud.words[word], nameOfLook(lookOf(cloud.classes[at])))
        .arg(cloud.ids[at])
        .arg(fullNumber(map.places.row(word)[0]), fullNumber(map.places.row(word)[1]),
             fullNumber(length(cloud.vectors[word])));
}

}  // namespace attentarium
