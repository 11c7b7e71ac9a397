#include "engine/io/interventions_json.h"

#include "engine/core/error.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

const Interventions kAll{SetCell{"blocks.0.attention.weights", {0, 6, 2}, 0.1 + 0.2},
                         SetVisibility{"blocks.1.attention", 3, 1, true},
                         SetScale{"decoder.blocks.0.cross_attention", 1.0 / 3},
                         SilenceHead{"blocks.0.attention", 3},
                         FreezeHead{"blocks.0.attention", 1, 2, {1, 0, 1e-300, 1.0 / 7}},
                         SwapHeads{"blocks.0.attention", 0, 2},
                         SetTemperature{0.7}};

TEST_CASE("What is done to a run comes back from its JSON, to the bit") {
    CHECK(interventionsFromJson(toJson(kAll), "a.json") == kAll);
    CHECK(interventionsFromJson(toJson({}), "a.json").empty());
}

TEST_CASE("JSON that is not of this kind is refused, and the field is named") {
    const auto refusal = [](std::string_view text) {
        try {
            interventionsFromJson(text, "a.json");
        } catch (const Error& error) {
            CHECK(error.values().file == "a.json");
            return error.values().name;
        }
        return std::string("accepted");
    };
    CHECK(refusal("") != "accepted");
    CHECK(refusal("[]") != "accepted");
    CHECK(refusal("{}") == "changes");
    CHECK(refusal(R"({"changes": [1]})") == "changes");
    CHECK(refusal(R"({"changes": [{"kind": "set fire"}]})") == "changes.kind");
    CHECK(refusal(R"({"changes": [{"kind": "set temperature"}]})") == "changes.temperature");
    CHECK(refusal(R"({"changes": [{"kind": "set temperature", "temperature": "hot"}]})") == "changes.temperature");
    CHECK(refusal(R"({"changes": [{"kind": "set temperature", "temperature": 1, "more": 2}]})") == "changes.more");
    CHECK(refusal(R"({"changes": [{"kind": "set cell", "name": "a", "place": [0.5], "value": 1}]})") ==
          "changes.place");
}

}  // namespace
}  // namespace attentarium
