#pragma once

#include <span>
#include <string_view>

#include "engine/core/arena.h"
#include "engine/core/matrix_product.h"
#include "engine/core/parallel.h"
#include "engine/core/tensor.h"
#include "engine/tape/explanation.h"
#include "engine/tape/var.h"

namespace attentarium {

/// What an op computes from and into. `scratch` lasts until the call returns.
template <typename Scalar>
struct ForwardPass {
    std::span<const TensorView<const Scalar>> inputs;
    TensorView<Scalar> output;
    Arena& scratch;
    Parallel& parallel;
};

/// What an op has for the way back. A gradient that nobody asked for is empty.
template <typename Scalar>
struct BackwardPass {
    std::span<const TensorView<const Scalar>> inputs;
    TensorView<const Scalar> output;
    TensorView<const Scalar> outputGradient;
    /// To be *added to*: other users of the same input add theirs.
    std::span<const TensorView<Scalar>> inputGradients;
    Arena& scratch;
    Parallel& parallel;
    /// Slots whose gradient holds nothing yet, not even zeros; only those that the op `overwrites`.
    std::span<const bool> unwritten = {};

    /// How the gradient of `slot` is to be written by an op that overwrites it.
    Store storeOf(std::size_t slot) const {
        return slot < unwritten.size() && unwritten[slot] ? Store::Replace : Store::Accumulate;
    }
};

/// An op as it was recorded, for explaining.
template <typename Scalar>
struct RecordedOp {
    Var node;
    std::span<const Var> inputNodes;
    std::span<const TensorView<const Scalar>> inputs;
    TensorView<const Scalar> output;
    TensorView<const Scalar> outputGradient;  ///< empty before the backward pass

    Factor input(std::size_t slot, std::int64_t index) const {
        return {{inputNodes[slot], Quantity::Value, index}, static_cast<double>(inputs[slot].data[index])};
    }
    Factor gradient(std::int64_t index) const {
        return {{node, Quantity::Gradient, index}, static_cast<double>(outputGradient.data[index])};
    }
};

/// One step of a model: a forward, its backward, and the reasons for both. Ops live in the tape's arena, so they
/// hold plain values and spans only.
template <typename Scalar>
class Op {
  public:
    /// The op's own name, the same in code, window and lessons, for example `softmax`.
    virtual std::string_view name() const = 0;
    virtual void forward(const ForwardPass<Scalar>& pass) = 0;
    /// Adds dL/dinput = dL/doutput · doutput/dinput to every input gradient asked for.
    virtual void backward(const BackwardPass<Scalar>& pass) const = 0;
    /// Whether `backward` writes every cell of the gradient of input `slot`, after `pass.storeOf(slot)`: then nobody
    /// needs to fill it with zeros first. Slots are written in their order, since two may be the same input.
    virtual bool overwrites(std::size_t) const { return false; }
    /// The rule and the cells that made output cell `index`.
    virtual Explanation explainValue(const RecordedOp<Scalar>& recorded, std::int64_t index) const = 0;
    /// What this op adds to the gradient of cell `index` of its input `slot`.
    virtual Explanation explainGradient(const RecordedOp<Scalar>& recorded, std::size_t slot,
                                        std::int64_t index) const = 0;

  protected:
    ~Op() = default;
};

}  // namespace attentarium
