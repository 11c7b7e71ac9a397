#include "engine/probe/gradient_flow.h"
#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

TEST_CASE("The gradient comes back through time as far as PyTorch's does") {
    for (const char* const cell : {"rnn", "lstm", "gru"}) {
        CAPTURE(cell);
        const test::FamilyFixture fixture(std::string("gradient_flow_") + cell);
        const auto model = fixture.model<double>();
        const SafetensorsFile& file = fixture.file();
        std::vector<int> ids;
        for (const std::int64_t id : file.integers<std::int64_t>("ids")) ids.push_back(static_cast<int>(id));
        const auto steps = static_cast<std::int64_t>(ids.size());
        const GradientFlow flow =
            gradientFlow(*model, ids, static_cast<int>(file.integers<std::int64_t>("targets").front()));
        // Step by step: the norms of the first steps are many powers of ten smaller than those of the last.
        const auto compare = [&](const std::vector<double>& computed, const char* name) {
            const auto expected = file.tensor<double>(name, Shape{steps});
            REQUIRE(std::ssize(computed) == steps);
            for (std::size_t i = 0; i < computed.size(); ++i) {
                CHECK(computed[i] == Approx(expected.values()[i]).epsilon(1e-8));
            }
        };
        const auto one = [&](const char* name) { return file.tensor<double>(name, Shape{1}).values()[0]; };
        compare(flow.hidden, "hidden_norms");
        if (flow.cell.empty()) {
            CHECK_FALSE(file.find("cell_norms"));
        } else {
            compare(flow.cell, "cell_norms");
        }
        CHECK(flow.parameters == Approx(one("gradient_norm")).epsilon(1e-9));
        CHECK(flow.loss == Approx(one("loss")).epsilon(1e-9));
        CHECK(spectralRadius(recurrentBlock(*model), 6) == Approx(one("spectral_radius")).epsilon(1e-9));
    }
}

}  // namespace
}  // namespace attentarium
