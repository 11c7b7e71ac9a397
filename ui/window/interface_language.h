#pragma once

#include <QString>

#include "engine/text/language.h"

namespace attentarium {

/// The language of menus, labels and messages; the model's language is another matter.
Language interfaceLanguage();
/// Changes it while the program runs. Widgets hear of it as `QEvent::LanguageChange`.
void setInterfaceLanguage(Language language);

/// What the system speaks: for the very first start. English where it speaks neither language.
Language languageOfSystem();

/// `en` or `zh`, as on the command line.
QString nameOf(Language language);

}  // namespace attentarium
