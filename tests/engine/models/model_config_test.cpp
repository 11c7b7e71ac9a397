#include "engine/models/model_config.h"

#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

ErrorKind refusal(const ModelConfig& config) {
    try {
        validate(config);
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("accepted");
    return {};
}

TEST_CASE("The number of parameters is known before the model is made") {
    for (const bool tied : {false, true}) {
        for (const std::int64_t layers : {1, 3}) {
            const ModelConfig config{
                .layers = layers, .heads = 3, .width = 12, .context = 7, .vocabulary = 10, .tied = tied};
            CHECK(parameterCount(config) == makeModel<float>(config)->parameters().count());
        }
    }
}

TEST_CASE("Impossible sizes are refused before anything is made") {
    const ModelConfig good{.vocabulary = 10};
    validate(good);
    const auto with = [&](std::int64_t ModelConfig::*size, std::int64_t value) {
        ModelConfig config = good;
        config.*size = value;
        return refusal(config);
    };
    for (const auto size : {&ModelConfig::layers, &ModelConfig::heads, &ModelConfig::width, &ModelConfig::context,
                            &ModelConfig::vocabulary}) {
        for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 62}) {
            CHECK(with(size, value) == ErrorKind::OptionOutOfRange);
        }
    }
    CHECK(with(&ModelConfig::heads, 3) == ErrorKind::WidthNotDivisible);
    CHECK(with(&ModelConfig::keyValueHeads, 3) == ErrorKind::HeadsNotDivisible);
    CHECK(with(&ModelConfig::keyValueHeads, 8) == ErrorKind::HeadsNotDivisible);
    CHECK(with(&ModelConfig::classes, -1) == ErrorKind::OptionOutOfRange);
    ModelConfig odd = good;
    odd.width = 12;
    validate(odd);
    odd.positions = Positions::Rotary;
    CHECK(refusal(odd) == ErrorKind::HeadWidthOdd);
    ModelConfig huge = good;
    huge.layers = 1000;
    huge.width = 4096;
    CHECK(refusal(huge) == ErrorKind::ModelTooLarge);
    // Places that are computed, not learned, take memory too.
    ModelConfig longer = good;
    longer.width = 4096;
    longer.context = 1 << 20;
    for (const Positions positions : {Positions::Learned, Positions::Sinusoidal}) {
        longer.positions = positions;
        CHECK(refusal(longer) == ErrorKind::ModelTooLarge);
    }
    longer.positions = Positions::Alibi;
    validate(longer);
}

TEST_CASE("Impossible heads are refused with their numbers") {
    for (const Family family : {Family::Gpt, Family::Bert, Family::Transformer}) {
        ModelConfig config = defaultConfig(family);
        config.vocabulary = 10;
        config.keyValueHeads = 3;
        try {
            validate(config);
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.values().value == "4");
            CHECK(error.values().limit == "3");
        }
    }
}

TEST_CASE("A family is known by its name") {
    CHECK(named<Family>(nameOf(Family::Gpt)) == Family::Gpt);
    CHECK_FALSE(named<Family>("GPT"));
    CHECK_FALSE(named<Family>(""));
}

}  // namespace
}  // namespace attentarium
