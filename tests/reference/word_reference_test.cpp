#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

using test::compareOptimizer;
using test::comparePass;
using test::FamilyFixture;

const auto kNames = {"mlp_lm", "mlp_lm_direct", "cbow", "cbow_negatives", "skipgram", "skipgram_negatives"};

TEST_CASE("The small word models say what PyTorch's say, with its loss and every gradient") {
    for (const char* name : kNames) {
        INFO(name);
        const FamilyFixture fixture(name);
        for (const Purpose purpose : {Purpose::Training, Purpose::Looking}) {
            comparePass<double>(fixture, purpose);
            comparePass<float>(fixture, purpose);
        }
    }
}

TEST_CASE("The small word models end at PyTorch's weights after ten steps of AdamW with clipping") {
    for (const char* name : kNames) {
        INFO(name);
        const FamilyFixture fixture(name);
        compareOptimizer<double>(fixture);
        compareOptimizer<float>(fixture);
    }
}

}  // namespace
}  // namespace attentarium
