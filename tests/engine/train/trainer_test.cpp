#include "engine/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/allocations.h"
#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/ops/add.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/gelu.h"
#include "engine/ops/mean.h"
#include "engine/ops/scale.h"
#include "engine/train/evaluation.h"
#include "engine/train/look.h"
#include "engine/train/not_finite.h"
#include "engine/train/window_sampler.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

// Sizes for which the work is cut into several pieces.
const ModelConfig kConfig{.layers = 2, .heads = 2, .width = 24, .context = 16, .vocabulary = 20};
const TrainingSettings kSettings{.batch = 8, .steps = 12, .warmup = 2, .peakRate = 1e-2, .finalRate = 1e-3};

std::vector<int> someText() {
    Random random(4);
    std::vector<int> tokens{0};
    // Each token hints at the next, so that there is something to learn.
    for (int i = 0; i < 600; ++i) tokens.push_back((tokens.back() * 3 + static_cast<int>(random.below(3))) % 20);
    return tokens;
}

/// A model, its trainer, and all that they borrow.
struct Run {
    explicit Run(int threads, const TrainingSettings& settings = kSettings)
        : text(someText()),
          model(fresh()),
          parallel(threads),
          source(text, {}, settings.batch, kConfig.context, settings.seed),
          trainer(*model, source, settings, parallel) {}

    static std::unique_ptr<Model<float>> fresh() {
        auto model = makeModel<float>(kConfig);
        Random random(1);
        model->initialise(random);
        return model;
    }

    /// What a run is: the losses on the way and, in the end, every bit of the parameters and moments.
    std::string bits() const {
        std::string all;
        const auto add = [&](const std::vector<Tensor<float>>& tensors) {
            for (const Tensor<float>& tensor : tensors) {
                all.append(reinterpret_cast<const char*>(tensor.values().data()), tensor.values().size_bytes());
            }
        };
        const TrainingState state = trainer.state();
        add(model->parameters().values());
        add(state.firstMoments);
        add(state.secondMoments);
        for (const std::uint64_t word : state.source.random) all += std::to_string(word);
        return all + std::to_string(state.stepsDone);
    }
    void steps(int count) {
        for (int i = 0; i < count; ++i) losses.push_back(trainer.step().loss);
    }

    std::vector<int> text;
    std::unique_ptr<Model<float>> model;
    Parallel parallel;
    WindowSampler source;
    Trainer trainer;
    std::vector<double> losses;
};

TEST_CASE("The same seed gives the same bits on 1, 2 and 3 threads") {
    Run one(1);
    one.steps(12);
    for (const int threads : {1, 2, 3}) {
        Run other(threads);
        other.steps(12);
        CHECK(other.losses == one.losses);
        CHECK((other.bits() == one.bits()));
        CHECK(evaluate(*other.model, other.text, other.parallel) == evaluate(*one.model, one.text, one.parallel));
    }
    TrainingSettings settings = kSettings;
    settings.seed = 2;
    Run another(1, settings);
    another.steps(12);
    CHECK((another.bits() != one.bits()));
}

TEST_CASE("Stopped and resumed equals uninterrupted, bit by bit") {
    Run whole(2);
    whole.steps(12);
    for (const int stop : {0, 1, 5, 12}) {
        Run first(1);
        first.steps(stop);
        Run second(3);
        second.model->parameters().setValues(first.model->parameters().values());
        second.trainer.restore(first.trainer.state());
        second.steps(12 - stop);
        CHECK((second.bits() == whole.bits()));
    }
}

TEST_CASE("Looking between steps changes nothing") {
    Run plain(1), watched(1);
    plain.steps(6);
    std::vector<std::shared_ptr<const Trace>> kept;
    for (int i = 0; i < 6; ++i) {
        kept.push_back(look(*watched.model, {1, 2, 3, 4}, LookDepth::Update));
        watched.steps(1);
        kept.push_back(look(*watched.model, {5}, LookDepth::Forward));
        evaluate(*watched.model, watched.text, watched.parallel);
    }
    CHECK(plain.losses == watched.losses);
    CHECK((plain.bits() == watched.bits()));
    // And the first trace still holds the first parameters.
    const Var node = kept.front()->find("final_norm.gain").value();
    for (const float gain : kept.front()->values(node)) CHECK(gain == 1.0f);
}

TEST_CASE("Gradients that share memory on the way give the leaves the same bits") {
    const auto model = Run::fresh();
    const std::vector<int> text = someText();
    const std::span<const int> ids(text.data(), 32), targets(text.data() + 1, 32);
    Parallel parallel(2);
    std::vector<std::vector<float>> kept;
    for (const int way : {0, 1, 2}) {
        const bool all = way == 0;
        Tape<float> tape(Purpose::Training, parallel);
        const Var logits = model->run(tape, batchOf(ids, 16)).logits;
        const Var loss = mean(tape, crossEntropy(tape, logits, targets), 32);
        if (all) tape.backward(loss);
        if (!all) tape.backwardToLeaves(loss, way == 1 ? Values::Kept : Values::GivenUp);
        CHECK(static_cast<bool>(tape.gradient(logits)) == all);
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            const auto gradient = tape.gradient(tape.parameterNode(i)).span();
            if (all) {
                kept.emplace_back(gradient.begin(), gradient.end());
            } else {
                CHECK(std::ranges::equal(gradient, kept[i]));
            }
        }
    }
}

TEST_CASE("Training makes the loss smaller") {
    Run run(2);
    const double before = evaluate(*run.model, run.text, run.parallel);
    CHECK(before == Approx(std::log(20.0)).epsilon(0.02));
    run.steps(12);
    CHECK(evaluate(*run.model, run.text, run.parallel) < before - 0.3);
}

TEST_CASE("After the first, a step asks for no memory") {
    if (!allocationsAreCounted()) return;
    for (const int threads : {1, 2}) {
        Run run(threads);
        run.trainer.step();
        const std::int64_t before = allocationCount();
        for (int i = 0; i < 5; ++i) run.trainer.step();
        CHECK(allocationCount() == before);
    }
}

TEST_CASE("A gradient larger than the limit makes no larger step") {
    TrainingSettings settings = kSettings;
    settings.clip = 1e-3;
    settings.epsilon = 1;  // the step then follows the gradient's size
    settings.weightDecay = 0;
    Run run(1, settings);
    const std::vector<Tensor<float>> before = run.model->parameters().values();
    const Trainer::StepResult result = run.trainer.step();
    CHECK(result.gradientNorm > 0.1);
    double squares = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto now = run.model->parameters()[i].value.values();
        for (std::size_t k = 0; k < now.size(); ++k) {
            const double change = static_cast<double>(now[k]) - static_cast<double>(before[i].values()[k]);
            squares += change * change;
        }
    }
    CHECK(std::sqrt(squares) <= result.learningRate * settings.clip * 1.001);
}

TEST_CASE("A loss that is no number is reported with its step and place, and changes no parameter") {
    Run run(1);
    run.steps(2);
    auto& weight = run.model->parameters().find("blocks.1.attention.query.weight")->value;
    weight.mutableView().data[3] = std::numeric_limits<float>::infinity();
    const std::string before = run.bits().substr(0, 1000);
    try {
        run.trainer.step();
        FAIL("nothing was reported");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::LossNotFinite);
        CHECK(error.values().value == "3");
        CHECK(error.values().name == "blocks.1.attention.query.weight");
    }
    CHECK((run.bits().substr(0, 1000) == before));
    CHECK(run.trainer.stepsDone() == 2);
}

TEST_CASE("What first stopped being a number is told by op and place, forward and backward") {
    const float huge = std::numeric_limits<float>::max();
    const auto first = [](auto&& record) {
        Parallel parallel(1);
        Tape<float> tape(Purpose::Training, parallel);
        const Var loss = record(tape);
        return firstNotFinite(tape, loss);
    };
    const std::vector<float> numbers{huge, 1};
    const auto leaf = [&](Tape<float>& tape) { return tape.leaf({2}, numbers); };
    CHECK(first([&](auto& tape) { return mean(tape, gelu(tape, leaf(tape)), 2); }).empty());
    // Forward: nobody named it, but it has a place.
    CHECK(first([&](auto& tape) {
              const Var x = leaf(tape);
              const Scope blocks(tape, "blocks", 3);
              return mean(tape, add(tape, x, scale(tape, x, 2)), 2);
          }) == "scale in blocks.3");
    // Backward: all values are small, but two factors together are beyond the largest number.
    CHECK(first([&](auto& tape) {
              const Var x = tape.leaf({2}, std::vector<float>{1e-38f, 0});
              const Scope layer(tape, "feed_forward");
              Var y = scale(tape, x, 1e30);
              y = tape.named(scale(tape, scale(tape, y, 1e-30), 1e30), Site::Hidden);
              return mean(tape, scale(tape, y, 1e30), 1);
          }) == "the gradient through feed_forward.hidden");
}

TEST_CASE("A text is scored in windows that do not overlap") {
    Run run(1);
    const std::span<const int> text(run.text);
    const double whole = evaluate(*run.model, text.first(33), run.parallel);
    const double halves = evaluate(*run.model, text.first(17), run.parallel) / 2 +
                          evaluate(*run.model, text.subspan(16, 17), run.parallel) / 2;
    CHECK(whole == Approx(halves).epsilon(1e-6));
    CHECK(evaluate(*run.model, text.first(48), run.parallel) == whole);
    CHECK_THROWS_AS(evaluate(*run.model, text.first(16), run.parallel), Error);
}

}  // namespace
}  // namespace attentarium
