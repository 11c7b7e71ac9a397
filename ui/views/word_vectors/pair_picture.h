#pragma once

#include <QStringList>
#include <functional>
#include <vector>

#include "ui/session/word2vec_study.h"

namespace attentarium {

class FigureSheet;

/// One pair's step in numbers, all of them from its trace.
struct PairPicture {
    /// A word that is told, or told from.
    struct Told {
        int id = 0;
        QString word;
        bool isTrue = false;
        std::vector<double> vector;  ///< its row of the output table
        double score = 0;            ///< h · v
        double probability = 0;      ///< σ of the score, or of the softmax
        double error = 0;            ///< probability less 1 or 0: the gradient of the loss by the score
    };
    /// A row of a table that the step moves.
    struct Moved {
        QString word;
        bool isInput = false;
        std::vector<double> before, gradient, after;
        double distance = 0;  ///< length of after − before
    };

    QStringList words;
    int centre = 0, target = 0;
    std::vector<int> inputs;
    bool isSoftmax = false, isMean = false;
    int vocabulary = 0;
    std::vector<int> inputIds;
    QStringList inputWords;
    std::vector<std::vector<double>> inputRows;
    std::vector<double> hidden;
    std::vector<Told> told;  ///< of a softmax, the word that came and the likeliest others
    double loss = 0;
    double probabilityAfter = 0;  ///< of the word that came, recomputed with the rows as they are after the step
    std::vector<Moved> moved;     ///< the input's rows, then the others, the word that came first
    double rate = 0;

    bool isEmpty() const { return told.empty(); }
};

PairPicture pairPicture(const Word2VecStudy& study, std::size_t pair);

/// The stages of a step: one-hot, hidden, scores, probabilities, error, the rows that move.
inline constexpr int kPairStages = 6;
QString pairStageName(const PairPicture& picture, int stage);
QString pairTold(const PairPicture& picture, int stage);
void drawPair(FigureSheet& sheet, const PairPicture& picture, int stage, const std::function<void(int)>& chooseStage);

}  // namespace attentarium
