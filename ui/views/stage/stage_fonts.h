#pragma once

#include <QFont>
#include <QFontMetricsF>

namespace attentarium {

/// The sizes of type on the stage, all from the application's, so that they grow with it.
struct StageFonts {
    explicit StageFonts(const QFont& base);

    QFont text;
    QFont bold;
    QFont small;
    QFont smallBold;
    QFont tiny;
    qreal line;       ///< the height of a line of `text`
    qreal smallLine;  ///< and of `small`
};

/// How long a formula above a narrow matrix may be, in heights of a line.
inline constexpr qreal kFormulaLines = 15;

/// The same font in another size.
QFont scaledFont(QFont font, qreal factor);

inline qreal widthOf(const QFont& font, const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

}  // namespace attentarium
