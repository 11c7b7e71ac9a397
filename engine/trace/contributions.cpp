#include "engine/core/parallel.h"
#include "engine/trace/trace.h"

namespace attentarium {

std::vector<Contribution> Trace::contributions(Var node) const {
    std::vector<Contribution> all;
    if (gradients(node).empty()) return all;
    Parallel alone;
    Arena scratch;
    for (const Var user : users(node)) {
        if (gradients(user).empty()) continue;
        const RecordedOp<float> recorded = m_tape.recorded(user);
        Contribution own{user, std::vector<float>(values(node).size())};
        // Ops add to the gradients they are given; here to zeros, and to those of this input alone.
        std::vector<TensorView<float>> added(recorded.inputNodes.size());
        for (std::size_t slot = 0; slot < added.size(); ++slot) {
            added[slot].shape = recorded.inputs[slot].shape;
            if (recorded.inputNodes[slot] == node) added[slot].data = own.numbers.data();
        }
        scratch.reset();
        const Op<float>& op = *m_tape.node(user).op;
        op.backward({recorded.inputs, recorded.output, recorded.outputGradient, added, scratch, alone, {}});
        all.push_back(std::move(own));
    }
    return all;
}

}  // namespace attentarium
