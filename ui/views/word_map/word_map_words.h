#pragma once

#include <QString>

#include "ui/session/word_map.h"

namespace attentarium {

/// What the two axes of a map are; empty where they are nothing.
struct AxisNames {
    QString across, up;
};
AxisNames axisNames(const WordMap& map);
/// Above the one or the other of two maps side by side.
QString paneTitle(bool isOther);
/// A table of vectors, `token_embedding.weight`, in words.
QString nameOfTable(const QString& parameter);
QString sentenceFor(const MapProblem& problem);
/// What is seen, in one or two sentences made from the map's numbers.
QString describedMap(const WordMap& map);
/// All that is known of a word on it.
QString describedWord(const WordMap& map, int word);

}  // namespace attentarium
