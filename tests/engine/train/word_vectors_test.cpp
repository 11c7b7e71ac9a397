#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/ops/cross_entropy.h"
#include "engine/train/look.h"
#include "engine/train/objective.h"
#include "engine/train/trainer.h"
#include "engine/train/word_pair_source.h"
#include "engine/train/word_vector_trainer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr ModelConfig kSkipGram{
    .family = Family::SkipGram, .width = 19, .context = 32, .vocabulary = 7, .window = 3, .negatives = 4};
constexpr ModelConfig kCbow{
    .family = Family::Cbow, .width = 19, .context = 32, .vocabulary = 7, .window = 3, .negatives = 4};

std::unique_ptr<Model<double>> randomModel(const ModelConfig& config) {
    auto model = makeModel<double>(config);
    Random random(4);
    for (std::size_t i = 0; i < 2; ++i) fillNormal(model->parameters()[i], random, 0.7);
    return model;
}

/// Texts in which each token of the first half of the vocabulary stands beside others of that half only.
std::vector<int> twoCircles(std::size_t stories, int vocabulary) {
    Random random(6);
    std::vector<int> tokens;
    for (std::size_t story = 0; story < stories; ++story) {
        const int half = vocabulary / 2, first = random.below(2) == 0 ? 0 : half;
        for (int i = 0; i < 8; ++i) {
            tokens.push_back(first + static_cast<int>(random.below(static_cast<std::uint64_t>(half))));
        }
    }
    return tokens;
}

std::vector<std::int64_t> everyEighth(std::size_t count) {
    std::vector<std::int64_t> starts;
    for (std::size_t start = 0; start < count; start += 8) starts.push_back(static_cast<std::int64_t>(start));
    return starts;
}

/// θ − rate · gradient for both tables, with the gradient that the tape finds, and the loss.
double descendOnTape(Model<double>& model, const TrainingBatch& batch, double rate) {
    Parallel parallel(1);
    Tape<double> tape(Purpose::Training, parallel);
    const Var loss = lossesOf(tape, model, batch, {}).loss;
    tape.backward(loss);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto gradient = tape.gradient(tape.parameterNode(i)).span();
        const auto values = model.parameters()[i].value.mutableView().span();
        for (std::size_t k = 0; k < values.size(); ++k) values[k] -= rate * gradient[k];
    }
    return *tape.value(loss).data;
}

void checkStep(const ModelConfig& config, const std::vector<int>& inputs, const std::vector<int>& candidates) {
    const auto model = randomModel(config);
    WordVectorTables<double> tables(model->parameters()[0].value.view(), model->parameters()[1].value.view());
    const double loss = tables.step(inputs, candidates, 0.3);
    Tensor<double> words({7, 19}), outputs({7, 19});
    tables.store(words.mutableView(), outputs.mutableView());

    // On the tape cbow's word stands among its neighbours, and only its own place has a target.
    std::vector<int> ids = inputs, targets(inputs.size(), kNoTarget), all(inputs.size() * 5, kNoTarget);
    std::size_t place = 0;
    if (config.family == Family::Cbow) {
        place = inputs.size() / 2;
        ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(place), candidates[0]);
        targets.push_back(kNoTarget);
        all.resize(all.size() + 5, kNoTarget);
    }
    targets[place] = candidates[0];
    std::ranges::copy(candidates, all.begin() + static_cast<std::ptrdiff_t>(place * 5));
    const TrainingBatch batch{.inputs = batchOf(ids, static_cast<std::int64_t>(ids.size())),
                              .targets = targets,
                              .rows = {},
                              .candidates = all,
                              .labels = {}};
    CHECK(loss == Approx(descendOnTape(*model, batch, 0.3)).epsilon(1e-12));
    for (std::size_t k = 0; k < words.values().size(); ++k) {
        REQUIRE(words.values()[k] == Approx(model->parameters()[0].value.values()[k]).epsilon(1e-11));
        REQUIRE(outputs.values()[k] == Approx(model->parameters()[1].value.values()[k]).epsilon(1e-11));
    }
}

TEST_CASE("A pair's update is one step of gradient descent on the tape's loss") {
    checkStep(kSkipGram, {2}, {5, 0, 1, 3, 6});
    checkStep(kSkipGram, {5}, {5, 0, 1, 3, 6});
    checkStep(kCbow, {0, 3, 6, 1}, {2, 0, 1, 3, 5});
}

TEST_CASE("The update is the same where a word was drawn twice or stands twice among the neighbours") {
    checkStep(kSkipGram, {2}, {4, 1, 1, 6, 1});
    checkStep(kCbow, {1, 1, 4, 1}, {2, 3, 3, 3, 3});
}

TEST_CASE("Words are drawn in proportion to their count to the power ¾") {
    const std::vector<std::int64_t> counts{0, 1, 16, 81, 256, 0, 10000};
    double total = 0;
    for (const std::int64_t count : counts) total += std::pow(static_cast<double>(count), 0.75);
    const NoiseWords noise(counts);
    Random random(3);
    std::vector<int> drawn(counts.size());
    constexpr int kDraws = 400'000;
    for (int i = 0; i < kDraws; ++i) ++drawn[static_cast<std::size_t>(noise.draw(random))];
    for (std::size_t word = 0; word < counts.size(); ++word) {
        const double share = std::pow(static_cast<double>(counts[word]), 0.75) / total;
        // Five standard deviations.
        CHECK(std::abs(drawn[word] / double{kDraws} - share) <= 5 * std::sqrt(share * (1 - share) / kDraws));
    }
    for (int i = 0; i < 1000; ++i) CHECK(noise.drawOther(6, random) != 6);
    CHECK_THROWS_AS(NoiseWords(std::vector<std::int64_t>{0, 5, 0}), LogicError);
}

TEST_CASE("The pairs of a text are each word and every neighbour within the window") {
    const NoiseWords noise(std::vector<std::int64_t>(7, 1));
    Random random(1);
    const std::vector<int> ids{3, 1, 4, 1, 5, 0, 0, 0};
    const std::vector<std::int64_t> lengths{4, 1};
    const TokenRows rows{ids, 4, lengths};
    WordPairs pairs;
    ModelConfig config = kSkipGram;
    config.window = 2;
    collectPairs(config, rows, noise, random, pairs);
    CHECK(pairs.rows == std::vector{0, 0, 1, 1, 1, 2, 2, 2, 3, 3});
    CHECK(pairs.targets == std::vector{1, 4, 3, 4, 1, 3, 1, 1, 1, 4});
    REQUIRE(pairs.candidates.size() == 50);
    for (std::size_t pair = 0; pair < 10; ++pair) {
        CHECK(pairs.candidates[5 * pair] == pairs.targets[pair]);
        for (std::size_t k = 1; k < 5; ++k) CHECK(pairs.candidates[5 * pair + k] != pairs.targets[pair]);
    }
    config = kCbow;
    config.negatives = 0;
    collectPairs(config, rows, noise, random, pairs);
    CHECK(pairs.rows.empty());
    CHECK(pairs.candidates.empty());
    // The second text is one word alone, and the rest of its row is padding.
    CHECK(pairs.targets == std::vector{3, 1, 4, 1, kNoTarget, kNoTarget, kNoTarget, kNoTarget});
}

TEST_CASE("Word vectors learn, the same from the same seed") {
    const std::vector<int> tokens = twoCircles(600, 20);
    for (const Family family : {Family::SkipGram, Family::Cbow}) {
        ModelConfig config = family == Family::Cbow ? kCbow : kSkipGram;
        config.vocabulary = 20;
        const auto train = [&](std::uint64_t seed) {
            auto model = makeModel<float>(config);
            Random random(seed);
            model->initialise(random);
            WordVectorTrainer trainer(*model, tokens, everyEighth(tokens.size()),
                                      {.passes = 40, .peakRate = 0.05, .subsample = 0, .seed = seed});
            double loss = 0;
            while (!trainer.finished()) loss = trainer.step().loss;
            // Five candidates, each as likely as not.
            CHECK(loss < 0.6 * 5 * std::log(2));
            CHECK(trainer.tokensDone() == 40 * 4800);
            trainer.store();
            return model;
        };
        const auto model = train(1), same = train(1), other = train(2);
        const auto values = [](const auto& trained) { return trained->parameters()[0].value.values(); };
        CHECK(std::ranges::equal(values(model), values(same)));
        CHECK_FALSE(std::ranges::equal(values(model), values(other)));
        // Words of one circle point the same way.
        const auto cosine = [&](std::size_t a, std::size_t b) {
            double ab = 0, aa = 0, bb = 0;
            for (std::size_t c = 0; c < 19; ++c) {
                const double x = values(model)[a * 19 + c], y = values(model)[b * 19 + c];
                ab += x * y, aa += x * x, bb += y * y;
            }
            return ab / std::sqrt(aa * bb);
        };
        for (std::size_t a = 0; a < 20; ++a) {
            CHECK(cosine(a, (a + 1) % 10 + a / 10 * 10) > cosine(a, (a + 10) % 20) + 0.2);
        }
    }
}

TEST_CASE("Frequent words are left out and rare ones are not") {
    // Word 0 is nine tenths of the text; with t = 0.1 each of its places stays with probability 1/3.
    std::vector<int> tokens;
    for (int i = 0; i < 5000; ++i) tokens.push_back(i % 10 == 0 ? 1 + i / 10 % 6 : 0);
    const auto pairs = [&](double subsample) {
        const auto model = makeModel<float>(kSkipGram);
        WordVectorTrainer trainer(*model, tokens, {}, {.passes = 1, .subsample = subsample});
        return trainer.step().pairs;
    };
    const auto all = static_cast<double>(pairs(0)), some = static_cast<double>(pairs(0.1));
    // As many windows as words that stay, all of the same size.
    CHECK(some / all == Approx(0.1 + 0.9 / 3).margin(0.02));
}

TEST_CASE("No window reaches over the beginning of a text") {
    const std::vector<int> tokens{0, 1, 2, 3};
    const auto pairs = [&](std::vector<std::int64_t> starts) {
        const auto model = makeModel<float>(kSkipGram);
        WordVectorTrainer trainer(*model, tokens, std::move(starts), {.passes = 50, .subsample = 0});
        return trainer.step().pairs;
    };
    CHECK(pairs({0, 1, 2, 3}) == 0);
    CHECK(pairs({0, 2}) == 200);
    CHECK(pairs({2}) == 200);
    CHECK(pairs({}) > 300);
}

TEST_CASE("Word vectors with the full softmax are trained as any other model") {
    const std::vector<int> tokens = twoCircles(200, 20);
    for (const Family family : {Family::SkipGram, Family::Cbow}) {
        ModelConfig config = family == Family::Cbow ? kCbow : kSkipGram;
        config.vocabulary = 20;
        config.negatives = 0;
        const auto model = makeModel<float>(config);
        Random random(1);
        model->initialise(random);
        WordPairSource source(config, tokens, everyEighth(tokens.size()), 4, 8, 1);
        Parallel parallel(1);
        TrainingSettings settings;
        settings.peakRate = 0.02;
        Trainer trainer(*model, source, settings, parallel);
        const double first = trainer.step().loss;
        CHECK(first == Approx(std::log(20)).epsilon(1e-3));
        double last = 0;
        for (int i = 0; i < 150; ++i) last = trainer.step().loss;
        CHECK(last < std::log(10) + 0.1);
    }
}

TEST_CASE("Impossible settings of word vectors are refused by name") {
    const auto refused = [](const WordVectorSettings& settings) -> std::string {
        try {
            validate(settings);
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::OptionOutOfRange);
            return error.values().name;
        }
        return "accepted";
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(refused({.passes = 0}) == "passes");
    for (const double bad : {0.0, -1.0, nan}) CHECK(refused({.peakRate = bad}) == "lr");
    for (const double bad : {-1.0, 1.0, nan}) CHECK(refused({.finalRate = bad}) == "final-lr");
    for (const double bad : {-1.0, 2.0, nan}) CHECK(refused({.subsample = bad}) == "subsample");
    CHECK(refused({}) == "accepted");
    const auto model = makeModel<float>(kSkipGram);
    const std::vector<int> one{1};
    CHECK_THROWS_AS(WordVectorTrainer(*model, one, {}, {}), Error);
    ModelConfig full = kSkipGram;
    full.negatives = 0;
    const std::vector<int> two{1, 2};
    CHECK_THROWS_AS(WordVectorTrainer(*makeModel<float>(full), two, {}, {}), LogicError);
}

TEST_CASE("Vectors that stop being numbers end the training and leave the model as it was") {
    const auto model = makeModel<float>(kSkipGram);
    Random random(1);
    model->initialise(random);
    model->parameters()[0].value.mutableView().data[0] = std::numeric_limits<float>::infinity();
    const auto before = model->parameters().values();
    const std::vector<int> tokens{0, 1, 0, 2, 0, 1};
    WordVectorTrainer trainer(*model, tokens, {}, {.subsample = 0});
    try {
        trainer.step();
        FAIL("went on");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::LossNotFinite);
        CHECK(error.values().value == "1");
    }
    CHECK(std::ranges::equal(model->parameters()[1].value.values(), before[1].values()));
}

TEST_CASE("One pair that is looked at moves the rows that the trainer moves, as far and in the same direction") {
    for (const ModelConfig& config : {kSkipGram, kCbow}) {
        const auto model = makeModel<float>(config);
        Random random(4);
        for (std::size_t i = 0; i < 2; ++i) fillNormal(model->parameters()[i], random, 0.7);
        const std::vector<int> tokens{0, 3, 5, 1};
        const std::vector<int> candidates{5, 6, 2, 2, 4};
        const bool isCbow = config.family == Family::Cbow;
        // Skip-gram tells 5 from 3, CBOW tells 5 from the three others.
        WordPairs pairs;
        const std::size_t rows = isCbow ? tokens.size() : 1, own = isCbow ? 2 : 0;
        pairs.targets.assign(rows, kNoTarget);
        pairs.targets[own] = 5;
        if (!isCbow) pairs.rows = {1};
        pairs.candidates.assign(rows * candidates.size(), kNoTarget);
        std::ranges::copy(candidates, pairs.candidates.begin() + static_cast<std::ptrdiff_t>(own * candidates.size()));
        TrainingSettings settings;
        settings.optimizer = OptimizerKind::Sgd;
        settings.peakRate = 0.1;
        settings.clip = 1e6;
        const auto trace = lookAtPairs(*model, tokens, pairs, settings);

        WordVectorTables<float> tables(model->parameters()[0].value.view(), model->parameters()[1].value.view());
        const std::vector<int> inputs = isCbow ? std::vector{0, 3, 1} : std::vector{3};
        const float loss = tables.step(inputs, candidates, 0.1F);
        CHECK(trace->values(*trace->find(Site::Loss)).front() == Approx(loss));
        Tensor<float> words(model->parameters()[0].value.shape()), outputs(model->parameters()[1].value.shape());
        tables.store(words.mutableView(), outputs.mutableView());
        const auto& updates = trace->update()->parameters;
        for (std::size_t i = 0; i < words.values().size(); ++i) {
            CHECK(updates[0].updated.values()[i] == Approx(words.values()[i]).margin(1e-6));
            CHECK(updates[1].updated.values()[i] == Approx(outputs.values()[i]).margin(1e-6));
        }
    }
}

TEST_CASE("A trainer takes as many tokens in a step as it is told") {
    const auto model = makeModel<float>(kSkipGram);
    Random random(1);
    model->initialise(random);
    const std::vector<int> tokens = twoCircles(40, 7);
    WordVectorTrainer trainer(*model, tokens, everyEighth(tokens.size()), {.passes = 1, .tokensPerStep = 16});
    trainer.step();
    CHECK(trainer.tokensDone() == 16);
    CHECK_THROWS_AS(WordVectorTrainer(*model, tokens, {}, {.tokensPerStep = 0}), Error);
}

}  // namespace
}  // namespace attentarium
