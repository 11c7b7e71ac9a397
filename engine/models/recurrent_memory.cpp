#include "engine/models/recurrent_memory.h"

#include <algorithm>

namespace attentarium {

template <typename Scalar>
Memory<Scalar> freshMemory(RecurrentCell cell, std::int64_t layers, std::int64_t texts, std::int64_t width) {
    Memory<Scalar> memory;
    memory.texts = texts;
    for (std::int64_t i = 0; i < layers * (hasCellState(cell) ? 2 : 1); ++i) {
        memory.tensors.emplace_back(Shape{texts, width});
    }
    return memory;
}

template <typename Scalar>
Var recalled(Tape<Scalar>& tape, const Tensor<Scalar>& tensor) {
    return tape.constant({tape.arena().template copy<Scalar>(tensor.values()).data(), tensor.shape()});
}

template <typename Scalar>
LayerStates recalledStates(Tape<Scalar>& tape, const Memory<Scalar>& memory, const RecurrentStack<Scalar>& stack) {
    LayerStates states;
    std::size_t next = 0;
    for (std::size_t i = 0; i < stack.layers(); ++i) {
        const Scope scope(tape, "layers", static_cast<int>(i));
        states[i].hidden = tape.named(recalled(tape, memory.tensors[next++]), Site::StartHidden);
        if (!hasCellState(stack.cell())) continue;
        states[i].cell = tape.named(recalled(tape, memory.tensors[next++]), Site::StartCell);
    }
    return states;
}

template <typename Scalar>
void keepStates(const Tape<Scalar>& tape, const LayerStates& states, const RecurrentStack<Scalar>& stack,
                Memory<Scalar>& memory) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < stack.layers(); ++i) {
        for (const Var state : {states[i].hidden, states[i].cell}) {
            if (state) std::ranges::copy(tape.value(state).span(), memory.tensors[next++].mutableView().data);
        }
    }
}

#define ATTENTARIUM_INSTANTIATE(Scalar)                                                                       \
    template Memory<Scalar> freshMemory(RecurrentCell, std::int64_t, std::int64_t, std::int64_t);             \
    template Var recalled(Tape<Scalar>&, const Tensor<Scalar>&);                                              \
    template LayerStates recalledStates(Tape<Scalar>&, const Memory<Scalar>&, const RecurrentStack<Scalar>&); \
    template void keepStates(const Tape<Scalar>&, const LayerStates&, const RecurrentStack<Scalar>&, Memory<Scalar>&);

ATTENTARIUM_INSTANTIATE(float)
ATTENTARIUM_INSTANTIATE(double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
