#include "engine/train/nudging.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/error.h"
#include "engine/models/edited_model.h"
#include "engine/models/registry.h"
#include "engine/train/objective.h"

namespace attentarium {
namespace {

// A ReLU has a corner, and a step across it measures neither of its slopes. So the step shrinks until what it measures
// stays the same.
constexpr double kSteady = 1e-7;

}  // namespace

Nudging::Nudging(const Model<float>& model, TracedText text, const TrainingSettings& settings,
                 const Interventions& interventions)
    : m_batch(model.config(), std::move(text), settings.seed),
      m_settings(settings),
      m_model(makeModel<double>(model.config())) {
    const auto edited = withEdits(std::shared_ptr<const Model<float>>(std::shared_ptr<void>(), &model), interventions);
    m_model->parameters().setValues(converted<double>(edited->parameters().values()));
    m_asIs.setInterventions(interventions);
    m_moved.setInterventions(interventions);
    const Var loss = lossesOf(m_asIs, *m_model, m_batch.view(), m_settings).loss;
    if (loss) m_asIs.backward(loss);
}

Nudging::~Nudging() = default;

Nudge Nudging::operator()(Var node, std::int64_t cell) {
    expects(node.index >= 0 && static_cast<std::size_t>(node.index) < m_asIs.size(), "[nudging] there is no such node");
    const auto gradient = m_asIs.gradient(node).span();
    expects(cell >= 0 && cell < static_cast<std::int64_t>(gradient.size()),
            "[nudging] the loss does not depend on this cell");
    Nudge nudge{.computed = gradient[static_cast<std::size_t>(cell)]};
    double before = std::numeric_limits<double>::infinity();
    for (const double step : {1e-3, 1e-4, 1e-5, 1e-6}) {
        nudge.step = step;
        nudge.lower = lossWith(node, cell, -step);
        nudge.higher = lossWith(node, cell, step);
        nudge.measured =
            (lossWith(node, cell, -2 * step) - 8 * nudge.lower + 8 * nudge.higher - lossWith(node, cell, 2 * step)) /
            (12 * step);
        if (std::abs(nudge.measured - before) <= kSteady * std::max(1.0, std::abs(nudge.measured))) break;
        before = nudge.measured;
    }
    return nudge;
}

double Nudging::lossWith(Var node, std::int64_t cell, double moved) {
    m_moved.clear();
    m_moved.setShift({node, cell, moved});
    return *m_moved.value(lossesOf(m_moved, *m_model, m_batch.view(), m_settings).loss).data;
}

}  // namespace attentarium
