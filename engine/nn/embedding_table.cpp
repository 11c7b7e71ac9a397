#include "engine/nn/embedding_table.h"

#include "engine/ops/embedding.h"
#include "engine/ops/linear.h"

namespace attentarium {

template <typename Scalar>
EmbeddingTable<Scalar>::EmbeddingTable(ParameterSet<Scalar>& parameters, const std::string& name, std::int64_t rows,
                                       std::int64_t width)
    : m_weight(&parameters.add(name + ".weight", {rows, width}, true)) {}

template <typename Scalar>
void EmbeddingTable<Scalar>::initialise(Random& random, double deviation) {
    fillNormal(*m_weight, random, deviation);
}

template <typename Scalar>
Var EmbeddingTable<Scalar>::operator()(Tape<Scalar>& tape, std::span<const int> ids, const Shape& leading) const {
    return embedding(tape, tape.parameter(*m_weight), ids, leading);
}

template <typename Scalar>
Var EmbeddingTable<Scalar>::unembed(Tape<Scalar>& tape, Var x) const {
    return linearTransposed(tape, x, tape.parameter(*m_weight));
}

template class EmbeddingTable<float>;
template class EmbeddingTable<double>;

}  // namespace attentarium
