#pragma once

namespace attentarium {

/// What the keys and buttons of a transport bar move through.
class WalkedSteps {
  public:
    virtual ~WalkedSteps() = default;

    virtual void goToFirst() = 0;
    virtual void stepBack() = 0;
    virtual void playOrPause() = 0;
    virtual void stepForward() = 0;
    virtual void goToLast() = 0;
};

}  // namespace attentarium
