#pragma once

namespace attentarium::cli {

/// While it lives, the first Ctrl-C (SIGINT) or SIGTERM is only noted, so that work can be saved; a second one ends
/// the program as usual. One at a time.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool requested() const;
};

}  // namespace attentarium::cli
