#include "engine/tape/interventions.h"

#include <cmath>

#include "engine/models/edited_model.h"
#include "engine/train/nudging.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"

namespace attentarium {
namespace {

std::vector<std::int64_t> placeOf(const Shape& shape, std::int64_t cell) {
    std::vector<std::int64_t> place(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        place[static_cast<std::size_t>(axis)] = cell % shape[axis];
        cell /= shape[axis];
    }
    return place;
}

std::shared_ptr<const Trace> altered(const FamilySample& sample, const Interventions& interventions) {
    return look(*sampleModel(sample), sampleTrace(sample)->text(), LookDepth::Update, {}, interventions);
}

float valueAt(const Trace& trace, std::string_view name, std::int64_t cell) {
    return trace.values(*trace.find(name))[static_cast<std::size_t>(cell)];
}

/// Whether the terms of each contribution give the gradient of the cell, in double.
double sumOfContributions(const Trace& trace, Var node, std::int64_t cell) {
    double sum = 0;
    for (const Explanation& why : trace.explainGradient(node, cell)) sum += why.total;
    return sum;
}

const FamilySample kGpt = familySamples().front();

TEST_CASE("A number that is set holds, and what was computed before it stays as it was") {
    for (const FamilySample& sample : familySamples()) {
        const auto before = sampleTrace(sample);
        Random random(11);
        for (int i = 0; i < 12; ++i) {
            const auto nodes = before->nodes();
            const Var node = nodes[random.below(nodes.size())];
            const auto cell = static_cast<std::int64_t>(random.below(before->values(node).size()));
            INFO(sample.name << ", " << before->name(node) << "[" << cell << "]");
            const auto after = altered(sample, {SetCell{before->name(node), placeOf(before->shape(node), cell), 0.75}});
            CHECK(after->wasApplied(0));
            CHECK(after->isSet(node, cell));
            CHECK(after->values(node)[static_cast<std::size_t>(cell)] == 0.75F);
            const Explanation why = after->explainValue(node, cell);
            CHECK(why.rule == Rule::Given);
            CHECK(why.total == 0.75);
            if (before->isParameter(node)) continue;
            for (const Var earlier : nodes) {
                if (earlier.index >= node.index) break;
                CHECK(std::ranges::equal(before->values(earlier), after->values(earlier)));
            }
        }
    }
}

TEST_CASE("Gradients of an altered run are the slopes of the altered run") {
    for (const FamilySample& sample : familySamples()) {
        const auto before = sampleTrace(sample);
        Random random(12);
        Interventions interventions;
        for (int i = 0; i < 4; ++i) {
            const auto nodes = before->nodes();
            const Var node = nodes[random.below(nodes.size())];
            const auto cell = static_cast<std::int64_t>(random.below(before->values(node).size()));
            interventions.push_back(SetCell{before->name(node), placeOf(before->shape(node), cell), 0.4});
        }
        interventions.push_back(SetTemperature{1.7});
        const auto after = altered(sample, interventions);
        if (!after->hasBackward()) continue;
        Nudging nudging(*sampleModel(sample), after->text(), {}, interventions);
        int checked = 0;
        for (int i = 0; i < 60; ++i) {
            const Var node = after->nodes()[random.below(after->nodes().size())];
            const auto gradients = after->gradients(node);
            if (gradients.empty()) continue;
            const std::size_t cell = random.below(gradients.size());
            INFO(sample.name << ", " << after->name(node) << "[" << cell << "]");
            const Nudge nudge = nudging(node, static_cast<std::int64_t>(cell));
            CHECK(std::abs(nudge.measured - nudge.computed) < 1e-6);
            CHECK(std::abs(nudge.computed - static_cast<double>(gradients[cell])) < 1e-4);
            CHECK(sumOfContributions(*after, node, static_cast<std::int64_t>(cell)) ==
                  Approx(gradients[cell]).margin(1e-5));
            float sum = 0;
            const auto contributions = after->contributions(node);
            for (const Contribution& one : contributions) sum += one.numbers[cell];
            if (!contributions.empty()) CHECK(sum == Approx(gradients[cell]).margin(1e-5));
            ++checked;
        }
        CHECK(checked > 20);
    }
}

TEST_CASE("A number that is set has a slope of its own and passes nothing on") {
    const std::string name = "blocks.1.attention.weights";
    const Interventions interventions{SetCell{name, {1, 5, 2}, 0.9}};
    const auto after = altered(kGpt, interventions);
    const Var weights = *after->find(name);
    const std::int64_t cell = (1 * 7 + 5) * 7 + 2;
    CHECK(after->gradients(weights)[static_cast<std::size_t>(cell)] != 0);
    Nudging nudging(*sampleModel(kGpt), after->text(), {}, interventions);
    CHECK(nudging(weights, cell).agrees());
    for (const Explanation& why : after->explainGradient(*after->find("blocks.1.attention.masked_scores"), cell)) {
        for (const Term& term : why.terms) {
            CHECK((!term.left || term.left->cell != Cell{weights, Quantity::Gradient, cell}));
            CHECK((!term.right || term.right->cell != Cell{weights, Quantity::Gradient, cell}));
        }
    }
}

TEST_CASE("A weight that is set is the weight that learns") {
    const std::string name = "blocks.0.feed_forward.hidden.weight";
    const auto before = sampleTrace(kGpt);
    REQUIRE(before->find(name));
    const Shape shape = before->shape(*before->find(name));
    const auto after = altered(kGpt, {SetCell{name, {2, 5}, 0.5}});
    const Var weight = *after->find(name);
    const std::int64_t cell = 2 * shape.columns() + 5;
    CHECK(valueAt(*after, name, cell) == 0.5F);
    CHECK(after->explainUpdate(weight, cell).before == 0.5);
    CHECK(after->update(weight)->updated.values()[static_cast<std::size_t>(cell)] == Approx(0.5).margin(0.01));
}

TEST_CASE("Hidden pairs get no weight, shown ones do, and a row that sees nothing is all zeros") {
    const std::string scope = "blocks.0.attention";
    Interventions interventions{SetVisibility{scope, 3, 1, false}, SetVisibility{scope, 2, 5, true}};
    for (std::int64_t key = 0; key <= 4; ++key) interventions.push_back(SetVisibility{scope, 4, key, false});
    const auto after = altered(kGpt, interventions);
    const auto at = [&](std::int64_t head, std::int64_t query, std::int64_t key) {
        return valueAt(*after, scope + ".weights", (head * 7 + query) * 7 + key);
    };
    for (const std::int64_t head : {0, 1}) {
        CHECK(at(head, 3, 1) == 0);
        CHECK(at(head, 2, 5) > 0);
        double row = 0;
        for (std::int64_t key = 0; key < 7; ++key) {
            CHECK(at(head, 4, key) == 0);
            row += static_cast<double>(at(head, 2, key));
        }
        CHECK(row == Approx(1));
    }
    const Var masked = *after->find(scope + ".masked_scores");
    CHECK(after->explainValue(masked, 3 * 7 + 1).rule == Rule::Masked);
    CHECK(after->explainValue(masked, 2 * 7 + 5).rule == Rule::PassThrough);
    Nudging nudging(*sampleModel(kGpt), after->text(), {}, interventions);
    const Var scores = *after->find(scope + ".scores");
    CHECK(nudging(scores, 3 * 7 + 1).computed == 0);
    CHECK(nudging(scores, 2 * 7 + 5).computed != 0);
    for (const std::int64_t cell : {3 * 7 + 1, 3 * 7 + 2, 2 * 7 + 5, 4 * 7 + 4}) CHECK(nudging(scores, cell).agrees());
}

TEST_CASE("Attention without a mask gets one where a pair is hidden") {
    for (const FamilySample& sample : familySamples()) {
        const auto before = sampleTrace(sample);
        for (const Var node : before->nodes()) {
            if (before->isParameter(node) || before->site(node) != Site::Weights) continue;
            const std::string name = before->name(node);
            const std::string scope = name.substr(0, name.size() - std::string_view(".weights").size());
            INFO(sample.name << ", " << scope);
            const auto after = altered(sample, {SetVisibility{scope, 0, 0, false}});
            CHECK(after->wasApplied(0));
            CHECK(valueAt(*after, name, 0) == 0);
        }
    }
}

TEST_CASE("Scores are multiplied by the factor that was set, and logits divided by the temperature") {
    const auto before = sampleTrace(kGpt);
    const auto after = altered(kGpt, {SetScale{"blocks.1.attention", 2}, SetTemperature{4}});
    CHECK(after->wasApplied(0));
    CHECK(after->wasApplied(1));
    CHECK(valueAt(*after, "blocks.1.attention.scaled_scores", 9) ==
          2 * valueAt(*after, "blocks.1.attention.scores", 9));
    CHECK(valueAt(*after, "blocks.0.attention.scaled_scores", 9) ==
          valueAt(*before, "blocks.0.attention.scaled_scores", 9));
    CHECK(valueAt(*after, "tempered_logits", 3) == valueAt(*after, "logits", 3) / 4);
    CHECK_FALSE(before->find("tempered_logits"));
}

TEST_CASE("A silenced head gathers nothing, and its weights stay") {
    const auto before = sampleTrace(kGpt);
    const auto after = altered(kGpt, {SilenceHead{"blocks.0.attention", 1}});
    CHECK(after->wasApplied(0));
    const std::string name = "blocks.0.attention.weighted_values";
    for (std::int64_t cell = 0; cell < 28; ++cell) {
        CHECK(valueAt(*after, name, cell) == valueAt(*before, name, cell));
        CHECK(valueAt(*after, name, 28 + cell) == 0);
    }
    CHECK(std::ranges::equal(before->values(*before->find("blocks.0.attention.weights")),
                             after->values(*after->find("blocks.0.attention.weights"))));
    CHECK(valueAt(*after, "loss", 0) != valueAt(*before, "loss", 0));
}

TEST_CASE("A frozen head keeps its weights whatever else changes, on texts of the same length") {
    const auto before = sampleTrace(kGpt);
    const std::string name = "blocks.0.attention.weights";
    const auto weights = before->values(*before->find(name));
    FreezeHead freeze{"blocks.0.attention", 1, 7, {}};
    freeze.weights.assign(weights.begin() + 49, weights.end());
    std::vector<int> other(before->tokens().begin(), before->tokens().end());
    std::swap(other[1], other[3]);
    const auto after = look(*sampleModel(kGpt), continuedText(other), LookDepth::Update, {}, {freeze});
    CHECK(after->wasApplied(0));
    for (std::int64_t cell = 49; cell < 98; ++cell) CHECK(valueAt(*after, name, cell) == valueAt(*before, name, cell));
    CHECK(valueAt(*after, name, 8) != valueAt(*before, name, 8));
    other.pop_back();
    CHECK_FALSE(look(*sampleModel(kGpt), continuedText(other), LookDepth::Update, {}, {freeze})->wasApplied(0));
}

TEST_CASE("Heads that are swapped do each other's work") {
    const auto before = sampleTrace(kGpt);
    const auto after = altered(kGpt, {SwapHeads{"blocks.1.attention", 0, 1}});
    CHECK(after->wasApplied(0));
    for (const char* name : {"blocks.1.attention.weights", "blocks.1.attention.weighted_values"}) {
        const std::int64_t half = before->shape(*before->find(name)).count() / 2;
        for (std::int64_t cell = 0; cell < half; ++cell) {
            CHECK(valueAt(*after, name, cell) == valueAt(*before, name, half + cell));
            CHECK(valueAt(*after, name, half + cell) == valueAt(*before, name, cell));
        }
    }
    CHECK(valueAt(*after, "loss", 0) != valueAt(*before, "loss", 0));
}

TEST_CASE("What finds no place changes nothing and says so") {
    const auto before = sampleTrace(kGpt);
    const auto after =
        altered(kGpt, {SetCell{"blocks.0.attention.weights", {0, 7, 0}, 1}, SetCell{"nothing", {0}, 1},
                       SetCell{"loss", {0}, 1}, SilenceHead{"blocks.0.attention", 2}, SetScale{"blocks.2.attention", 3},
                       SetVisibility{"blocks.0.attention", 7, 0, true}});
    for (std::size_t i = 0; i < 6; ++i) CHECK_FALSE(after->wasApplied(i));
    CHECK(valueAt(*after, "loss", 0) == valueAt(*before, "loss", 0));
    for (const Var node : before->nodes()) CHECK(std::ranges::equal(before->values(node), after->values(node)));
}

TEST_CASE("Edits of a model leave the model alone and share what they do not touch") {
    const std::shared_ptr<const Model<float>> model = sampleModel(kGpt);
    CHECK(withEdits(model, {SilenceHead{"blocks.0.attention", 0}}) == model);
    const auto edited = withEdits(model, {SetCell{"blocks.0.feed_forward.hidden.weight", {0, 0}, 9}});
    REQUIRE(edited != model);
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        const bool touched = model->parameters()[i].name == "blocks.0.feed_forward.hidden.weight";
        CHECK((model->parameters()[i].value.values().data() == edited->parameters()[i].value.values().data()) !=
              touched);
    }
}

TEST_CASE("Of two changes of the same thing the later one takes the place of the earlier") {
    CHECK(sameTarget(SetCell{"a", {1, 2}, 3}, SetCell{"a", {1, 2}, 4}));
    CHECK_FALSE(sameTarget(SetCell{"a", {1, 2}, 3}, SetCell{"a", {2, 1}, 3}));
    CHECK(sameTarget(SwapHeads{"a", 0, 1}, SwapHeads{"a", 1, 0}));
    CHECK_FALSE(sameTarget(SilenceHead{"a", 0}, FreezeHead{"a", 0, 1, {1}}));
    CHECK(sameTarget(SetTemperature{1}, SetTemperature{2}));
}

}  // namespace
}  // namespace attentarium
