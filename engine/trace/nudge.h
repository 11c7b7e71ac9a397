#pragma once

namespace attentarium {

/// What came of moving one cell of a trace a little, with the whole model run anew in double.
struct Nudge {
    double step = 0;      ///< by how much: small enough for ten times as much to measure the same slope, or 1e-6
    double lower = 0;     ///< the loss with the cell smaller by the step
    double higher = 0;    ///< the loss with it greater by the step
    double measured = 0;  ///< the slope: (f(x − 2h) − 8 f(x − h) + 8 f(x + h) − f(x + 2h)) / 12h with h the step
    double computed = 0;  ///< dLoss/dcell of the backward pass

    /// Whether both are the same as far as the measurement goes. They are not where the loss has a corner or bends
    /// sharply within the step.
    bool agrees() const;
};

}  // namespace attentarium
