#pragma once

#include <vector>

#include "engine/nn/transformer_block.h"

namespace attentarium {

/// Blocks one after the other, `NAME.blocks.0` and so on, and, where the blocks normalise before each part, the last
/// normalisation `NAME.final_norm`. The name may be empty.
template <typename Scalar>
class TransformerStack {
  public:
    TransformerStack(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t layers,
                     const BlockSettings& settings);

    std::size_t size() const { return m_blocks.size(); }
    void initialise(Random& random, const FreshWeights& fresh);
    /// For x [batch, token, width], the same shape.
    Var operator()(Tape<Scalar>& tape, Var x, const Surroundings<Scalar>& around) const;
    /// The keys and values that cross-attention of block `block` finds in the source.
    KeyValue offeredBySource(Tape<Scalar>& tape, std::size_t block, Var source) const;

  private:
    std::vector<TransformerBlock<Scalar>> m_blocks;
    std::optional<Normalisation<Scalar>> m_finalNorm;
};

}  // namespace attentarium
