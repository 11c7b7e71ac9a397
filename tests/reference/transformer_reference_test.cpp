#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr const char* kNames[]{"gpt_untied",  "gpt_tied",       "gpt_one_token",      "gpt_rotary",
                               "gpt_alibi",   "gpt_sinusoidal", "gpt_no_positions",   "bert",
                               "bert_rotary", "transformer",    "transformer_before", "transformer_rotary"};

TEST_CASE("Transformers say what PyTorch's say, with its loss and every gradient") {
    test::comparePasses(kNames);
}

TEST_CASE("Transformers end at PyTorch's weights after ten steps of AdamW with clipping") {
    test::compareOptimizers(kNames);
}

}  // namespace
}  // namespace attentarium
