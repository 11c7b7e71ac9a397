#pragma once

#include <QColor>
#include <QString>

#include "ui/session/position_models.h"
#include "ui/views/positions/line_plot.h"

namespace attentarium {

/// "sinusoidal", "learned", "rotary", "ALiBi", "none".
QString kindName(Positions kind);
/// How a kind is drawn: never by its colour alone.
QColor kindColour(Positions kind);
PlotMarker kindMarker(Positions kind);
/// Words of a sentence with their places, from 0: "3 Emma".
QStringList placedWords(const QStringList& words);
QStringList numbersUpTo(std::int64_t count);
/// What the page says where the bundled model reads another sentence; empty where it reads the session's.
QString otherSentence(bool isSessionsSentence);

}  // namespace attentarium
