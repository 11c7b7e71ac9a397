#include "tests/reference/family_fixture.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

constexpr const char* kNames[]{"mlp_lm", "mlp_lm_direct", "cbow", "cbow_negatives", "skipgram", "skipgram_negatives"};

TEST_CASE("The small word models say what PyTorch's say, with its loss and every gradient") {
    test::comparePasses(kNames);
}

TEST_CASE("The small word models end at PyTorch's weights after ten steps of AdamW with clipping") {
    test::compareOptimizers(kNames);
}

}  // namespace
}  // namespace attentarium
