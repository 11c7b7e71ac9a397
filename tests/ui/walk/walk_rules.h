#pragma once

#include <QString>
#include <QStringList>

#include "tests/ui/window/open_window.h"

namespace attentarium::test {

/// What must hold after anything that a user can do, at rest; the first rule that does not, as a sentence.
QString brokenRule(const OpenWindow& open);

/// Hears what Qt warns of while it lives: a call that makes no sense to it is a mistake of ours.
class Warnings {
  public:
    Warnings();
    ~Warnings();
    Warnings(const Warnings&) = delete;
    Warnings& operator=(const Warnings&) = delete;

    /// Those since the last call.
    static QStringList take();
};

}  // namespace attentarium::test
