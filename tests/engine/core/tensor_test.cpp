#include "engine/core/tensor.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>
#include <utility>

#include "tests/support/catch.h"

namespace attentarium {
namespace {

template <typename Scalar>
bool isAligned(const Scalar* place) {
    return reinterpret_cast<std::uintptr_t>(place) % kAlignment == 0;
}

TEST_CASE("A new tensor is all zeros, on a 64-byte boundary") {
    for (std::int64_t size = 1; size < 200; size += 7) {
        const Tensor<float> floats(Shape{size, 3});
        const Tensor<double> doubles(Shape{size});
        CHECK(isAligned(floats.values().data()));
        CHECK(isAligned(doubles.values().data()));
        CHECK(std::ranges::count(floats.values(), 0.0F) == size * 3);
        CHECK(std::ranges::count(doubles.values(), 0.0) == size);
    }
}

TEST_CASE("A tensor without a shape given holds nothing") {
    const Tensor<float> nothing;
    CHECK(nothing.count() == 0);
    CHECK(nothing.values().empty());
    CHECK_FALSE(nothing.view());
    CHECK(nothing.view().count() == 0);
}

TEST_CASE("A view reaches every row") {
    Tensor<float> tensor(Shape{2, 2, 3});
    const TensorView<float> view = tensor.mutableView();
    for (std::int64_t i = 0; i < view.count(); ++i) view.data[i] = static_cast<float>(i);
    CHECK(view.rows() == 4);
    CHECK(view.columns() == 3);
    CHECK(view.row(3)[2] == 11.0F);
    const TensorView<const float> constant = view;
    CHECK(constant.span()[5] == 5.0F);
}

TEST_CASE("Copies share their memory until one is written to") {
    Tensor<float> original(Shape{4});
    original.mutableView().data[1] = 5.0F;
    const Tensor<float> copy = original;
    CHECK(copy.values().data() == original.values().data());

    original.mutableView().data[1] = 7.0F;
    CHECK(copy.values().data() != original.values().data());
    CHECK(copy.values()[1] == 5.0F);
    CHECK(original.values()[1] == 7.0F);
    CHECK(isAligned(original.values().data()));
}

TEST_CASE("A tensor that nothing shares is written to in place") {
    Tensor<double> tensor(Shape{3});
    const double* before = tensor.values().data();
    { const Tensor<double> passing = tensor; }
    tensor.mutableView().data[0] = 1.0;
    CHECK(tensor.values().data() == before);

    const Tensor<double> moved = std::move(tensor);
    CHECK(moved.values().data() == before);
}

// The two threads meet only through the tensor, so the thread sanitizer sees whether that is enough.
TEST_CASE("A tensor can be written to once another thread has dropped its copy") {
    for (int round = 0; round < 100; ++round) {
        Tensor<float> tensor(Shape{16});
        std::atomic<bool> dropped{false};
        float seen = 1.0F;
        std::jthread reader([copy = tensor, &dropped, &seen]() mutable {
            seen = copy.values()[3];
            copy = {};
            dropped.store(true, std::memory_order_relaxed);
        });
        while (!dropped.load(std::memory_order_relaxed)) std::this_thread::yield();
        tensor.mutableView().data[3] = 2.0F;
        reader.join();
        REQUIRE(seen == 0.0F);
    }
}

}  // namespace
}  // namespace attentarium
