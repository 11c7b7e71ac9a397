#pragma once

#include <QString>

#include "engine/text/language.h"

namespace attentarium {

/// The folder of a bundled thing, for example `checkpoints` or `lessons`: beside an installed program, else in the
/// source tree that the program was built from.
QString resourceFolder(const QString& name);

/// The checkpoint that opens first, in the given language.
QString bundledCheckpoint(Language language);

/// The sentence that the program begins with: of the small world, with a pronoun whose referent is not the nearest
/// noun.
QString bundledSentence(Language language);

}  // namespace attentarium
