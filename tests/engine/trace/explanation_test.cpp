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

TEST_CASE("The reason for an update comes to the updated value with any optimizer and penalty") {
    const TrainingSettings plain{.peakRate = 0.05, .weightDecay = 0.3, .clip = 0.5};
    for (const auto kind : {OptimizerKind::Sgd, OptimizerKind::Momentum, OptimizerKind::Adam, OptimizerKind::AdamW}) {
        TrainingSettings settings = plain;
        settings.optimizer = kind;
        settings.l1 = 0.02;
        settings.l2 = 0.07;
        const auto trace = look(*test::someModel(), {3, 1, 4, 1, 5}, LookDepth::Update, settings);
        INFO(nameOf(kind));
        for (const char* name : {"blocks.0.attention.query.weight", "blocks.1.feed_forward.hidden.bias"}) {
            const Var node = trace->find(name).value();
            const ParameterUpdate& update = *trace->update(node);
            CHECK(update.firstMoment.values().empty() == (kind == OptimizerKind::Sgd));
            CHECK(update.secondMoment.values().empty() == !keepsSecondMoment(kind));
            for (std::int64_t index = 0; index < 8; ++index) {
                const UpdateExplanation why = trace->explainUpdate(node, index);
                const double stored = static_cast<double>(update.updated.values()[static_cast<std::size_t>(index)]);
                CHECK(std::abs(why.after - stored) <= 1e-6 * (std::abs(why.before) + std::abs(why.after - why.before)));
                CHECK((why.penalty != 0) == update.decays);
                CHECK((why.weightDecay > 0) == (update.decays && kind == OptimizerKind::AdamW));
                if (kind == OptimizerKind::Sgd) {
                    CHECK(why.after == Approx(why.before - 0.05 * (why.clipped + why.penalty)));
                }
            }
        }
    }
}

TEST_CASE("The reason for a smoothed loss comes to that loss, and so do those for its gradients") {
    const TrainingSettings settings{.labelSmoothing = 0.2};
    const auto trace = look(*test::someModel(), {3, 1, 4, 1, 5}, LookDepth::Backward, settings);
    const Var losses = trace->find("token_losses").value(), logits = trace->find("logits").value();
    for (std::int64_t token = 0; token < 4; ++token) {
        const Explanation why = trace->explainValue(losses, token);
        CHECK(why.smoothing == 0.2);
        CHECK(why.total == Approx(trace->values(losses)[static_cast<std::size_t>(token)]).epsilon(1e-5));
        // Not the plain cost, which the share of the other words makes larger or smaller.
        const double plain = why.intermediates.largest + std::log(why.intermediates.denominator) -
                             why.terms[why.chosen].left->value;
        CHECK(std::abs(why.total - plain) > 1e-3);
    }
    for (std::int64_t index = 0; index < 22; ++index) {
        double total = 0;
        for (const Explanation& part : trace->explainGradient(logits, index)) total += part.total;
        CHECK(total == Approx(trace->gradients(logits)[static_cast<std::size_t>(index)]).margin(1e-6));
    }
}

}  // namespace
}  // namespace attentarium
