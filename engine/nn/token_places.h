#pragma once

#include <optional>
#include <vector>

#include "engine/nn/embedding_table.h"
#include "engine/nn/transformer_choices.h"

namespace attentarium {

/// How a model learns where its tokens stand: rows that are added to the embeddings, from the parameter `NAME.weight`
/// or a fixed table, or turns of queries and keys. ALiBi and none need nothing here.
template <typename Scalar>
class TokenPlaces {
  public:
    TokenPlaces(ParameterSet<Scalar>& parameters, const std::string& name, Positions positions, std::int64_t context,
                std::int64_t width, std::int64_t headWidth);

    void initialise(Random& random, double deviation);
    /// The rows for `length` tokens after `before` others, [length, width]; none where nothing is added.
    Var rows(Tape<Scalar>& tape, std::int64_t before, std::int64_t length) const;
    /// The turns of `rotary` for these tokens; empty where nothing is turned.
    TensorView<const Scalar> turns(std::int64_t before, std::int64_t length) const;

  private:
    Positions m_positions;
    std::optional<EmbeddingTable<Scalar>> m_learned;
    std::vector<int> m_places;  ///< 0, 1, 2, … : the rows of the learned table
    Tensor<Scalar> m_fixed;     ///< sinusoidal rows, or turns
};

}  // namespace attentarium
