// Train short, test long, in the real window.

#include <QProgressBar>

#include "tests/ui/positions/positions_fixture.h"

namespace attentarium::test {
namespace {

struct Longer : PositionsPage<LongerView> {
    Longer() : PositionsPage(QStringLiteral("longer")) {
        REQUIRE(QTest::qWaitFor([this] { return !view().isBusy(); }, 60000));
        settle();
    }
    LengthStudy& study() { return view().study(); }
    const LengthCurve& curve(Positions kind) { return *std::ranges::find(study().bundled(), kind, &LengthCurve::kind); }
};

TEST_CASE("Every bundled model does well up to its training length, and beyond it, ALiBi alone, and learned ends") {
    Longer longer;
    constexpr std::size_t kTrainedBins = LengthStudy::kTrained / LengthStudy::kBin;
    for (const LengthCurve& curve : longer.study().bundled()) {
        CAPTURE(static_cast<int>(curve.kind));
        CHECK(
            curve.bins.size() ==
            (curve.kind == Positions::Learned ? kTrainedBins : std::size_t{LengthStudy::kLongest / LengthStudy::kBin}));
        for (std::size_t i = 0; i < kTrainedBins; ++i) CHECK(curve.bins[i].mean < 1.6);
    }
    const auto last = [&](Positions kind) { return longer.curve(kind).bins.back().mean; };
    CHECK(last(Positions::Alibi) < 1.2);
    CHECK(last(Positions::None) > last(Positions::Alibi) + 0.5);
    CHECK(last(Positions::Rotary) > last(Positions::Alibi) + 0.5);
    CHECK(last(Positions::Sinusoidal) > last(Positions::Alibi) + 0.5);
    CHECK(longer.part<LinePlot>("curves").lines().lines.size() == 5);
    CHECK(longer.part<LinePlot>("curves").lines().marks.at(0).first == LengthStudy::kTrained);
}

TEST_CASE("The five are trained again with progress, and it can be cancelled at once") {
    Longer longer;
    CHECK_FALSE(longer.part("cancel").isVisible());
    QElapsedTimer beginning;
    beginning.start();
    longer.click(longer.part("train"));
    CHECK(longer.study().isTraining());
    CHECK_FALSE(longer.part("train").isEnabled());
    REQUIRE(QTest::qWaitFor([&] { return longer.study().progress() > 0.01; }, 60000));
    CHECK(longer.part<QProgressBar>("progress").value() > 0);
    const qint64 first = beginning.elapsed();
    QElapsedTimer time;
    time.start();
    longer.click(longer.part("cancel"));
    CHECK_FALSE(longer.study().isTraining());
    CHECK(time.elapsed() < 500);
    CHECK(longer.part("train").isEnabled());
    CHECK(longer.part("train").hasFocus());
    // What was cancelled does not go on unseen, or the next one would have to wait for it.
    beginning.restart();
    longer.click(longer.part("train"));
    REQUIRE(QTest::qWaitFor([&] { return longer.study().progress() > 0.01; }, 60000));
    CHECK(beginning.elapsed() < 4 * first + 500);
    longer.click(longer.part("cancel"));
}

}  // namespace
}  // namespace attentarium::test
