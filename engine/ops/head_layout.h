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

/// The heads of queries beside those of keys and values, of which there may be fewer: several query heads then share
/// one, those of a group standing together (Ainslie et al., 2023).
struct AttentionLayout {
    HeadLayout query;  ///< of query and result, [batch, query token, heads · d]
    HeadLayout key;    ///< of key and value, [batch, key token, key–value heads · d]

    std::int64_t group() const { return query.heads / key.heads; }
    /// The piece of key and value that the query head `piece` attends to.
    std::int64_t keyPiece(std::int64_t piece) const { return piece / group(); }
    std::int64_t textOf(std::int64_t piece) const { return piece / query.heads; }
    Shape scores() const { return {query.batch, query.heads, query.tokens, key.tokens}; }
    /// Calls `work(piece)` for every query head of the group that shares `keyPiece`.
    template <typename Work>
    void forGroup(std::int64_t keyPiece, const Work& work) const {
        for (std::int64_t piece = keyPiece * group(); piece < (keyPiece + 1) * group(); ++piece) work(piece);
    }
};

}  // namespace attentarium
