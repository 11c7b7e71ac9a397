#include "engine/core/matrix_product.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

#include "engine/core/allocations.h"
#include "engine/core/eigen_product.h"
#include "engine/core/error.h"
#include "engine/core/random.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

struct Sizes {
    std::int64_t rows;
    std::int64_t inner;
    std::int64_t columns;
};

const std::vector<Sizes> kSizes{{1, 1, 1}, {1, 7, 1},   {1, 13, 5},   {5, 13, 1},   {2, 3, 4},     {7, 5, 3},
                                {8, 8, 8}, {17, 1, 19}, {31, 33, 29}, {64, 16, 64}, {65, 129, 67}, {3, 257, 9}};

/// Random numbers in rows that lie `gap` elements further apart than they are long.
template <typename Scalar>
struct Filled {
    std::int64_t rows;
    std::int64_t columns;
    std::int64_t stride;
    std::vector<Scalar> memory;

    Filled(std::int64_t r, std::int64_t c, std::int64_t gap, Random& random)
        : rows(r), columns(c), stride(c + gap), memory(static_cast<std::size_t>(r * stride)) {
        for (Scalar& value : memory) value = static_cast<Scalar>(random.normal());
    }

    Scalar& at(std::int64_t row, std::int64_t column) {
        return memory[static_cast<std::size_t>(row * stride + column)];
    }
    MatrixView<const Scalar> view() const { return {memory.data(), rows, columns, stride}; }
    MatrixView<Scalar> mutableView() { return {memory.data(), rows, columns, stride}; }
};

/// Compares with three loops in double; also sees that nothing between the rows of the result was touched.
template <typename Scalar>
void compare(const Sizes& sizes, Transpose transpose, Store store, std::int64_t gap, Random& random) {
    const bool leftFlipped = transpose == Transpose::Left;
    const bool rightFlipped = transpose == Transpose::Right;
    Filled<Scalar> left(leftFlipped ? sizes.inner : sizes.rows, leftFlipped ? sizes.rows : sizes.inner, gap, random);
    Filled<Scalar> right(rightFlipped ? sizes.columns : sizes.inner, rightFlipped ? sizes.inner : sizes.columns,
                         gap * 2, random);
    Filled<Scalar> result(sizes.rows, sizes.columns, gap * 3, random);
    Filled<Scalar> before = result;
    matrixProduct<Scalar>(left.view(), right.view(), result.mutableView(), transpose, store);

    const double precision = std::is_same_v<Scalar, float> ? 1e-6 : 1e-14;
    double worst = 0.0;
    bool gapsKept = true;
    for (std::int64_t i = 0; i < sizes.rows; ++i) {
        for (std::int64_t j = 0; j < sizes.columns; ++j) {
            double sum = store == Store::Accumulate ? static_cast<double>(before.at(i, j)) : 0.0;
            double size = std::abs(sum);
            for (std::int64_t k = 0; k < sizes.inner; ++k) {
                const double term = static_cast<double>(leftFlipped ? left.at(k, i) : left.at(i, k)) *
                                    static_cast<double>(rightFlipped ? right.at(j, k) : right.at(k, j));
                sum += term;
                size += std::abs(term);
            }
            worst = std::max(worst, std::abs(sum - static_cast<double>(result.at(i, j))) / size);
        }
        for (std::int64_t j = sizes.columns; j < result.stride; ++j) {
            gapsKept = gapsKept && result.at(i, j) == before.at(i, j);
        }
    }
    INFO(sizes.rows << " × " << sizes.inner << " × " << sizes.columns << ", transpose " << static_cast<int>(transpose)
                    << ", store " << static_cast<int>(store) << ", gap " << gap);
    CHECK(worst < precision);
    CHECK(gapsKept);
}

template <typename Scalar>
void compareAll() {
    Random random(7);
    for (const Sizes& sizes : kSizes) {
        for (const Transpose transpose : {Transpose::None, Transpose::Left, Transpose::Right}) {
            for (const Store store : {Store::Replace, Store::Accumulate}) {
                for (const std::int64_t gap : {0, 1, 8}) compare<Scalar>(sizes, transpose, store, gap, random);
            }
        }
    }
}

TEST_CASE("A matrix product in float equals three loops") {
    compareAll<float>();
}

TEST_CASE("A matrix product in double equals three loops") {
    compareAll<double>();
}

TEST_CASE("Replacing does not read what was there") {
    Random random(8);
    for (const Sizes& sizes : kSizes) {
        const Filled<float> left(sizes.rows, sizes.inner, 0, random);
        const Filled<float> right(sizes.inner, sizes.columns, 0, random);
        Filled<float> result(sizes.rows, sizes.columns, 0, random);
        for (float& value : result.memory) value = std::nanf("");
        matrixProduct<float>(left.view(), right.view(), result.mutableView());
        for (const float value : result.memory) REQUIRE(std::isfinite(value));
    }
}

TEST_CASE("A repeated matrix product gives the same bits") {
    Random random(9);
    const Filled<float> left(192, 130, 2, random);
    const Filled<float> right(130, 77, 0, random);
    Filled<float> result(192, 77, 0, random);
    matrixProduct<float>(left.view(), right.view(), result.mutableView());
    const std::vector<float> first = result.memory;
    for (int round = 0; round < 20; ++round) {
        matrixProduct<float>(left.view(), right.view(), result.mutableView());
        REQUIRE(result.memory == first);
    }
}

TEST_CASE("A matrix product asks the system for no memory") {
    if (!allocationsAreCounted()) return;
    Random random(10);
    std::vector<Sizes> sizes = kSizes;
    sizes.push_back({768, 128, 512});
    sizes.push_back({768, 512, 128});
    sizes.push_back({128, 768, 512});
    sizes.push_back({1024, 1024, 1024});
    for (const auto& [rows, inner, columns] : sizes) {
        const Filled<float> plain(rows, inner, 0, random);
        const Filled<float> flipped(inner, rows, 0, random);
        const Filled<float> right(inner, columns, 0, random);
        const Filled<float> rightFlipped(columns, inner, 0, random);
        Filled<float> result(rows, columns, 0, random);
        const std::int64_t before = allocationCount();
        for (const Store store : {Store::Replace, Store::Accumulate}) {
            matrixProduct<float>(plain.view(), right.view(), result.mutableView(), Transpose::None, store);
            matrixProduct<float>(flipped.view(), right.view(), result.mutableView(), Transpose::Left, store);
            matrixProduct<float>(plain.view(), rightFlipped.view(), result.mutableView(), Transpose::Right, store);
        }
        const std::int64_t asked = allocationCount() - before;
        INFO(rows << " × " << inner << " × " << columns);
        CHECK(asked == 0);
    }
}

TEST_CASE("A matrix product shared out has the bits of one that is not, on any number of threads") {
    Random random(12);
    std::vector<Sizes> sizes = kSizes;
    sizes.insert(sizes.end(), {{300, 130, 70}, {56, 900, 200}, {57, 400, 33}});
    for (const auto& [rows, inner, columns] : sizes) {
        for (const Transpose transpose : {Transpose::None, Transpose::Left, Transpose::Right}) {
            const bool leftTurned = transpose == Transpose::Left, rightTurned = transpose == Transpose::Right;
            const Filled<float> left(leftTurned ? inner : rows, leftTurned ? rows : inner, 1, random);
            const Filled<float> right(rightTurned ? columns : inner, rightTurned ? inner : columns, 0, random);
            Filled<float> expected(rows, columns, 3, random);
            const Filled<float> before = expected;
            matrixProduct<float>(left.view(), right.view(), expected.mutableView(), transpose, Store::Accumulate);
            for (const int threads : {1, 2, 3}) {
                Parallel parallel(threads);
                Arena scratch;
                Filled<float> result = before;
                matrixProduct<float>(parallel, scratch, left.view(), right.view(), result.mutableView(), transpose,
                                     Store::Accumulate);
                INFO(rows << " × " << inner << " × " << columns << ", transpose " << static_cast<int>(transpose) << ", "
                          << threads << " threads");
                CHECK((result.memory == expected.memory));
            }
        }
    }
}

TEST_CASE("A row of a product has the same bits alone and among others") {
    Random random(13);
    const Filled<float> left(61, 500, 0, random);
    const Filled<float> right(500, 45, 0, random);
    Filled<float> together(61, 45, 0, random), apart = together;
    matrixProduct<float>(left.view(), right.view(), together.mutableView());
    for (std::int64_t row = 0; row < left.rows; ++row) {
        const MatrixView<const float> own{left.memory.data() + row * left.stride, 1, left.columns, left.stride};
        matrixProduct<float>(own, right.view(), {apart.memory.data() + row * apart.stride, 1, 45, apart.stride});
    }
    CHECK((apart.memory == together.memory));
}

TEST_CASE("Every row of a shared product begins with the offset") {
    Random random(14);
    for (const auto& [rows, inner, columns] : std::vector<Sizes>{{3, 5, 70}, {200, 400, 33}}) {
        const Filled<float> left(rows, inner, 0, random);
        const Filled<float> right(inner, columns, 0, random);
        const Filled<float> offset(1, columns, 0, random);
        Filled<float> expected(rows, columns, 0, random), result(rows, columns, 0, random);
        for (std::int64_t row = 0; row < rows; ++row) {
            std::ranges::copy(offset.memory, expected.memory.begin() + row * columns);
        }
        matrixProduct<float>(left.view(), right.view(), expected.mutableView(), Transpose::None, Store::Accumulate);
        Parallel parallel(2);
        Arena scratch;
        matrixProduct<float>(parallel, scratch, left.view(), right.view(), result.mutableView(), Transpose::None,
                             Store::Replace, offset.memory.data());
        CHECK((result.memory == expected.memory));
    }
}

TEST_CASE("A matrix product agrees with Eigen's") {
    Random random(15);
    const Filled<float> left(70, 150, 2, random);
    const Filled<float> right(150, 90, 1, random);
    Filled<float> result(70, 90, 0, random), expected(70, 90, 3, random);
    matrixProduct<float>(left.view(), right.view(), result.mutableView());
    eigenProduct(left.view(), right.view(), expected.mutableView());
    for (std::int64_t i = 0; i < 70; ++i) {
        for (std::int64_t j = 0; j < 90; ++j) REQUIRE(result.at(i, j) == Approx(expected.at(i, j)).margin(1e-4));
    }
}

TEST_CASE("A matrix product refuses sizes that do not fit") {
    Random random(11);
    const Filled<float> left(3, 4, 0, random);
    const Filled<float> right(5, 2, 0, random);
    Filled<float> result(3, 2, 0, random);
    for (const Transpose transpose : {Transpose::None, Transpose::Left, Transpose::Right}) {
        CHECK_THROWS_AS(matrixProduct<float>(left.view(), right.view(), result.mutableView(), transpose), LogicError);
    }
}

}  // namespace
}  // namespace attentarium
