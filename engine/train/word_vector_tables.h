#pragma once

#include <span>
#include <vector>

#include "engine/core/tensor.h"

namespace attentarium {

/// The two tables of word vectors while negative sampling trains them, one pair at a time and only in the rows that the
/// pair touches (Mikolov et al., 2013b). Rows are filled up with zeros to whole vector registers, so no sum has a tail.
template <typename Scalar>
class WordVectorTables {
  public:
    /// Copies of `words`, whose rows predict, and `outputs`, whose rows are predicted: both [vocabulary, width].
    WordVectorTables(TensorView<const Scalar> words, TensorView<const Scalar> outputs);

    /// One step of gradient descent on −log σ(u · v₀) − Σ_k log σ(−u · v_k), where u is the mean of the `inputs`' rows,
    /// v₀ the first of the `candidates`' rows, the word that came, and v_k the others, drawn against it. Returns that
    /// loss, in nats, from before the step. No candidate may be missing; ids are not checked.
    Scalar step(std::span<const int> inputs, std::span<const int> candidates, Scalar rate);

    /// The tables without the filling, for tensors of the sizes they came in.
    void store(TensorView<Scalar> words, TensorView<Scalar> outputs) const;

  private:
    /// A table whose rows begin on 64-byte boundaries.
    struct Table {
        explicit Table(TensorView<const Scalar> values);
        Scalar* row(int id) { return data + id * stride; }

        Tensor<Scalar> rows;
        Scalar* data;
        std::int64_t stride;
    };

    void meanOf(std::span<const int> inputs);

    std::int64_t m_width;
    Table m_words;
    Table m_outputs;
    Tensor<Scalar> m_mean;    ///< u, where it is the mean of several rows
    Tensor<Scalar> m_change;  ///< of u
    std::vector<Scalar> m_scores;
    std::vector<Scalar> m_slopes;
    std::vector<Scalar*> m_rows;
};

}  // namespace attentarium
