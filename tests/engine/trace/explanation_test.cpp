#include <cmath>

#include "tests/engine/trace/explained.h"
#include "tests/engine/trace/looked_at.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::someTrace;

using test::checkFactors;
using test::pick;
using test::sizeOf;

TEST_CASE("The reason for a value comes to that value, for cells anywhere") {
    for (const bool tied : {false, true}) {
        const auto trace = someTrace(tied);
        Random random(1);
        for (int i = 0; i < 3000; ++i) {
            const auto [node, index] = pick(*trace, random);
            const Explanation why = trace->explainValue(node, index);
            const auto cell = static_cast<double>(trace->values(node)[static_cast<std::size_t>(index)]);
            INFO(trace->name(node) << " cell " << index << ": " << why.total << " for " << cell);
            checkFactors(*trace, why);
            if (std::isinf(cell)) {
                CHECK(why.rule == Rule::Masked);
                CHECK(why.total == cell);
                continue;
            }
            CHECK(std::abs(why.total - cell) <= 1e-6 * sizeOf(why));
            // The last token has no next one; its loss is zero by definition.
            const bool given = trace->isParameter(node) || (trace->site(node) == Site::TokenLosses && index == 6);
            CHECK((why.rule == Rule::Given) == given);
        }
    }
}

TEST_CASE("A gradient is the sum of what its users contribute, for cells anywhere") {
    for (const bool tied : {false, true}) {
        const auto trace = someTrace(tied);
        Random random(2);
        for (int i = 0; i < 3000; ++i) {
            const auto [node, index] = pick(*trace, random);
            const auto gradients = trace->gradients(node);
            const std::vector<Explanation> contributions = trace->explainGradient(node, index);
            if (gradients.empty()) {
                CHECK(contributions.empty());
                continue;
            }
            const auto cell = static_cast<double>(gradients[static_cast<std::size_t>(index)]);
            double total = 0, size = 0;
            for (const Explanation& why : contributions) {
                checkFactors(*trace, why);
                total += why.total;
                size += sizeOf(why);
            }
            INFO(trace->name(node) << " cell " << index << ": " << total << " for " << cell);
            CHECK(std::abs(total - cell) <= 1e-6 * size);
        }
    }
}

TEST_CASE("Only what the loss does not depend on has no gradient") {
    const auto trace = someTrace();
    for (const Var node : trace->nodes()) {
        INFO(trace->name(node));
        CHECK(trace->gradients(node).empty() == (trace->site(node) == Site::Probabilities));
    }
    CHECK(trace->gradients(trace->find("loss").value())[0] == 1);
}

TEST_CASE("The reason for an update comes to the updated value, for cells anywhere") {
    const auto trace = someTrace();
    Random random(3);
    int checked = 0;
    while (checked < 1500) {
        const auto [node, index] = pick(*trace, random);
        const ParameterUpdate* update = trace->update(node);
        REQUIRE((update != nullptr) == trace->isParameter(node));
        if (!update) continue;
        ++checked;
        const auto at = static_cast<std::size_t>(index);
        const UpdateExplanation why = trace->explainUpdate(node, index);
        INFO(trace->name(node) << " cell " << index);
        CHECK(why.before == static_cast<double>(trace->values(node)[at]));
        CHECK(why.gradient == static_cast<double>(trace->gradients(node)[at]));
        const auto near = [](double exact, float stored) {
            return std::abs(exact - static_cast<double>(stored)) <= 1e-6 * std::abs(exact) + 1e-30;
        };
        CHECK(near(why.clipped, update->gradient.values()[at]));
        CHECK(near(why.firstMoment, update->firstMoment.values()[at]));
        CHECK(near(why.secondMoment, update->secondMoment.values()[at]));
        // The stride is small beside the number, so it is measured against that.
        CHECK(std::abs(why.after - static_cast<double>(update->updated.values()[at])) <=
              1e-6 * (std::abs(why.before) + std::abs(why.after - why.before)));
        CHECK((why.weightDecay > 0) == trace->name(node).ends_with(".weight"));
    }
    CHECK(trace->update()->settings.clipFactor * trace->update()->settings.gradientNorm <= 1.0);
}

}  // namespace
}  // namespace attentarium
