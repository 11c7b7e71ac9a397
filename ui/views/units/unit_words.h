#pragma once

#include <QString>

#include "ui/session/unit_study.h"

namespace attentarium {

/// "small world"
QString titleOf(WatchedText text);
/// "layer 1 · cell state"
QString titleOf(const StateTable& table);
/// "inside a bracket"
QString titleOf(Truth truth);
/// "unit 12"; units are counted from 1.
QString unitTitle(int unit);
/// The largest absolute value that a unit has; 1 where it has none but 0.
double limitOf(const StateTable& table, int unit);
bool isGate(Site site);
/// How well the chosen unit tells what is known: one or two sentences with all numbers.
QString scoreSentence(const UnitStudy& study);

}  // namespace attentarium
