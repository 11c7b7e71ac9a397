#pragma once

#include <QIcon>
#include <QString>

namespace attentarium {

/// A drawing of `resources/icons` in the theme's ink; made anew after a change of theme.
QIcon icon(const QString& name);

/// The program's own icon.
QIcon programIcon();

}  // namespace attentarium
