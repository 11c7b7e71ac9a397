#pragma once

#include "engine/train/batch_source.h"
#include "engine/train/random_batch.h"

namespace attentarium::cli {

/// Hands out one made-up batch again and again: a step takes as long on any other of its sizes.
class BenchSource final : public BatchSource {
  public:
    BenchSource(const ModelConfig& config, const RandomBatch::Sizes& sizes, Random& random)
        : m_batch(config, sizes, random) {}

    TrainingBatch draw() override { return m_batch.view(); }
    SourceState state() const override { return {}; }
    void restore(const SourceState&) override {}

  private:
    RandomBatch m_batch;
};

}  // namespace attentarium::cli
