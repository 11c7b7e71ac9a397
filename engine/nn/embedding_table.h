#pragma once

#include <span>

#include "engine/nn/parameter_set.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// A matrix with a row for each id, the parameter `NAME.weight` [rows, width].
template <typename Scalar>
class EmbeddingTable {
  public:
    EmbeddingTable(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t rows, std::int64_t width);

    void initialise(Random& random, double deviation);
    /// The rows of `ids`, as `leading` × width.
    Var operator()(Tape<Scalar>& tape, std::span<const int> ids, const Shape& leading) const;
    /// The matrix itself.
    Var matrix(Tape<Scalar>& tape) const { return tape.parameter(*m_weight); }
    /// x · matrixᵀ: how well x agrees with each row.
    Var unembed(Tape<Scalar>& tape, Var x) const;

  private:
    Parameter<Scalar>* m_weight;
};

}  // namespace attentarium
