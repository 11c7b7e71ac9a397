#pragma once

#include <QStringList>

#include "ui/session/word_bias_report.h"
#include "ui/views/word_vectors/vector_figure.h"

namespace attentarium {

/// Words and the cosines between them.
struct SimilarityPicture {
    QStringList words;
    QStringList groups;           ///< of each word; empty where words have none
    std::vector<double> cosines;  ///< [words, words]

    int count() const { return static_cast<int>(words.size()); }
    double at(int row, int column) const { return cosines[static_cast<std::size_t>(row * count() + column)]; }
};

/// `remove` is called for the word whose chip is pressed, `choose` for a pair.
void drawSimilarity(FigureSheet& sheet, const SimilarityPicture& picture, std::pair<int, int> chosen,
                    const std::function<void(int)>& remove, const std::function<void(int, int)>& choose);
/// "The nearest two are …": made from the numbers.
QString similarityTold(const SimilarityPicture& picture, std::pair<int, int> chosen);

/// Where words fall along the direction, before and after it is removed, and what is known of them.
void drawBias(FigureSheet& sheet, const WordBiasReport& report);
QString biasTold(const WordBiasReport& report);

}  // namespace attentarium
