#pragma once

#include <QColor>
#include <QPalette>

#include "engine/tape/site.h"
#include "engine/trace/step.h"

namespace attentarium {

enum class ThemeKind { Light, Dark, HighContrast };

/// Every colour of the window. One meaning, one colour, everywhere; the four roles of attention and the phases are
/// the Okabe–Ito colours, lighter in the dark theme so that they stay readable.
struct Theme {
    ThemeKind kind;
    QColor window;  ///< bars and docks
    QColor stage;   ///< behind the picture
    QColor panel;   ///< cards, chips, buttons
    QColor line;    ///< hairlines and borders
    QColor ink;
    QColor mutedInk;    ///< at least 4.5 : 1 against `window` and `stage`
    QColor accent;      ///< selected things, the main button
    QColor accentSoft;  ///< behind selected things
    QColor onAccent;    ///< type on `accent`
    QColor notice;      ///< behind questions and warnings
    QColor noticeLine;

    QColor query;
    QColor key;
    QColor value;
    QColor attention;

    QColor forward;
    QColor loss;
    QColor backward;
    QColor update;

    bool isDark() const { return kind != ThemeKind::Light; }
};

/// The theme in force. Widgets hear of a change as `QEvent::PaletteChange`.
const Theme& theme();
/// Changes it and gives the application the palette that fits.
void setTheme(ThemeKind kind);

/// The colour of a phase of the transport ribbon.
QColor colourOf(Phase phase);
/// The colour of what a site holds: queries blue, keys vermilion, values green, attention purple, else `accent`.
QColor colourOf(Site site);

/// The same colour, mixed with ink as far as type needs to stand out 4.5 : 1 from all that it is written on. Colours of
/// meaning are for areas and lines; in the light theme some are too bright for letters.
QColor typeColour(const QColor& colour);

}  // namespace attentarium
