#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/train/trainer.h"

namespace attentarium {

/// A training run as it was after some step: what it had learned, and all that it needs to go on from there.
struct Moment {
    std::int64_t step = 0;
    std::vector<Tensor<float>> parameters;  ///< as `ParameterSet::values`
    TrainingState training;

    /// Of its tensors.
    std::size_t bytes() const;
};

/// Whether a moment after `step` steps is far enough from the one after `last` steps to be worth keeping too.
bool isFarEnough(std::int64_t last, std::int64_t step);

/// The moments of a run that can be gone back to: the first, the latest, and between them some at distances that grow
/// with the step, since most happens early. What does not fit the budget is thinned out evenly in that sense.
class Timeline {
  public:
    explicit Timeline(std::size_t budgetBytes) : m_budget(budgetBytes) {}

    /// Whether a moment after `step` steps would be worth keeping, given those that are kept.
    bool wants(std::int64_t step) const;
    /// Keeps `moment`, which must be later than all others, and lets go of as many as the budget demands.
    void add(std::shared_ptr<const Moment> moment);
    /// Lets go of moments until the others fit; the first and the latest always stay.
    void setBudget(std::size_t bytes);

    /// In order of their steps.
    std::span<const std::shared_ptr<const Moment>> moments() const { return m_moments; }
    /// The place of the first moment that is not before `step`, else of the latest; there must be one. A moment that
    /// was let go has given way to that neighbour.
    int placeOf(std::int64_t step) const;
    std::size_t bytes() const;
    std::size_t budget() const { return m_budget; }

  private:
    void thinOut();

    std::size_t m_budget;
    std::vector<std::shared_ptr<const Moment>> m_moments;
};

}  // namespace attentarium
