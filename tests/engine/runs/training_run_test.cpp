#include "engine/runs/training_run.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/runs/estimate.h"
#include "engine/runs/evaluator.h"
#include "engine/runs/presets.h"
#include "engine/runs/sample.h"
#include "tests/engine/runs/small_runs.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::vector<float> numbersOf(const std::vector<Tensor<float>>& tensors) {
    std::vector<float> all;
    for (const Tensor<float>& tensor : tensors) all.insert(all.end(), tensor.values().begin(), tensor.values().end());
    return all;
}

std::vector<float> parametersOf(const TrainingRun& run) {
    return numbersOf(run.moment().parameters);
}

}  // namespace

TEST_CASE("A run that goes back to a moment goes on from there as it did before, bit for bit") {
    Parallel parallel(1);
    TrainingRun run(prepared(smallRun()), parallel);
    for (int i = 0; i < 4; ++i) run.step();
    const Moment moment = run.moment();
    std::vector<double> losses;
    for (int i = 0; i < 4; ++i) losses.push_back(run.step().loss);
    const std::vector<float> after = parametersOf(run);

    // Neither what was kept has changed, nor does it matter which run goes on from it.
    run.restore(moment);
    CHECK(run.stepsDone() == 4);
    for (const double loss : losses) CHECK(run.step().loss == loss);
    CHECK(parametersOf(run) == after);
    TrainingRun another(prepared(smallRun()), parallel);
    another.restore(moment);
    for (const double loss : losses) CHECK(another.step().loss == loss);
    CHECK(parametersOf(another) == after);
}

TEST_CASE("The same setup begins with the same weights") {
    Parallel parallel(1);
    const auto first = parametersOf(TrainingRun(prepared(smallRun()), parallel));
    CHECK(first == parametersOf(TrainingRun(prepared(smallRun()), parallel)));
    RunSetup other = smallRun();
    other.settings.seed = 2;
    CHECK(first != parametersOf(TrainingRun(prepared(other), parallel)));
}

TEST_CASE("Settings that change meanwhile take hold with the next step and not before") {
    Parallel parallel(1);
    TrainingRun run(prepared(smallRun()), parallel), asBefore(prepared(smallRun()), parallel);
    for (int i = 0; i < 3; ++i) {
        run.step();
        asBefore.step();
    }
    TrainingSettings settings = run.settings();
    settings.l2 = 1;
    run.change(settings);
    CHECK(parametersOf(run) == parametersOf(asBefore));
    CHECK(run.step().loss == asBefore.step().loss);
    CHECK(parametersOf(run) != parametersOf(asBefore));

    // Another batch or optimizer begins that part anew, and the run still goes on.
    settings.batch = 2;
    settings.optimizer = OptimizerKind::Sgd;
    run.change(settings);
    CHECK(std::isfinite(run.step().loss));
    CHECK(run.moment().training.secondMoments.empty());
    CHECK(run.stepsDone() == 5);
}

TEST_CASE("What cannot be trained is refused before anything is made") {
    RunSetup setup = smallRun();
    setup.model.heads = 3;
    CHECK_THROWS_AS(validate(setup), Error);
    CHECK_THROWS_AS(prepared(setup), Error);
    setup = smallRun();
    setup.settings.objective = ObjectiveKind::MaskedToken;
    CHECK_THROWS_AS(validate(setup), Error);
    setup = smallRun();
    setup.model.family = Family::Ngram;
    CHECK_THROWS_AS(validate(setup), Error);
    setup = smallRun();
    setup.model.context = 4000;
    CHECK_THROWS_AS(prepared(setup), Error);
    CHECK_NOTHROW(validate(smallRun()));
}

TEST_CASE("Measuring a run changes nothing of it") {
    Parallel parallel(1);
    TrainingRun run(prepared(smallRun()), parallel), unmeasured(prepared(smallRun()), parallel);
    const Evaluator evaluator(run);
    for (int i = 0; i < 3; ++i) {
        const auto evaluation = evaluator.evaluate(run);
        REQUIRE(evaluation);
        CHECK(evaluation->step == i);
        CHECK(evaluation->measures.at("held_out_loss") > 0);
        CHECK(evaluation->weights.size() == evaluator.layers().size());
        CHECK(evaluation->activations.size() == evaluator.layers().size());
        CHECK(evaluation->gradientNorms.size() == evaluator.layers().size());
        CHECK(evaluation->referentHead >= 0);
        CHECK_FALSE(evaluation->samplePrompt.empty());
        CHECK(run.step().loss == unmeasured.step().loss);
    }
    CHECK(parametersOf(run) == parametersOf(unmeasured));
    CHECK_FALSE(evaluator.evaluate(run, [] { return false; }));
}

TEST_CASE("Who learns at the small school is asked what it knows") {
    Parallel parallel(1);
    RunSetup setup = smallRun();
    setup.model.context = 40;
    CHECK(Evaluator(TrainingRun(prepared(setup), parallel))
              .evaluate(TrainingRun(prepared(setup), parallel))
              ->knowledge.empty());
    setup.corpus.corpus = kSmallSchool;
    TrainingRun run(prepared(setup), parallel);
    const auto knowledge = Evaluator(run).evaluate(run)->knowledge;
    CHECK(knowledge.size() == kKnowledgeKinds);
    const auto reachable = Evaluator(run).reachable();
    CHECK(reachable.size() == kKnowledgeKinds);
    for (const auto& [kind, share] : reachable)
        CHECK((0 < share.chance && share.chance < share.best && share.best <= 1));
    for (const auto& [kind, share] : knowledge) {
        CHECK(share >= 0);
        CHECK(share <= 1);
    }
}

TEST_CASE("The layers' gradients together are the whole gradient") {
    Parallel parallel(1);
    TrainingRun run(prepared(smallRun()), parallel);
    const double norm = run.step().gradientNorm;
    const auto evaluation = Evaluator(run).evaluate(run);
    double sum = 0;
    for (const double layer : evaluation->gradientNorms) sum += layer * layer;
    CHECK(std::sqrt(sum) == Approx(norm));
    CHECK(Evaluator(run).layers() ==
          std::vector<std::string>{"token_embedding", "position_embedding", "blocks.0", "final_norm", "unembedding"});
}

TEST_CASE("Every family that learns by gradients says something that can improve") {
    Parallel parallel(1);
    const auto says = [&](const RunSetup& setup) {
        TrainingRun run(prepared(setup), parallel);
        run.step();
        const Sample sample = sampleOf(run.model(), run.material());
        CHECK_FALSE(sample.prompt.empty());
        const auto evaluation = Evaluator(run).evaluate(run);
        CHECK(evaluation->sample == sample.text);
        CHECK(sampleOf(run.model(), run.material()).text == sample.text);
        return sample;
    };
    for (const Family family : {Family::Gpt, Family::Rnn, Family::Lstm, Family::Gru, Family::MlpLm}) {
        RunSetup setup = smallRun();
        setup.model = defaultConfig(family);
        setup.model.layers = 1;
        setup.model.width = 16;
        setup.model.context = 16;
        says(setup);
    }
    for (const Family family : {Family::Bert, Family::Transformer, Family::Seq2Seq, Family::Cbow, Family::SkipGram}) {
        RunSetup setup = smallRun();
        setup.model = defaultConfig(family);
        setup.model.layers = 1;
        setup.model.width = 16;
        setup.model.context = 16;
        setup.settings.objective = objectiveOf(family);
        CHECK_FALSE(says(setup).text.empty());
    }
    says(smallTaskRun(TaskName::Reverse, Family::Seq2Seq));
    says(smallTaskRun(TaskName::Addition, Family::Gpt));
    const std::string verdict = says(smallTaskRun(TaskName::Brackets, Family::Gpt)).text;
    CHECK_FALSE(verdict.empty());
}

TEST_CASE("An estimate knows the sizes and has measured the time") {
    Parallel parallel(1);
    const RunEstimate found = estimate(smallRun(), parallel);
    TrainingRun run(prepared(smallRun()), parallel);
    CHECK(found.parameters == run.model().parameters().count());
    CHECK(found.vocabulary == run.model().config().vocabulary);
    CHECK(found.stepsInEpoch >= 1);
    CHECK(found.secondsPerStep > 0);
    CHECK(found.bytes > 0);
}

TEST_CASE("Every preset can be trained in both languages", "[many]") {
    for (const Preset& preset : presets()) {
        for (const Language language : {Language::English, Language::Chinese}) {
            Parallel parallel(1);
            TrainingRun run(prepared(setupOf(preset.name, language)), parallel);
            CHECK(std::isfinite(run.step().loss));
        }
    }
    CHECK_THROWS_AS(setupOf("a-year", Language::English), LogicError);
}

TEST_CASE("The parameters of a block are one layer, and a table is another") {
    CHECK(layerOf("blocks.0.attention.query.weight") == "blocks.0");
    CHECK(layerOf("encoder.blocks.11.feed_forward.hidden.bias") == "encoder.blocks.11");
    CHECK(layerOf("token_embedding.weight") == "token_embedding");
    CHECK(layerOf("unembedding") == "unembedding");
}

TEST_CASE("A distribution counts every number once") {
    const std::vector<float> numbers{-1, -0.5f, 0, 0.25f, 1, 1, std::nanf("")};
    const Distribution found = distributionOf({numbers});
    CHECK(found.least == -1);
    CHECK(found.most == 1);
    std::int64_t sum = 0;
    for (const std::int64_t count : found.counts) sum += count;
    CHECK(sum == 6);
    CHECK(found.counts.front() == 1);
    CHECK(found.counts.back() == 2);
    CHECK(distributionOf({}).counts.empty());
}

}  // namespace attentarium
