#include "engine/trace/attention_measures.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/core/error.h"
#include "engine/core/matrix_product.h"

namespace attentarium {
namespace {

AttentionMatrix zeros(int rows, int columns) {
    return {rows, columns, std::vector<float>(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns))};
}

/// ½ W̄ + ½ I.
AttentionMatrix withResidual(AttentionMatrix mean) {
    for (int i = 0; i < mean.rows; ++i) {
        float* row = mean.values.data() + static_cast<std::ptrdiff_t>(i) * mean.columns;
        for (int j = 0; j < mean.columns; ++j) row[j] *= 0.5f;
        row[i] += 0.5f;
    }
    return mean;
}

MatrixView<const float> viewOf(const AttentionMatrix& matrix) {
    return {matrix.values.data(), matrix.rows, matrix.columns, matrix.columns};
}

AttentionMatrix product(const AttentionMatrix& left, const AttentionMatrix& right) {
    AttentionMatrix result = zeros(left.rows, right.columns);
    matrixProduct<float>(viewOf(left), viewOf(right),
                         {result.values.data(), result.rows, result.columns, result.columns});
    return result;
}

}  // namespace

AttentionMatrix combinedWeights(const Trace& trace, std::span<const AttentionLayer> layers, Combination combination) {
    expects(!layers.empty(), "[combined weights] of no layer");
    AttentionMatrix all = zeros(layers.front().rows, layers.front().columns);
    int heads = 0;
    for (const AttentionLayer& layer : layers) {
        expects(layer.rows == all.rows && layer.columns == all.columns, "[combined weights] of different words");
        for (int head = 0; head < layer.heads; ++head, ++heads) {
            for (int i = 0; i < all.rows; ++i) {
                const auto row = attentionRow(trace, layer.weights(), Quantity::Value, head, i);
                float* into = all.values.data() + static_cast<std::ptrdiff_t>(i) * all.columns;
                for (int j = 0; j < all.columns; ++j) {
                    const float weight = row[static_cast<std::size_t>(j)];
                    into[j] = combination == Combination::Mean ? into[j] + weight : std::max(into[j], weight);
                }
            }
        }
    }
    if (combination == Combination::Mean) {
        for (float& value : all.values) value /= static_cast<float>(heads);
    }
    return all;
}

AttentionMatrix rolledThrough(const Trace& trace, const AttentionLayer& layer, const AttentionMatrix* before) {
    expects(layer.looksAtItself(), "[rollout] goes through layers of one text");
    AttentionMatrix through = withResidual(combinedWeights(trace, std::span(&layer, 1), Combination::Mean));
    return before ? product(through, *before) : through;
}

double entropyOf(std::span<const float> weights) {
    double sum = 0;
    for (const float weight : weights) {
        const auto share = static_cast<double>(weight);
        if (share > 0) sum -= share * std::log2(share);
    }
    return sum;
}

std::vector<HeadMeasure> measureHeads(const Trace& trace, const AttentionLayer& layer) {
    std::vector<HeadMeasure> measures;
    for (int head = 0; head < layer.heads; ++head) {
        HeadMeasure measure;
        double distance = 0;
        for (int i = 0; i < layer.rows; ++i) {
            const auto row = attentionRow(trace, layer.weights(), Quantity::Value, head, i);
            measure.entropy += entropyOf(row) / layer.rows;
            for (int j = 0; j < layer.columns; ++j) {
                distance += static_cast<double>(row[static_cast<std::size_t>(j)]) * std::abs(i - j) / layer.rows;
            }
        }
        if (layer.looksAtItself()) measure.distance = distance;
        measures.push_back(measure);
    }
    return measures;
}

}  // namespace attentarium
