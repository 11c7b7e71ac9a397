#pragma once

#include "engine/models/model_config.h"
#include "engine/train/gradient_cases.h"

namespace attentarium {

/// Tensors of normal numbers, the same each time.
std::vector<Tensor<double>> normalLeaves(const std::vector<Shape>& shapes);

/// Collects the cases of one op after the other.
class GradientCaseList {
  public:
    /// Leaves of these shapes go into `recording`.
    void add(const std::string& op, const std::vector<Shape>& shapes, const Recording& recording,
             const std::string& note = {}, Purpose purpose = Purpose::Looking);
    void addEach(const std::string& op, const std::vector<std::vector<Shape>>& cases, const Recording& recording);
    void addModel(const ModelConfig& config, std::int64_t batch, std::int64_t length, Purpose purpose,
                  const std::string& note);

    std::vector<GradientCase> take();

  private:
    std::vector<GradientCase> m_cases;
};

}  // namespace attentarium
