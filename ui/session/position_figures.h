#pragma once

#include <optional>
#include <vector>

#include "engine/probe/position_vectors.h"
#include "ui/session/position_study.h"

namespace attentarium {

/// How many attentions of a run turn or lower their scores by place: those in which words look at their own text.
int placedLayers(const PositionLook& look);

/// Which query meets which key, and in which plane they are looked at.
struct RotaryChoice {
    int layer = 0;
    int head = 0;
    int query = 0;  ///< places in the sentence
    int key = 0;
    int pair = 0;   ///< of coordinates 2 pair and 2 pair + 1
    int shift = 0;  ///< by which both are moved on
};

/// A query and a key of a run, turned by their places.
struct RotaryFigure {
    int pairs = 0;
    double turn = 0;         ///< of the pair, in radians from one place to the next
    PlaneVector query, key;  ///< in the plane of the pair, not turned
    double queryAngle = 0;   ///< by which the shifted query is turned
    double keyAngle = 0;
    PlaneVector turnedQuery, turnedKey;
    double added = 0;              ///< what the pair adds to the score
    double score = 0;              ///< of all pairs, shifted
    double scoreOfRun = 0;         ///< as the run computed it, not shifted
    std::vector<double> together;  ///< the score with both moved on by 0, 1, 2 …
    std::vector<double> apart;     ///< with the key alone moved on
    double largestChange = 0;      ///< among `together`
};

/// The largest shift.
inline constexpr int kMostShift = 64;

/// None where the run does not turn its queries.
std::optional<RotaryFigure> rotaryFigure(const PositionLook& look, const RotaryChoice& choice);

/// What one head takes away from its scores.
struct AlibiFigure {
    int words = 0;
    std::vector<double> slopes;    ///< of each head
    std::vector<float> bias;       ///< of the chosen head [words, words], at or below zero
    std::vector<char> hidden;      ///< by the mask
    double largestDifference = 0;  ///< between the bias and what the run added to the scores of that head
    bool hasSimpleSlopes = true;   ///< 2^(−8i/heads), which is so where the heads are a power of two
};

/// None where the run does not lower its scores.
std::optional<AlibiFigure> alibiFigure(const PositionLook& look, int layer, int head);

}  // namespace attentarium
