#pragma once

#include <vector>

#include "engine/models/model.h"

namespace attentarium {

/// What tells one place from another, a row for each place the model can read: the learned or sinusoidal vectors that
/// are added to the embeddings [context, width], or, with rotary positions, the cosines and sines of the turns of one
/// head [context, headWidth]. Empty with ALiBi and without positions, and for families that read word by word.
Tensor<float> positionVectors(const Model<float>& model);

/// Over how many places the feature comes round: 2π · 10000^(2i / width) for features 2i and 2i + 1 of sinusoidal
/// positions (Vaswani et al., 2017, section 3.5), and for those of a head's turns with its width (Su et al., 2021).
double wavelength(std::int64_t feature, std::int64_t width);

/// The products of every row with every row: [rows, rows].
Tensor<float> dotProducts(const Tensor<float>& rows);
/// Their means over all pairs of rows that are so far apart, from 0.
std::vector<double> meanByDistance(const Tensor<float>& products);

/// Two coordinates of a query or a key that are turned together.
struct PlaneVector {
    double x = 0;
    double y = 0;
};

/// The angle by which pair `pair` turns from one place to the next, in radians: 10000^(−2 pair / headWidth) (Su et al.,
/// 2021, equation 15).
double turnPerPlace(std::int64_t pair, std::int64_t headWidth);
PlaneVector turned(PlaneVector vector, double angle);
/// What each pair of coordinates adds to the product of a query at one place and a key at another, both not turned yet.
/// Places may be any numbers.
std::vector<double> turnedProducts(std::span<const float> query, std::span<const float> key, double queryPlace,
                                   double keyPlace);

}  // namespace attentarium
