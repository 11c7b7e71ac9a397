#include "engine/probe/gradient_flow.h"

#include <cmath>

#include "engine/models/registry.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

std::unique_ptr<Model<double>> fresh(Family family, std::int64_t width, std::int64_t layers = 1) {
    auto model =
        makeModel<double>({.family = family, .layers = layers, .width = width, .context = 128, .vocabulary = 7});
    Random random(3);
    model->initialise(random);
    return model;
}

std::vector<int> words(int count) {
    std::vector<int> all;
    for (int i = 0; i < count; ++i) all.push_back(i * 5 % 7);
    return all;
}

}  // namespace

TEST_CASE("The spectral radius is that of known matrices, turning, nilpotent and defective ones too") {
    CHECK(spectralRadius(std::vector<double>{3}, 1) == Approx(3));
    CHECK(spectralRadius(std::vector<double>{-2, 0, 0, 1}, 2) == Approx(2));
    // A turn by 30°, scaled: complex eigenvalues of one size.
    const double c = 0.9 * std::cos(0.5), s = 0.9 * std::sin(0.5);
    CHECK(spectralRadius(std::vector<double>{c, -s, s, c}, 2) == Approx(0.9).epsilon(1e-9));
    CHECK(spectralRadius(std::vector<double>{0, 1, 0, 0}, 2) == 0);
    CHECK(spectralRadius(std::vector<double>{0.5, 100, 0, 0.5}, 2) == Approx(0.5).epsilon(1e-6));
    // +1 and −1 are equal in size, where a power iteration would go to and fro.
    CHECK(spectralRadius(std::vector<double>{0, 1, 1, 0}, 2) == Approx(1));
    // The companion matrix of x³ − 2x − 5, whose largest root is 2.0945514815.
    CHECK(spectralRadius(std::vector<double>{0, 2, 5, 1, 0, 0, 0, 1, 0}, 3) == Approx(2.0945514815).epsilon(1e-9));
}

TEST_CASE("A linear recurrent network passes gradients back as the powers of its matrix do") {
    // Nothing comes in, so every state is 0, where tanh is the straight line x: dL/dh of k steps back is Uᵏ · dL/dh.
    const auto model = fresh(Family::Rnn, 2);
    const auto set = [&](const char* name, std::initializer_list<double> numbers) {
        std::ranges::copy(numbers, model->parameters().find(name)->value.mutableView().data);
    };
    fillConstant(*model->parameters().find("token_embedding.weight"), 0);
    const double c = 1.1 * std::cos(0.7), s = 1.1 * std::sin(0.7);
    set("layers.0.recurrent.weight", {c, s, -s, c});
    const GradientFlow turning = gradientFlow(*model, words(40), 2);
    REQUIRE(turning.hidden.size() == 40);
    CHECK(turning.cell.empty());
    for (int back = 0; back < 40; ++back) {
        CHECK(turning.hidden[static_cast<std::size_t>(39 - back)] ==
              Approx(turning.hidden.back() * std::pow(1.1, back)).epsilon(1e-9));
    }
    const Decay grown = decayOf(turning.hidden);
    CHECK(grown.grows);
    CHECK(grown.factor == Approx(1.1));
    CHECK(grown.halfLife == Approx(std::log(2) / std::log(1.1)));
}

TEST_CASE("A half-life is found where norms fall by half with each three steps") {
    std::vector<double> norms;
    for (int i = 0; i < 30; ++i) norms.push_back(std::pow(2, i / 3.0));
    const Decay decay = decayOf(norms);
    CHECK_FALSE(decay.grows);
    CHECK(decay.halfLife == Approx(3));
    norms[0] = 0;
    CHECK(decayOf(norms).halfLife == Approx(3));
    CHECK(decayOf(std::vector<double>{1}).halfLife == 0);
    CHECK(decayOf({}).factor == 1);
}

TEST_CASE("Each kind of cell has a number for each step, up to a hundred of them") {
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) {
        const auto model = fresh(family, 16, 2);
        for (const int length : {1, 2, 100}) {
            const GradientFlow flow = gradientFlow(*model, words(length), 1);
            CHECK(std::ssize(flow.hidden) == length);
            CHECK(std::ssize(flow.cell) == (family == Family::Lstm ? length : 0));
            CHECK(flow.hidden.back() > 0);
            CHECK(flow.parameters > 0);
            CHECK(flow.loss > 0);
        }
    }
}

TEST_CASE("The recurrent weights are scaled to the radius that is asked for, and nothing else is") {
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) {
        const auto model = fresh(family, 12);
        const auto before = model->parameters().values();
        setSpectralRadius(*model, 1.7);
        CHECK(spectralRadius(recurrentBlock(*model), 12) == Approx(1.7).epsilon(1e-9));
        const auto after = model->parameters().values();
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool isRecurrent = model->parameters()[i].name == "layers.0.recurrent.weight";
            CHECK(std::ranges::equal(before[i].values(), after[i].values()) == !isRecurrent);
        }
    }
}

TEST_CASE("Small recurrent weights make the gradient vanish and large ones make it explode") {
    const auto model = fresh(Family::Rnn, 16);
    setSpectralRadius(*model, 0.5);
    const Decay small = decayOf(gradientFlow(*model, words(60), 1).hidden);
    CHECK_FALSE(small.grows);
    CHECK(small.halfLife < 1.5);
    // Without an input nothing holds tanh back.
    fillConstant(*model->parameters().find("token_embedding.weight"), 0);
    setSpectralRadius(*model, 1.5);
    CHECK(decayOf(gradientFlow(*model, words(60), 1).hidden).grows);
}
