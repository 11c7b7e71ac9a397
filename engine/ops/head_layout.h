#pragma once

#include <cstdint>

#include "engine/core/matrix_product.h"
#include "engine/core/tensor.h"

namespace attentarium {

/// Where the heads lie: side by side in the last axis of [batch, token, feature], each its own matrix in
/// [batch, head, token, …].
struct HeadLayout {
    std::int64_t batch = 0;
    std::int64_t heads = 0;
    std::int64_t tokens = 0;
    std::int64_t headWidth = 0;

    HeadLayout(const Shape& features, std::int64_t headCount)
        : batch(features[0]), heads(headCount), tokens(features[1]), headWidth(features[2] / headCount) {}

    std::int64_t pieces() const { return batch * heads; }
    std::int64_t width() const { return heads * headWidth; }

    /// Head `piece % heads` of text `piece / heads` in a [batch, token, feature] tensor: [token, head feature].
    template <typename Scalar>
    MatrixView<Scalar> features(const TensorView<Scalar>& tensor, std::int64_t piece) const {
        const std::int64_t start = piece / heads * tokens * width() + piece % heads * headWidth;
        return {tensor.data + start, tokens, headWidth, width()};
    }
    /// The same in a [batch, head, token, columns] tensor.
    template <typename Scalar>
    MatrixView<Scalar> own(const TensorView<Scalar>& tensor, std::int64_t piece) const {
        const std::int64_t columns = tensor.columns();
        return {tensor.data + piece * tokens * columns, tokens, columns, columns};
    }

    /// A cell of a [batch, token, feature] tensor taken apart.
    struct FeatureCell {
        std::int64_t piece, token, headFeature;
    };
    FeatureCell featureCell(std::int64_t index) const {
        const std::int64_t feature = index % width(), row = index / width();
        return {row / tokens * heads + feature / headWidth, row % tokens, feature % headWidth};
    }
    std::int64_t featureIndex(std::int64_t piece, std::int64_t token, std::int64_t headFeature) const {
        return (piece / heads * tokens + token) * width() + piece % heads * headWidth + headFeature;
    }
    /// A cell of a [batch, head, token, columns] tensor put together.
    std::int64_t ownIndex(std::int64_t piece, std::int64_t token, std::int64_t column, std::int64_t columns) const {
        return (piece * tokens + token) * columns + column;
    }
};

}  // namespace attentarium
