#include "ui/views/positions/position_words.h"

#include <QCoreApplication>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

struct PositionWords {
    Q_DECLARE_TR_FUNCTIONS(PositionWords)
};

}  // namespace

QString kindName(Positions kind) {
    switch (kind) {
        case Positions::Sinusoidal:
            return PositionWords::tr("sinusoidal");
        case Positions::Learned:
            return PositionWords::tr("learned");
        case Positions::Rotary:
            return PositionWords::tr("rotary");
        case Positions::Alibi:
            return PositionWords::tr("ALiBi");
        case Positions::None:
            //: no positions at all
            return PositionWords::tr("none");
    }
    return {};
}

QColor kindColour(Positions kind) {
    switch (kind) {
        case Positions::Sinusoidal:
            return theme().accent;
        case Positions::Learned:
            return theme().backward;
        case Positions::Rotary:
            return theme().update;
        case Positions::Alibi:
            return theme().attention;
        case Positions::None:
            return theme().mutedInk;
    }
    return {};
}

PlotMarker kindMarker(Positions kind) {
    switch (kind) {
        case Positions::Sinusoidal:
            return PlotMarker::Circle;
        case Positions::Learned:
            return PlotMarker::Square;
        case Positions::Rotary:
            return PlotMarker::Triangle;
        case Positions::Alibi:
            return PlotMarker::Diamond;
        case Positions::None:
            return PlotMarker::Cross;
    }
    return PlotMarker::None;
}

QStringList placedWords(const QStringList& words) {
    QStringList placed;
    for (int place = 0; place < words.size(); ++place)
        placed.append(QStringLiteral("%1 %2").arg(place).arg(words[place]));
    return placed;
}

QStringList numbersUpTo(std::int64_t count) {
    QStringList numbers;
    for (std::int64_t i = 0; i < count; ++i) numbers.append(QString::number(i));
    return numbers;
}

QString otherSentence(bool isSessionsSentence) {
    if (isSessionsSentence) return {};
    return QLatin1Char(' ') + PositionWords::tr(
                                  "The bundled model does not know all words of your sentence, or it is "
                                  "too long for it, so it reads one of its own.");
}

}  // namespace attentarium
