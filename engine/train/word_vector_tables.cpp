#include "engine/train/word_vector_tables.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/error.h"
#include "engine/core/vector_math.h"

namespace attentarium {
namespace {

/// Cells that are worked on at once: two registers of AVX2 for floats.
constexpr std::int64_t kBlock = 16;

template <typename Scalar>
using Block = std::array<Scalar, kBlock>;

std::int64_t filledUp(std::int64_t width) {
    return (width + kBlock - 1) / kBlock * kBlock;
}

template <typename Scalar>
Scalar sumOfBlock(Block<Scalar> block) {
    // Halves upon halves, so that the sum waits for four additions and not for sixteen.
    for (std::size_t half = kBlock / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) block[i] += block[i + half];
    }
    return block[0];
}

/// y += factor · x
template <typename Scalar>
void addScaled(const Scalar* x, Scalar factor, std::int64_t count, Scalar* y) {
    for (std::int64_t i = 0; i < count; ++i) y[i] += factor * x[i];
}

template <typename Scalar>
Scalar dot(const Scalar* x, const Scalar* y, std::int64_t count) {
    Block<Scalar> sums{};
    for (std::int64_t at = 0; at < count; at += kBlock) {
        for (std::int64_t i = 0; i < kBlock; ++i) sums[static_cast<std::size_t>(i)] += x[at + i] * y[at + i];
    }
    return sumOfBlock(sums);
}

}  // namespace

template <typename Scalar>
WordVectorTables<Scalar>::Table::Table(TensorView<const Scalar> values)
    : rows({values.rows(), filledUp(values.columns())}), data(rows.mutableView().data), stride(rows.shape()[1]) {
    for (std::int64_t r = 0; r < values.rows(); ++r) std::copy_n(values.row(r), values.columns(), data + r * stride);
}

template <typename Scalar>
WordVectorTables<Scalar>::WordVectorTables(TensorView<const Scalar> words, TensorView<const Scalar> outputs)
    : m_width(words.columns()),
      m_words(words),
      m_outputs(outputs),
      m_mean({m_words.stride}),
      m_change({m_words.stride}) {
    expects(words.shape.rank() == 2 && words.shape == outputs.shape, "[word_vectors] needs two tables of one size");
}

template <typename Scalar>
Scalar WordVectorTables<Scalar>::step(std::span<const int> inputs, std::span<const int> candidates, Scalar rate) {
    const std::int64_t stride = m_words.stride;
    m_scores.resize(candidates.size());
    m_slopes.resize(candidates.size());
    m_rows.resize(candidates.size());
    if (inputs.size() > 1) meanOf(inputs);
    Scalar* u = inputs.size() > 1 ? m_mean.mutableView().data : m_words.row(inputs[0]);

    // loss = Σ log(1 + e^x) with x = −score for the word that came and x = score for the others; its slope is σ(x).
    for (std::size_t k = 0; k < candidates.size(); ++k) {
        m_rows[k] = m_outputs.row(candidates[k]);
        m_scores[k] = dot<Scalar>(u, m_rows[k], stride);
    }
    m_scores[0] = -m_scores[0];
    for (std::size_t k = 0; k < candidates.size(); ++k) m_slopes[k] = exponential(-std::abs(m_scores[k]));
    Scalar loss = 0, product = 1;
    for (std::size_t k = 0; k < candidates.size(); ++k) {
        const Scalar power = m_slopes[k];
        loss += m_scores[k] > 0 ? m_scores[k] : 0;
        product *= 1 + power;
        m_slopes[k] = rate * (m_scores[k] > 0 ? Scalar{1} : power) / (1 + power);
    }
    loss += std::log(product);
    m_slopes[0] = -m_slopes[0];

    // Every change is worked out from the rows as they were, also where a word was drawn twice.
    Scalar* change = m_change.mutableView().data;
    std::fill_n(change, stride, Scalar{0});
    for (std::size_t k = 0; k < candidates.size(); ++k) addScaled(m_rows[k], m_slopes[k], stride, change);
    for (std::size_t k = 0; k < candidates.size(); ++k) addScaled(u, -m_slopes[k], stride, m_rows[k]);
    const Scalar share = -1 / static_cast<Scalar>(inputs.size());
    for (const int id : inputs) addScaled(change, share, stride, m_words.row(id));
    return loss;
}

template <typename Scalar>
void WordVectorTables<Scalar>::meanOf(std::span<const int> inputs) {
    Scalar* mean = m_mean.mutableView().data;
    std::fill_n(mean, m_words.stride, Scalar{0});
    const Scalar share = 1 / static_cast<Scalar>(inputs.size());
    for (const int id : inputs) addScaled(m_words.row(id), share, m_words.stride, mean);
}

template <typename Scalar>
void WordVectorTables<Scalar>::store(TensorView<Scalar> words, TensorView<Scalar> outputs) const {
    expects(words.columns() == m_width && words.rows() == m_words.rows.shape()[0] && words.shape == outputs.shape,
            "[word_vectors] the tables have another size");
    for (std::int64_t r = 0; r < words.rows(); ++r) {
        std::copy_n(m_words.rows.view().row(r), m_width, words.row(r));
        std::copy_n(m_outputs.rows.view().row(r), m_width, outputs.row(r));
    }
}

template class WordVectorTables<float>;
template class WordVectorTables<double>;

}  // namespace attentarium
