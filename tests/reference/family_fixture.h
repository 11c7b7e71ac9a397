#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/io/safetensors.h"
#include "engine/models/registry.h"
#include "engine/train/training_batch.h"

namespace attentarium::test {

/// A batch, a model's weights and what PyTorch made of them. The metadata names the family and its settings as
/// config.json does; settings that are missing keep their defaults.
class FamilyFixture {
  public:
    /// The file of that name in `tests/reference/fixtures`.
    explicit FamilyFixture(const std::string& name);

    const ModelConfig& config() const { return m_config; }
    const SafetensorsFile& file() const { return m_file; }
    /// Lives as long as this.
    TrainingBatch batch() const;
    /// The model with the weights of the file.
    template <typename Scalar>
    std::unique_ptr<Model<Scalar>> model() const;

  private:
    std::vector<std::int64_t> integers(const std::string& name) const;

    SafetensorsFile m_file;
    ModelConfig m_config;
    std::vector<int> m_ids, m_source, m_segments, m_targets, m_rows, m_candidates, m_labels;
    std::vector<std::int64_t> m_lengths, m_sourceLengths;
};

template <typename Scalar>
inline constexpr double kAllowed = std::is_same_v<Scalar, float> ? 1e-4 : 1e-9;

/// The largest difference between two tensors, relative to the largest number in the expected one.
template <typename Scalar>
double relativeError(std::span<const Scalar> computed, std::span<const double> expected);

/// Checks logits, class logits, loss and every gradient against the files', in double and float, on tapes for training
/// and for looking. What padding says does not count; a task has weight 0.5 in the loss.
void comparePasses(std::span<const char* const> names);

/// Checks the weights after ten steps of AdamW with clipping to 1 at a rate of 0.01, in double and float.
void compareOptimizers(std::span<const char* const> names);

}  // namespace attentarium::test
