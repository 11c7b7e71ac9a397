#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <utility>

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

/// Sees widgets that are shown before they are put into their place: for a moment each is a window of its own, which
/// flickers and takes the focus.
class StrayWindows : public QObject {
  public:
    StrayWindows();

    /// Those since the last call.
    QStringList take() { return std::exchange(m_seen, {}); }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QStringList m_seen;
};

}  // namespace attentarium::test
