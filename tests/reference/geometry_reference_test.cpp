#include <algorithm>
#include <cmath>
#include <string>

#include "engine/geometry/procrustes.h"
#include "engine/geometry/principal_components.h"
#include "engine/geometry/tsne.h"
#include "engine/io/safetensors.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

constexpr const char* kFixtures[] = {"groups", "ring", "spiral"};

SafetensorsFile fixture(const std::string& name) {
    return SafetensorsFile::read(std::string(ATTENTARIUM_SOURCE_DIR) + "/tests/reference/fixtures/geometry_" + name +
                                 ".safetensors");
}

Points pointsIn(const SafetensorsFile& file, const char* name) {
    const std::vector<std::int64_t>& shape = file.find(name)->shape;
    const Tensor<double> tensor = file.tensor<double>(name, {shape[0], shape[1]});
    return pointsOf(tensor.values().data(), shape[0], shape[1]);
}

double numberIn(const SafetensorsFile& file, const char* name) {
    return file.tensor<double>(name, {1}).values()[0];
}

double largestDifference(std::span<const double> a, std::span<const double> b, double sign = 1) {
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - sign * b[i]));
    return largest;
}

constexpr auto never = [] { return false; };

}  // namespace

TEST_CASE("Principal components are scikit-learn's, up to the sign") {
    for (const char* const name : kFixtures) {
        CAPTURE(name);
        const SafetensorsFile file = fixture(name);
        const Points x = pointsIn(file, "x"), axes = pointsIn(file, "axes"), places = pointsIn(file, "projected");
        const PrincipalComponents components = principalComponents(x, axes.count);
        const Points found = projected(components, x);
        REQUIRE(components.axes.count == axes.count);
        const Tensor<double> shares = file.tensor<double>("shares", {axes.count});
        CHECK(largestDifference(components.shares, shares.values()) < 1e-6);
        for (std::int64_t axis = 0; axis < axes.count; ++axis) {
            CAPTURE(axis);
            const auto at = static_cast<std::size_t>(axis);
            double same = 0;
            for (std::int64_t i = 0; i < axes.dimensions; ++i) same += components.axes.row(axis)[i] * axes.row(axis)[i];
            const double sign = same < 0 ? -1 : 1;
            CHECK(largestDifference(components.axes[axis], axes[axis], sign) < 1e-6);
            double worst = 0;
            for (std::int64_t point = 0; point < x.count; ++point) {
                worst = std::max(worst, std::abs(found[point][at] - sign * places[point][at]));
            }
            CHECK(worst < 1e-6);
        }
    }
}

TEST_CASE("The map's divergence is within 2 % of scikit-learn's exact t-SNE") {
    for (const char* const name : kFixtures) {
        CAPTURE(name);
        const SafetensorsFile file = fixture(name);
        const Points x = pointsIn(file, "x");
        TsneSettings settings;
        settings.perplexity = std::stod(file.metadata().at("perplexity"));
        Tsne tsne(x, neighbourShares(x, settings.perplexity, never), settings);
        while (!tsne.isDone()) tsne.step();
        const double theirs = numberIn(file, "kl");
        INFO("ours " << tsne.divergence() << ", theirs " << theirs);
        CHECK(std::abs(tsne.divergence() - theirs) < 0.02 * theirs);
    }
}

TEST_CASE("Two sets of points are aligned as SciPy does it") {
    for (const char* const name : kFixtures) {
        CAPTURE(name);
        const SafetensorsFile file = fixture(name);
        const Points x = pointsIn(file, "x"), y = pointsIn(file, "y"), turn = pointsIn(file, "turn");
        const Procrustes found = procrustes(x, y);
        CHECK(largestDifference(found.turn.values, turn.values) < 1e-6);
        CHECK(std::abs(found.scale - numberIn(file, "scale")) < 1e-6);
    }
}
