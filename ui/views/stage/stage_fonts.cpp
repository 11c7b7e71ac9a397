#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

QFont scaledFont(QFont font, qreal factor) {
    if (font.pixelSize() > 0) {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    } else {
        font.setPointSizeF(font.pointSizeF() * factor);
    }
    return font;
}

namespace {

QFont boldened(QFont font) {
    font.setBold(true);
    return font;
}

/// CJK fonts ask for more room than their glyphs take.
qreal lineOf(const QFont& font) {
    const QFontMetricsF metrics(font);
    return metrics.capHeight() * 1.9;
}

}  // namespace

StageFonts::StageFonts(const QFont& base)
    : text(base),
      bold(boldened(base)),
      small(scaledFont(base, 0.88)),
      smallBold(boldened(small)),
      tiny(scaledFont(base, 0.78)),
      line(lineOf(text)),
      smallLine(lineOf(small)) {}

}  // namespace attentarium
