#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <set>

#include "engine/train/gradient_cases.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

// y = x², with a slope that can be made wrong.
class Square final : public Op<double> {
  public:
    explicit Square(double slope) : m_slope(slope) {}
    std::string_view name() const override { return "square"; }
    void forward(const ForwardPass<double>& pass) override {
        for (std::int64_t i = 0; i < pass.output.count(); ++i) {
            pass.output.data[i] = pass.inputs[0].data[i] * pass.inputs[0].data[i];
        }
    }
    void backward(const BackwardPass<double>& pass) const override {
        for (std::int64_t i = 0; i < pass.output.count(); ++i) {
            pass.inputGradients[0].data[i] += m_slope * pass.inputs[0].data[i] * pass.outputGradient.data[i];
        }
    }
    Explanation explainValue(const RecordedOp<double>&, std::int64_t) const override { return {}; }
    Explanation explainGradient(const RecordedOp<double>&, std::size_t, std::int64_t) const override { return {}; }

  private:
    double m_slope;
};

GradientCheckResult checkSquare(double slope) {
    Tensor<double> x({2, 3});
    for (std::int64_t i = 0; i < 6; ++i) x.mutableView().data[i] = 0.3 * static_cast<double>(i) - 0.7;
    return checkGradients(
        [slope](Tape<double>& tape, std::span<const Var> leaves) {
            return tape.record<Square>({leaves[0]}, tape.shape(leaves[0]), slope);
        },
        std::vector{x}, 1);
}

TEST_CASE("The gradient of every op agrees with finite differences on every shape") {
    for (const GradientCase& one : gradientCases()) {
        INFO(one.op << ": " << one.shape);
        const GradientCheckResult result = one.check();
        INFO("leaf " << result.leaf << ", cell " << result.cell << ": " << result.computed << " instead of "
                     << result.measured);
        CHECK(result.worstRelativeError < kLargestGradientError);
    }
}

TEST_CASE("Every op is checked on three shapes or more") {
    std::map<std::string, int> shapes;
    for (const GradientCase& one : gradientCases()) ++shapes[one.op];
    for (const auto& [op, count] : shapes) {
        INFO(op);
        CHECK(count >= 3);
    }
    // Each op has a file; what is no op is named here. One file has both ways through a matrix.
    const std::set<std::string> others{"attention_kernels", "candidate_kernels", "gelu_kernels",
                                       "recurrent_kernels", "recurrent_rows",    "recurrent_steps"};
    for (const auto& entry : std::filesystem::directory_iterator(ATTENTARIUM_SOURCE_DIR "/engine/ops")) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() != ".cpp" || others.contains(name)) continue;
        INFO(name);
        CHECK(shapes.contains(name));
    }
}

TEST_CASE("A wrong gradient is caught, and so is one that is no number") {
    CHECK(checkSquare(2).worstRelativeError < kLargestGradientError);
    CHECK(checkSquare(2.00001).worstRelativeError > kLargestGradientError);
    CHECK(checkSquare(-2).worstRelativeError > 1);
    CHECK_FALSE(checkSquare(std::numeric_limits<double>::quiet_NaN()).worstRelativeError <= kLargestGradientError);
    const GradientCheckResult wrong = checkSquare(0);
    CHECK(wrong.computed == 0);
    CHECK(wrong.worstRelativeError == Approx(1));
}

}  // namespace
}  // namespace attentarium
