// The promise of the window: what it says of a number comes to that number.

#include <cstdlib>
#include <filesystem>

#include "engine/train/nudging.h"
#include "tests/engine/trace/added_up.h"
#include "tests/engine/trace/explained.h"
#include "tests/support/families.h"

namespace attentarium {
namespace {

/// Of each family; ATTENTARIUM_TRUTH_CELLS asks for another number.
int cellCount() {
    const char* asked = std::getenv("ATTENTARIUM_TRUTH_CELLS");
    return asked ? std::atoi(asked) : 1000;
}

/// A cell is kept as a float, which rounds it by 6e-8 of its size, and so were the sums within it.
constexpr double kPrecision = 1e-6;
/// Below this, floats lose their digits one by one.
constexpr double kSmallest = 1e-37;

struct Looked {
    std::string name;
    std::shared_ptr<const Model<float>> model;
    std::shared_ptr<const Trace> trace;
};

/// Every family as it is at first, again with weights as large as they become, and the bundled models.
std::vector<Looked> lookedAt() {
    std::vector<Looked> all;
    for (const FamilySample& sample : familySamples()) {
        all.push_back({sample.name, sampleModel(sample), sampleTrace(sample)});
        const std::shared_ptr<Model<float>> model = sampleModel(sample);
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            auto& parameter = model->parameters()[i];
            if (!parameter.decays) continue;
            for (float& weight : parameter.value.mutableView().span()) weight *= 4;
        }
        all.push_back(
            {sample.name + ", large weights", model, look(*model, all.back().trace->text(), LookDepth::Update)});
    }
    for (const char* language : {"en", "zh"}) {
        const std::filesystem::path folder = std::filesystem::path(ATTENTARIUM_SOURCE_DIR "/resources/checkpoints") /
                                             (std::string("small-world-") + language);
        if (!std::filesystem::exists(folder)) continue;
        const Checkpoint checkpoint = loadCheckpoint(folder);
        const std::shared_ptr<const Model<float>> model = checkpoint.model;
        all.push_back({folder.filename(), model, look(*model, {5, 9, 12, 7, 30, 21, 8, 14, 3}, LookDepth::Update)});
    }
    return all;
}

TEST_CASE("The terms of an explanation add up to the value, for a thousand cells anywhere in every family") {
    for (const Looked& looked : lookedAt()) {
        Random random(11);
        for (int i = 0; i < cellCount(); ++i) {
            const auto [node, index] = test::pick(*looked.trace, random);
            const Explanation why = looked.trace->explainValue(node, index);
            const auto cell = static_cast<double>(looked.trace->values(node)[static_cast<std::size_t>(index)]);
            const test::AddedUp sum = test::addedUp(*looked.trace, why, index);
            INFO(looked.name << ", " << looked.trace->name(node) << "[" << index << "]: " << sum.total << " for "
                             << cell << ", of " << sum.size);
            test::checkFactors(*looked.trace, why);
            if (std::isinf(cell)) {
                REQUIRE(sum.total == cell);
                REQUIRE(why.total == cell);
                continue;
            }
            CHECK(std::abs(sum.total - cell) <= kPrecision * sum.size + kSmallest);
            // And the window prints the same total.
            CHECK(std::abs(sum.total - why.total) <= 1e-12 * sum.size + kSmallest);
        }
    }
}

TEST_CASE("The terms of the explanations of a gradient add up to it, for a thousand cells anywhere in every family") {
    for (const Looked& looked : lookedAt()) {
        Random random(12);
        for (int i = 0; i < cellCount();) {
            const auto [node, index] = test::pick(*looked.trace, random);
            const auto gradients = looked.trace->gradients(node);
            if (gradients.empty()) continue;
            ++i;
            const auto cell = static_cast<double>(gradients[static_cast<std::size_t>(index)]);
            test::AddedUp all;
            std::string parts;
            for (const Explanation& why : looked.trace->explainGradient(node, index)) {
                const test::AddedUp sum = test::contributed(*looked.trace, why, node, index);
                all.total += sum.total;
                all.size += sum.size;
                parts += ' ' + std::string(looked.trace->op(why.op));
                test::checkFactors(*looked.trace, why);
                CHECK(std::abs(sum.total - why.total) <= 1e-12 * sum.size + kSmallest);
            }
            INFO(looked.name << ", " << looked.trace->name(node) << "[" << index << "]: " << all.total << " for "
                             << cell << ", of " << all.size << " through" << parts);
            CHECK(std::abs(all.total - cell) <= kPrecision * all.size + kSmallest);
        }
    }
}

TEST_CASE("A nudge agrees with the gradient, for a thousand cells anywhere in every family") {
    for (const FamilySample& sample : familySamples()) {
        const auto trace = sampleTrace(sample);
        Nudging nudging(*sampleModel(sample), trace->text());
        Random random(13);
        for (int i = 0; i < cellCount();) {
            const auto [node, index] = test::pick(*trace, random);
            if (trace->gradients(node).empty()) continue;
            ++i;
            const Nudge nudge = nudging(node, index);
            INFO(sample.name << ", " << trace->name(node) << "[" << index << "]: " << nudge.measured << " and "
                             << nudge.computed << ", step " << nudge.step);
            CHECK(std::abs(nudge.measured - nudge.computed) <= 1e-6 * std::max(0.01, std::abs(nudge.computed)));
            CHECK(nudge.agrees());
            // The trace has the same gradient, in float.
            CHECK(std::abs(nudge.computed -
                           static_cast<double>(trace->gradients(node)[static_cast<std::size_t>(index)])) < 1e-4);
        }
    }
}

}  // namespace
}  // namespace attentarium
