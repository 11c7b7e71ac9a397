#include <algorithm>
#include <cmath>
#include <string>

#include "engine/io/safetensors.h"
#include "engine/nn/linear.h"
#include "engine/ops/cross_entropy.h"
#include "engine/ops/gelu.h"
#include "engine/ops/mean.h"
#include "engine/train/gradient_clipping.h"
#include "engine/train/optimizer.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

using namespace attentarium;

namespace {

// As optimizer_fixtures.py has them.
constexpr std::int64_t kWidth = 5, kHidden = 7, kClasses = 6, kRows = 12;
constexpr double kRate = 5e-2, kLargestNorm = 0.5;
constexpr int kSteps = 10;

/// Two linear layers with a GELU between, and what PyTorch made of them.
template <typename Scalar>
class Network {
  public:
    explicit Network(const std::string& name)
        : m_file(SafetensorsFile::read(std::string(ATTENTARIUM_SOURCE_DIR) + "/tests/reference/fixtures/" + name +
                                       ".safetensors")),
          m_x(m_file.tensor<Scalar>("x", {kRows, kWidth})),
          m_hidden(m_parameters, "hidden", kWidth, kHidden, Bias::With),
          m_output(m_parameters, "output", kHidden, kClasses, Bias::With) {
        for (const std::int64_t target : m_file.integers<std::int64_t>("targets")) {
            m_targets.push_back(static_cast<int>(target));
        }
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            Parameter<Scalar>& parameter = m_parameters[i];
            parameter.value = m_file.tensor<Scalar>(parameter.name, parameter.value.shape());
        }
    }

    Var loss(Tape<Scalar>& tape, double smoothing) const {
        const Var x = tape.leaf(m_x.shape(), m_x.values());
        const Var logits = m_output(tape, gelu(tape, m_hidden(tape, x)));
        return mean(tape, crossEntropy(tape, logits, m_targets, smoothing), kRows);
    }

    /// The largest difference to PyTorch's tensors `prefix`NAME, relative to the largest number there.
    template <typename ValueOf>
    double worst(const std::string& prefix, ValueOf&& valueOf) const {
        double worst = 0;
        for (std::size_t i = 0; i < m_parameters.size(); ++i) {
            const Parameter<Scalar>& parameter = m_parameters[i];
            const auto expected = m_file.tensor<double>(prefix + parameter.name, parameter.value.shape());
            const std::span<const Scalar> values = valueOf(i);
            double largest = 0, difference = 0;
            for (std::size_t k = 0; k < values.size(); ++k) {
                const double wanted = expected.values()[k];
                largest = std::max(largest, std::abs(wanted));
                difference = std::max(difference, std::abs(static_cast<double>(values[k]) - wanted));
            }
            worst = std::max(worst, difference / largest);
        }
        return worst;
    }
    double expectedLoss() const { return m_file.tensor<double>("loss", {}).values()[0]; }
    ParameterSet<Scalar>& parameters() { return m_parameters; }

  private:
    SafetensorsFile m_file;
    Tensor<Scalar> m_x;
    std::vector<int> m_targets;
    ParameterSet<Scalar> m_parameters;
    Linear<Scalar> m_hidden;
    Linear<Scalar> m_output;
};

template <typename Scalar>
void compare(const std::string& name, const TrainingSettings& settings) {
    const double allowed = std::is_same_v<Scalar, float> ? 1e-4 : 1e-9;
    INFO(name << (sizeof(Scalar) == 4 ? ", float" : ", double"));
    Network<Scalar> network(name);
    Parallel parallel(2);
    Tape<Scalar> tape(Purpose::Training, parallel);
    Optimizer<Scalar> optimizer(settings.optimizer, network.parameters());
    std::vector<TensorView<Scalar>> gradients(network.parameters().size());
    for (int step = 0; step < kSteps; ++step) {
        tape.clear();
        const Var loss = network.loss(tape, settings.labelSmoothing);
        tape.backward(loss);
        gradientsByOrdinal(tape, gradients);
        if (step == 0) {
            CHECK(static_cast<double>(*tape.value(loss).data) == Approx(network.expectedLoss()).epsilon(allowed));
            CHECK(network.worst("grad/", [&](std::size_t i) { return gradients[i].span(); }) < allowed);
        }
        const double norm = gradientNorm(gradients, parallel);
        optimizer.step(network.parameters(), gradients, clipFactor(norm, kLargestNorm), kRate, settings, parallel);
    }
    CHECK(network.worst("after/", [&](std::size_t i) { return network.parameters()[i].value.values(); }) < allowed);
}

void compareBoth(const std::string& name, const TrainingSettings& settings) {
    compare<double>(name, settings);
    compare<float>(name, settings);
}

}  // namespace

TEST_CASE("Ten steps of every optimizer with clipping end at PyTorch's weights") {
    compareBoth("optimizer_sgd", {.optimizer = OptimizerKind::Sgd});
    compareBoth("optimizer_momentum", {.optimizer = OptimizerKind::Momentum, .beta1 = 0.9});
    compareBoth("optimizer_adam", {.optimizer = OptimizerKind::Adam});
    compareBoth("optimizer_adamw", {.optimizer = OptimizerKind::AdamW});
}

TEST_CASE("L1 and L2 pull on matrices as PyTorch's do") {
    compareBoth("optimizer_sgd_l1_l2", {.optimizer = OptimizerKind::Sgd, .l1 = 0.02, .l2 = 0.03});
    compareBoth("optimizer_adam_l2", {.optimizer = OptimizerKind::Adam, .l2 = 0.03});
}

TEST_CASE("The loss with label smoothing, its gradients and ten steps equal PyTorch's") {
    compareBoth("label_smoothing", {.optimizer = OptimizerKind::AdamW, .labelSmoothing = 0.1});
}
