#pragma once

#include <QStringList>
#include <optional>
#include <vector>

namespace attentarium {

class WordTable;

/// How words lean along the direction of some pairs, before and after it is removed from them.
struct WordBiasReport {
    struct Word {
        QString text;
        double before = 0, after = 0;  ///< cosine with the direction
        double nearBefore = 0,
               nearAfter = 0;         ///< how much nearer it is to the first words of the pairs than to the others
        std::optional<double> known;  ///< how often it goes with "she" in the text; none where that is not known
    };

    QStringList pairs;    ///< those that were used, "she/he"
    QStringList unknown;  ///< what was asked for and the model does not know, or is no pair
    double share = 0;     ///< of what tells the pairs apart that lies along the direction
    std::vector<Word> words;
    double meanBefore = 0, meanAfter = 0;                 ///< of the sizes of the cosines
    std::optional<double> correlation, correlationAfter;  ///< of lean, and then of nearness, with what is known
    std::optional<double> knownBias;

    bool isEmpty() const { return pairs.isEmpty() || words.empty(); }
};

/// `pairs` as "first/second". Words that are in a pair are not asked to lose what they mean, and are left out.
WordBiasReport wordBiasReport(const WordTable& table, const QStringList& pairs, const QStringList& words);

}  // namespace attentarium
