#include "engine/core/parallel.h"
#include "engine/trace/trace.h"

namespace attentarium {

std::vector<Contribution> Trace::contributions(Var node) const {
    std::vector<Contribution> all;
    if (gradients(node).empty()) return all;
    Parallel alone;
    Arena scratch;
    for (const Var user : users(node)) {
        const auto& recorded = m_tape.node(user);
        if (!recorded.gradient) continue;
        Contribution own{user, std::vector<float>(values(node).size())};
        // Ops add to the gradients they are given; here to zeros, and to those of this input alone.
        std::vector<TensorView<float>> gradients(recorded.inputs.size());
        for (std::size_t slot = 0; slot < gradients.size(); ++slot) {
            gradients[slot].shape = recorded.inputValues[slot].shape;
            if (recorded.inputs[slot] == node) gradients[slot].data = own.numbers.data();
        }
        scratch.reset();
        recorded.op->backward({recorded.inputValues, recorded.value, recorded.gradient, gradients, scratch, alone, {}});
        all.push_back(std::move(own));
    }
    return all;
}

}  // namespace attentarium
