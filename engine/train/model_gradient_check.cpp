#include "engine/train/model_gradient_check.h"

#include "engine/models/registry.h"
#include "engine/train/objective.h"
#include "engine/train/random_batch.h"
#include "engine/train/trainer.h"

namespace attentarium {

GradientCheckResult checkModelGradients(const ModelConfig& config, std::int64_t batch, std::int64_t length,
                                        std::uint64_t seed, Purpose purpose) {
    const auto model = makeModel<double>(config);
    Random random(seed);
    std::vector<Tensor<double>*> leaves;
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        fillNormal(model->parameters()[i], random, 0.5);
        leaves.push_back(&model->parameters()[i].value);
    }
    const RandomBatch made(config, {batch, length, length + 1, batch > 1}, random);

    Parallel parallel(1);
    Tape<double> tape(purpose, parallel);
    const auto record = [&] {
        tape.clear();
        return lossesOf(tape, *model, made.view(), {}).loss;
    };
    tape.backward(record());
    std::vector<TensorView<double>> gradients(model->parameters().size());
    gradientsByOrdinal(tape, gradients);
    std::vector<std::vector<double>> computed;
    for (const TensorView<double>& gradient : gradients) {
        computed.emplace_back(gradient.span().begin(), gradient.span().end());
    }
    return compareGradients([&] { return *tape.value(record()).data; }, leaves, computed);
}

}  // namespace attentarium
