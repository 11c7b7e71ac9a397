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
    ModelConfig huge = good;
    huge.layers = 1000;
    huge.width = 4096;
    CHECK(refusal(huge) == ErrorKind::ModelTooLarge);
}

TEST_CASE("A family is known by its name") {
    CHECK(named<Family>(nameOf(Family::Gpt)) == Family::Gpt);
    CHECK_FALSE(named<Family>("GPT"));
    CHECK_FALSE(named<Family>(""));
}

}  // namespace
}  // namespace attentarium
