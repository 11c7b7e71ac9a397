#include "engine/core/packed_matrix.h"

#include <cmath>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

template <typename Scalar>
std::vector<Scalar> someNumbers(std::int64_t count, Random& random) {
    std::vector<Scalar> numbers(static_cast<std::size_t>(count));
    for (Scalar& number : numbers) number = static_cast<Scalar>(random.normal());
    return numbers;
}

/// The largest error of a product beside three loops in double, relative to the size of its sums.
template <typename Scalar>
double worstError(std::int64_t rows, std::int64_t inner, std::int64_t columns, Transpose transpose, Random& random) {
    constexpr std::int64_t kGap = 3;
    const bool turned = transpose == Transpose::Right;
    const std::int64_t rightStride = (turned ? inner : columns) + kGap;
    const auto left = someNumbers<Scalar>(rows * (inner + kGap), random);
    const auto right = someNumbers<Scalar>((turned ? columns : inner) * rightStride, random);
    auto result = someNumbers<Scalar>(rows * (columns + kGap), random);
    const auto before = result;
    std::vector<Scalar> memory(static_cast<std::size_t>(packedCount<Scalar>(inner, columns)));
    const PackedMatrix<Scalar> packed = pack<Scalar>(
        {right.data(), turned ? columns : inner, turned ? inner : columns, rightStride}, memory.data(), transpose);
    addProduct<Scalar>({left.data(), rows, inner, inner + kGap}, packed,
                       {result.data(), rows, columns, columns + kGap});
    double worst = 0;
    for (std::int64_t i = 0; i < rows; ++i) {
        for (std::int64_t j = 0; j < columns + kGap; ++j) {
            const auto at = static_cast<std::size_t>(i * (columns + kGap) + j);
            double sum = static_cast<double>(before[at]), size = std::abs(sum);
            for (std::int64_t k = 0; j < columns && k < inner; ++k) {
                const double term =
                    static_cast<double>(left[static_cast<std::size_t>(i * (inner + kGap) + k)]) *
                    static_cast<double>(
                        right[static_cast<std::size_t>(turned ? j * rightStride + k : k * rightStride + j)]);
                sum += term;
                size += std::abs(term);
            }
            worst = std::max(worst, std::abs(sum - static_cast<double>(result[at])) / size);
        }
    }
    return worst;
}

TEST_CASE("A packed product is the sum of products, and nothing between the rows is touched") {
    Random random(1);
    for (const std::int64_t rows : {1, 5, 6, 13, 50}) {
        for (const std::int64_t inner : {1, 17, 300}) {
            for (const std::int64_t columns : {1, 8, 16, 37}) {
                INFO(rows << " × " << inner << " × " << columns);
                for (const Transpose transpose : {Transpose::None, Transpose::Right}) {
                    CHECK(worstError<float>(rows, inner, columns, transpose, random) < 3e-6);
                    CHECK(worstError<double>(rows, inner, columns, transpose, random) < 1e-14);
                }
            }
        }
    }
}

TEST_CASE("The bits of a row do not depend on the rows beside it") {
    Random random(2);
    constexpr std::int64_t kRows = 61, kInner = 270, kColumns = 23;
    const auto left = someNumbers<float>(kRows * kInner, random), right = someNumbers<float>(kInner * kColumns, random);
    std::vector<float> memory(static_cast<std::size_t>(packedCount<float>(kInner, kColumns)));
    const PackedMatrix<float> packed = pack<float>({right.data(), kInner, kColumns, kColumns}, memory.data());
    std::vector<float> together(static_cast<std::size_t>(kRows * kColumns)), apart = together;
    addProduct<float>({left.data(), kRows, kInner, kInner}, packed, {together.data(), kRows, kColumns, kColumns});
    for (std::int64_t row = 0; row < kRows; ++row) {
        addProduct<float>({left.data() + row * kInner, 1, kInner, kInner}, packed,
                          {apart.data() + row * kColumns, 1, kColumns, kColumns});
    }
    CHECK((together == apart));
}

TEST_CASE("A product with the left side turned over is the sum of products") {
    Random random(3);
    for (const std::int64_t inner : {1, 63, 64, 200}) {
        for (const std::int64_t rows : {1, 6, 13}) {
            for (const std::int64_t columns : {1, 16, 37}) {
                constexpr std::int64_t kGap = 2;
                const auto left = someNumbers<double>(inner * (rows + kGap), random);
                const auto right = someNumbers<double>(inner * (columns + kGap), random);
                auto result = someNumbers<double>(rows * (columns + kGap), random);
                auto expected = result;
                matrixProduct<double>({left.data(), inner, rows, rows + kGap},
                                      {right.data(), inner, columns, columns + kGap},
                                      {result.data(), rows, columns, columns + kGap}, Transpose::Left,
                                      Store::Accumulate);
                double worst = 0;
                for (std::int64_t i = 0; i < rows; ++i) {
                    for (std::int64_t j = 0; j < columns + kGap; ++j) {
                        double& sum = expected[static_cast<std::size_t>(i * (columns + kGap) + j)];
                        for (std::int64_t k = 0; j < columns && k < inner; ++k) {
                            sum += left[static_cast<std::size_t>(k * (rows + kGap) + i)] *
                                   right[static_cast<std::size_t>(k * (columns + kGap) + j)];
                        }
                        const double own = result[static_cast<std::size_t>(i * (columns + kGap) + j)];
                        worst = std::max(worst, std::abs(own - sum));
                    }
                }
                INFO(rows << " × " << inner << " × " << columns);
                CHECK(worst < 1e-12);
            }
        }
    }
}

TEST_CASE("Sizes that do not fit a packed product are our own mistake") {
    std::vector<float> memory(64);
    const PackedMatrix<float> packed = pack<float>({memory.data(), 2, 3, 3}, memory.data() + 16);
    CHECK_THROWS_AS(addProduct<float>({memory.data(), 1, 3, 3}, packed, {memory.data(), 1, 3, 3}), LogicError);
    CHECK_THROWS_AS(addProduct<float>({memory.data(), 1, 2, 2}, packed, {memory.data(), 1, 2, 2}), LogicError);
}

}  // namespace
}  // namespace attentarium
