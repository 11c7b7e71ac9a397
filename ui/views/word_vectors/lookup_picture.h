#pragma once

#include <QStringList>
#include <optional>
#include <vector>

#include "engine/trace/word_stages.h"

namespace attentarium {

class FigureSheet;
class SecondSentence;
class Session;

/// What the page of look-ups shows, read from the session: numbers and words, nothing painted.
struct LookupPicture {
    /// A row of the table that is shown.
    struct TableRow {
        int id = 0;
        QString word;
        std::vector<double> numbers;
    };
    /// A vector at one stage, and how it lies to others.
    struct Stage {
        WordStage stage;
        QString name;
        std::vector<double> first, second;  ///< of the two sentences; the second is empty where it has none
        std::optional<double> toBefore, toStart, between;  ///< cosines; none where widths differ
    };

    QStringList words, secondWords;
    int chosen = -1;
    int secondPlace = -1;
    int id = -1;
    int vocabulary = 0;
    int width = 0;
    Var table;                   ///< the parameter
    std::vector<TableRow> rows;  ///< of the table, in order; not all of them
    std::vector<Stage> stages;

    bool isEmpty() const { return stages.empty(); }
    QString word() const { return chosen < 0 ? QString() : words[chosen]; }
    bool hasContext() const { return stages.size() > 1; }
};

LookupPicture lookupPicture(const Session& session, const SecondSentence& second);

/// The angle of a cosine in degrees.
double degreesOf(double cosine);

}  // namespace attentarium
