#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/probe/knowledge.h"
#include "engine/runs/history.h"
#include "engine/runs/layers.h"
#include "engine/runs/training_run.h"
#include "engine/text/small_world.h"

namespace attentarium {

/// Measures a run between two steps, always by the same texts. It changes nothing of the run.
class Evaluator {
  public:
    explicit Evaluator(const TrainingRun& run);

    const std::vector<std::string>& layers() const { return m_layers.names(); }
    /// Of each kind of knowledge that is asked about.
    std::map<std::string, ReachableShare> reachable() const;
    /// Nothing where `goesOn`, asked between its parts, says no. Throws `Error` LossNotFinite.
    std::optional<Evaluation> evaluate(const TrainingRun& run, const std::function<bool()>& goesOn = {}) const;

  private:
    std::vector<Distribution> activations(const TrainingRun& run, std::vector<int> tokens) const;

    ParameterLayers m_layers;
    std::optional<KnowledgeProbe> m_questions;  ///< of the small school, for one that learns there
    std::vector<Story> m_stories;               ///< with pronouns; empty where the model does not read the small world
};

}  // namespace attentarium
