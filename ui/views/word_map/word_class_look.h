#pragma once

#include <QColor>
#include <QPainterPath>
#include <QString>
#include <optional>

#include "engine/text/word_class.h"

namespace attentarium {

/// How many looks there are: one for each class, and one for words of which no corpus says the class.
inline constexpr int kWordLooks = static_cast<int>(WordClass::Punctuation) + 2;

/// From 0; the last one is that of words without a class.
int lookOf(const std::optional<WordClass>& wordClass);
/// "people", "verbs"; "other words" for the last.
QString nameOfLook(int look);
/// In the theme in force.
QColor colourOfLook(int look);
/// Around the origin, about ten pixels across; each look has a shape of its own.
const QPainterPath& shapeOfLook(int look);

}  // namespace attentarium
