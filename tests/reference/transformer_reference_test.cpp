#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::compareOptimizer;
using test::comparePass;
using test::FamilyFixture;

const auto kNames = {"gpt_untied",  "gpt_tied",       "gpt_one_token",      "gpt_rotary",
                     "gpt_alibi",   "gpt_sinusoidal", "gpt_no_positions",   "bert",
                     "bert_rotary", "transformer",    "transformer_before", "transformer_rotary"};

TEST_CASE("Transformers say what PyTorch's say, with its loss and every gradient") {
    for (const char* name : kNames) {
        INFO(name);
        const FamilyFixture fixture(name);
        for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
            comparePass<double>(fixture, purpose);
            comparePass<float>(fixture, purpose);
        }
    }
}

TEST_CASE("Transformers end at PyTorch's weights after ten steps of AdamW with clipping") {
    for (const char* name : kNames) {
        INFO(name);
        const FamilyFixture fixture(name);
        compareOptimizer<double>(fixture);
        compareOptimizer<float>(fixture);
    }
}

}  // namespace
}  // namespace attentarium
