#include "ui/explain/head_remark.h"

#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/support/traces.h"

using namespace attentarium;

TEST_CASE("what was done to a head in this run is said of that head alone") {
    testApplication();
    const std::string first = "blocks.0.attention", second = "blocks.1.attention";
    const auto usual = smallTrace({1, 5, 2});
    const Var weights = *usual->find(second + ".weights");
    const auto numbers = usual->values(weights).subspan(9, 9);
    const Interventions changes{SilenceHead{first, 0}, SwapHeads{first, 0, 1},
                                FreezeHead{second, 1, 3, {numbers.begin(), numbers.end()}},
                                // Of another length, so nothing was done.
                                FreezeHead{second, 0, 2, {1, 0, 0.5, 0.5}}};
    const auto trace = look(*smallModel(), TracedText{.tokens = {1, 5, 2}}, LookDepth::Forward, {}, changes);
    const auto remark = [&](const std::string& attention, int head) {
        return headRemark(*trace, *trace->find(attention + ".weights"), head).toStdString();
    };
    CHECK(remark(first, 0) == "⊘ silent, ⇄ swapped");
    CHECK(remark(first, 1) == "⇄ swapped");
    CHECK(remark(second, 1) == "‖ frozen");
    CHECK(remark(second, 0).empty());
    CHECK(headSigns(*trace, *trace->find(first + ".scores"), 0) == QStringLiteral("⊘ ⇄"));
    CHECK(headRemark(*usual, weights, 1).isEmpty());
}
