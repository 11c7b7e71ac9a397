#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/families.h"

using namespace attentarium;

TEST_CASE("what the users of a tensor add to its gradient makes the gradient, in every family") {
    int branches = 0;
    for (const FamilySample& sample : familySamples()) {
        const auto trace = sampleTrace(sample);
        for (const Var node : trace->nodes()) {
            const auto all = trace->contributions(node);
            const auto gradient = trace->gradients(node);
            if (all.empty()) continue;
            INFO(sample.name << ", " << trace->name(node));
            REQUIRE_FALSE(gradient.empty());
            branches += all.size() > 1 ? 1 : 0;
            double largest = 0, furthest = 0;
            for (std::size_t i = 0; i < gradient.size(); ++i) {
                double sum = 0;
                for (const Contribution& each : all) sum += static_cast<double>(each.numbers[i]);
                largest = std::max(largest, std::abs(static_cast<double>(gradient[i])));
                furthest = std::max(furthest, std::abs(sum - static_cast<double>(gradient[i])));
            }
            CHECK(furthest <= 1e-5 * std::max(largest, 1e-3));
        }
    }
    CHECK(branches > 50);
}

TEST_CASE("a contribution says in each cell what the explanation of that cell says") {
    FamilySample sample{"gpt", smallConfig(Family::Gpt)};
    const auto trace = sampleTrace(sample);
    const Var input = trace->find("input").value();
    const auto all = trace->contributions(input);
    REQUIRE(all.size() == 2);
    for (const std::int64_t cell : {0, 11, 37}) {
        const auto why = trace->explainGradient(input, cell);
        REQUIRE(why.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(why[i].op == all[i].user);
            CHECK(why[i].total ==
                  Approx(static_cast<double>(all[i].numbers[static_cast<std::size_t>(cell)])).margin(1e-6));
        }
    }
    // The loss has no users.
    CHECK(trace->contributions(trace->find("loss").value()).empty());
}
