#include <cmath>

#include "engine/models/registry.h"
#include "engine/nn/sinusoidal_positions.h"
#include "engine/ops/alibi.h"
#include "engine/probe/loss_by_place.h"
#include "engine/probe/position_vectors.h"
#include "engine/probe/stories.h"
#include "engine/train/evaluation.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

std::unique_ptr<Model<float>> smallModel(Positions positions, std::int64_t context, std::int64_t vocabulary = 20) {
    auto model = makeModel<float>({.family = Family::Gpt,
                                   .layers = 1,
                                   .heads = 2,
                                   .width = 12,
                                   .context = context,
                                   .vocabulary = vocabulary,
                                   .positions = positions});
    Random random(3);
    model->initialise(random);
    return model;
}

std::vector<float> randomNumbers(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<float>(random.normal()));
    return numbers;
}

double sumOf(const std::vector<double>& numbers) {
    double sum = 0;
    for (const double number : numbers) sum += number;
    return sum;
}

}  // namespace

TEST_CASE("A rotary score depends on the distance of query and key alone") {
    const std::vector<float> query = randomNumbers(16, 1), key = randomNumbers(16, 2);
    const double score = sumOf(turnedProducts(query, key, 9, 4));
    for (const int shift : {1, 2, 17, 400, 100'000}) {
        CHECK(std::abs(sumOf(turnedProducts(query, key, 9 + shift, 4 + shift)) - score) < 1e-5);
    }
    CHECK(std::abs(sumOf(turnedProducts(query, key, 9, 5)) - score) > 1e-3);
    // At the same place nothing turns against the other.
    double plain = 0;
    for (std::size_t i = 0; i < query.size(); ++i) plain += static_cast<double>(query[i]) * static_cast<double>(key[i]);
    CHECK(sumOf(turnedProducts(query, key, 31, 31)) == Approx(plain).margin(1e-9));
}

TEST_CASE("The slopes of ALiBi are 2^(−8i/n)") {
    for (const int heads : {1, 2, 4, 8, 16}) {
        for (int i = 1; i <= heads; ++i) CHECK(alibiSlope(i - 1, heads) == Approx(std::exp2(-8.0 * i / heads)));
    }
}

TEST_CASE("A sinusoidal feature comes round after its wavelength") {
    // The fifth and sixth of 8 features: 2π · 10000^(4/8) = 628.3 places.
    CHECK(wavelength(4, 8) == Approx(628.3185307));
    CHECK(wavelength(5, 8) == wavelength(4, 8));
    CHECK(wavelength(0, 8) == Approx(6.283185307));
    const auto rows = sinusoidalPositions<float>(700, 8);
    CHECK(std::abs(rows.view().row(10)[4] - rows.view().row(638)[4]) < 4e-3F);
}

TEST_CASE("Products of sinusoidal positions depend on distance alone, those of random rows do not") {
    const auto products = dotProducts(sinusoidalPositions<float>(40, 12));
    const auto means = meanByDistance(products);
    CHECK(means[0] == Approx(6));
    for (std::int64_t i = 0; i < 40; ++i) {
        for (std::int64_t j = 0; j <= i; ++j) {
            CHECK(static_cast<double>(products.view().row(i)[j]) ==
                  Approx(means[static_cast<std::size_t>(i - j)]).margin(1e-5));
        }
    }
    const auto learned = positionVectors(*smallModel(Positions::Learned, 10));
    REQUIRE(learned.shape() == Shape{10, 12});
    const auto other = dotProducts(learned);
    CHECK(std::abs(other.view().row(0)[1] - other.view().row(5)[6]) > 1e-6F);
    CHECK(positionVectors(*smallModel(Positions::Rotary, 10)).shape() == Shape{10, 6});
    CHECK(positionVectors(*smallModel(Positions::Alibi, 10)).count() == 0);
    CHECK(positionVectors(*smallModel(Positions::None, 10)).count() == 0);
}

TEST_CASE("In a longer context a model says the same of what it could read before, and learned positions end") {
    std::vector<int> ids;
    for (int i = 0; i < 12; ++i) ids.push_back(i * 7 % 20);
    for (const Positions kind : {Positions::Sinusoidal, Positions::Rotary, Positions::Alibi, Positions::None}) {
        const auto model = smallModel(kind, 12);
        const auto longer = withContext(*model, 96);
        CHECK(longer->config().context == 96);
        Parallel parallel(1);
        Tape<float> one(Purpose::Training, parallel), other(Purpose::Training, parallel);
        const auto before = one.value(model->run(one, batchOf(ids, 12)).logits);
        const auto after = other.value(longer->run(other, batchOf(ids, 12)).logits);
        CHECK(std::ranges::equal(before.span(), after.span()));
    }
    const auto learned = smallModel(Positions::Learned, 12);
    CHECK(withContext(*learned, 13) == nullptr);
    CHECK(withContext(*learned, 12)->config().context == 12);
}

TEST_CASE("Losses by place have the mean that an evaluation has, and bins have their means and errors") {
    const auto tokenizer =
        makeTokenizer(TokenizerKind::Word, Language::English, SmallWorld().lexicon(Language::English));
    const auto model = smallModel(Positions::Alibi, 24, tokenizer->vocabulary().size());
    Parallel parallel(2);
    const LongTexts texts = joinedStories(Language::English, *tokenizer, 5, 20, 24);
    CHECK(texts.count() == 20);
    const std::vector<float> losses = lossesByPlace(*model, texts, parallel);
    REQUIRE(losses.size() == 20 * 24);
    double mean = 0, evaluated = 0;
    for (const float loss : losses) mean += static_cast<double>(loss) / static_cast<double>(losses.size());
    for (std::int64_t text = 0; text < 20; ++text) {
        evaluated +=
            evaluate(*model, std::span(texts.ids).subspan(static_cast<std::size_t>(text * 25), 25), parallel) / 20;
    }
    CHECK(mean == Approx(evaluated).epsilon(1e-5));
    // Two texts of four places: [1 3 5 7] and [3 5 9 9].
    const auto bins = binned({1, 3, 5, 7, 3, 5, 9, 9}, 4, 2);
    REQUIRE(bins.size() == 2);
    CHECK(bins[0].mean == Approx(3));
    CHECK(bins[0].error == Approx(1));
    CHECK(bins[1].mean == Approx(7.5));
    CHECK(lossesByPlace(*model, texts, parallel, [](double done) { return done < 0.5; }).empty());
    CHECK(binned({}, 4, 2).empty());
}

TEST_CASE("Long texts are the same for the same seed, and others for another") {
    const auto tokenizer =
        makeTokenizer(TokenizerKind::Word, Language::Chinese, SmallWorld().lexicon(Language::Chinese));
    const auto texts = [&](std::uint64_t seed) {
        return joinedStories(Language::Chinese, *tokenizer, seed, 3, 100).ids;
    };
    CHECK(texts(1) == texts(1));
    CHECK(texts(1) != texts(2));
}
