#include "engine/models/model_config.h"

#include <limits>
#include <string>

#include "engine/core/error.h"
#include "engine/models/model_config_fields.h"
#include "engine/models/registry.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

ErrorValues refusal(const ModelConfig& config, ErrorKind kind) {
    try {
        validate(config);
    } catch (const Error& error) {
        INFO(error.what());
        CHECK(static_cast<int>(error.kind()) == static_cast<int>(kind));
        return error.values();
    }
    FAIL_CHECK("accepted");
    return {};
}

ModelConfig validConfig(Family family) {
    ModelConfig config = defaultConfig(family);
    config.vocabulary = 10;
    return config;
}

template <typename Value>
void setField(ModelConfig& config, std::string_view name, Value to) {
    forEachField(config, [&](const ConfigField& field, auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Value>) {
            if (field.name == name) value = to;
        }
    });
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

TEST_CASE("Every size of every family is refused by name and value where it is impossible") {
    for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
        const ModelConfig good = validConfig(static_cast<Family>(i));
        INFO(kFamilyNames[i]);
        CHECK_NOTHROW(validate(good));
        forEachField(good, [&](const ConfigField& field, const auto& own) {
            using Value = std::remove_cvref_t<decltype(own)>;
            if constexpr (std::is_same_v<Value, std::int64_t> || std::is_same_v<Value, double>) {
                INFO(field.name);
                const auto least = static_cast<Value>(field.least), most = static_cast<Value>(field.most);
                for (const Value value : {static_cast<Value>(least - 1), static_cast<Value>(-1),
                                          static_cast<Value>(most + 1), static_cast<Value>(1LL << 62)}) {
                    ModelConfig config = good;
                    setField(config, field.name, value);
                    if (!field.families.contains(good.family)) {
                        CHECK_NOTHROW(validate(config));
                        continue;
                    }
                    const ErrorValues refused = refusal(config, ErrorKind::OptionOutOfRange);
                    CHECK(refused.name == optionOf(field));
                    CHECK(std::stod(refused.value) == Approx(static_cast<double>(value)));
                }
            }
        });
    }
}

TEST_CASE("Sizes that do not go together are refused with both of them, and models too large by their number") {
    for (const Family family : {Family::Gpt, Family::Bert, Family::Transformer}) {
        ModelConfig config = validConfig(family);
        config.heads = 3;
        const ErrorValues refused = refusal(config, ErrorKind::WidthNotDivisible);
        CHECK(refused.value == std::to_string(config.width));
        CHECK(refused.limit == "3");
        config.heads = 4;
        config.keyValueHeads = 3;
        CHECK(refusal(config, ErrorKind::HeadsNotDivisible).limit == "3");
        config.keyValueHeads = 0;
        config.positions = Positions::Rotary;
        config.heads = config.width;
        CHECK(refusal(config, ErrorKind::HeadWidthOdd).value == "1");
    }
    for (std::size_t i = 1; i < kFamilyNames.size(); ++i) {
        INFO(kFamilyNames[i]);
        ModelConfig config = validConfig(static_cast<Family>(i));
        // The largest of each size: their product does not overflow, and is refused.
        forEachField(config, [](const ConfigField& field, auto& value) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::int64_t>) {
                value = static_cast<std::int64_t>(field.most);
            }
        });
        if (kRecurrent.contains(config.family) || config.family == Family::Seq2Seq) config.layers = 4;
        CHECK(std::stoll(refusal(config, ErrorKind::ModelTooLarge).value) > (std::int64_t{1} << 31));
        CHECK_THROWS_AS(makeModel<float>(config), Error);
    }
}

TEST_CASE("A number that is none is refused") {
    ModelConfig config = validConfig(Family::Ngram);
    config.smoothing = Smoothing::AddK;
    for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        config.addK = value;
        CHECK(refusal(config, ErrorKind::OptionOutOfRange).name == "add-k");
    }
}

TEST_CASE("A family is known by its name") {
    CHECK(named<Family>(nameOf(Family::Gpt)) == Family::Gpt);
    CHECK_FALSE(named<Family>("GPT"));
    CHECK_FALSE(named<Family>(""));
}

}  // namespace
}  // namespace attentarium
