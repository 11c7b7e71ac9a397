#include "engine/ops/recurrent_rows.h"

#include "engine/ops/recurrent_kernels.h"

namespace attentarium {
namespace {

// The loops stand here because the compiler believes `__restrict` of parameters alone, and without it takes no vectors.

template <typename Scalar>
void lstmBackward(Scalar* __restrict inputs, Scalar* __restrict forgets, Scalar* __restrict candidates,
                  Scalar* __restrict outputs, const Scalar* __restrict cellBefore,
                  const Scalar* __restrict activatedCell, Scalar* __restrict dhidden, Scalar* __restrict dcell,
                  std::int64_t width) {
    for (std::int64_t j = 0; j < width; ++j) {
        const Scalar i = inputs[j], f = forgets[j], g = candidates[j], o = outputs[j];
        const Scalar t = activatedCell[j], dh = dhidden[j];
        const Scalar dc = dcell[j] + dh * o * (1 - t * t);
        inputs[j] = dc * g * i * (1 - i);
        forgets[j] = dc * cellBefore[j] * f * (1 - f);
        candidates[j] = dc * i * (1 - g * g);
        outputs[j] = dh * t * o * (1 - o);
        dcell[j] = dc * f;
        dhidden[j] = 0;
    }
}

template <typename Scalar>
void gruBackward(Scalar* __restrict resets, Scalar* __restrict updates, Scalar* __restrict candidates,
                 Scalar* __restrict memories, const Scalar* __restrict hiddenBefore, Scalar* __restrict dhidden,
                 std::int64_t width) {
    for (std::int64_t j = 0; j < width; ++j) {
        const Scalar r = resets[j], z = updates[j], n = candidates[j], m = memories[j];
        const Scalar dh = dhidden[j];
        const Scalar dn = dh * (1 - z) * (1 - n * n);
        resets[j] = dn * m * r * (1 - r);
        updates[j] = dh * (hiddenBefore[j] - n) * z * (1 - z);
        candidates[j] = dn;
        memories[j] = dn * r;
        dhidden[j] = dh * z;
    }
}

}  // namespace

template <typename Scalar>
void RnnRows::forward(const ForwardRow<Scalar>& row, std::int64_t width) {
    kernels::tanhRow(row.sums, width, row.hidden);
}

// Forward was h = tanh(s), so now ds = dh · (1 − h²), and only the sums lead further back.
template <typename Scalar>
void RnnRows::backward(const BackwardRow<Scalar>& row, std::int64_t width) {
    for (std::int64_t j = 0; j < width; ++j) {
        row.gates[j] = row.dhidden[j] * (1 - row.hidden[j] * row.hidden[j]);
        row.dhidden[j] = 0;
    }
}

template <typename Scalar>
void LstmRows::forward(const ForwardRow<Scalar>& row, std::int64_t width) {
    Scalar* input = row.sums;
    Scalar* forget = input + width;
    Scalar* candidate = forget + width;
    Scalar* output = candidate + width;
    kernels::sigmoidRow(input, 2 * width, input);
    kernels::tanhRow(candidate, width, candidate);
    kernels::sigmoidRow(output, width, output);
    Scalar* written = row.hidden;  // not needed yet
    kernels::multiplyRow(forget, row.cellBefore, width, row.cell);
    kernels::multiplyRow(input, candidate, width, written);
    kernels::addRow(written, width, row.cell);
    kernels::tanhRow(row.cell, width, row.activatedCell);
    kernels::multiplyRow(output, row.activatedCell, width, row.hidden);
}

// Forward was h = o ⊙ tanh(c), so now do = dh ⊙ tanh(c) and dc += dh ⊙ o ⊙ (1 − tanh(c)²); c was f ⊙ c_before + i ⊙ g,
// so now df = dc ⊙ c_before, di = dc ⊙ g, dg = dc ⊙ i and dc_before = dc ⊙ f; then back through σ and tanh.
template <typename Scalar>
void LstmRows::backward(const BackwardRow<Scalar>& row, std::int64_t width) {
    lstmBackward(row.gates, row.gates + width, row.gates + 2 * width, row.gates + 3 * width, row.cellBefore,
                 row.activatedCell, row.dhidden, row.dcell, width);
}

template <typename Scalar>
void GruRows::forward(const ForwardRow<Scalar>& row, std::int64_t width) {
    Scalar* reset = row.sums;
    Scalar* update = reset + width;
    Scalar* candidate = update + width;
    const Scalar* memory = candidate + width;
    kernels::sigmoidRow(reset, 2 * width, reset);
    Scalar* recalled = row.hidden;  // not needed yet
    kernels::multiplyRow(reset, memory, width, recalled);
    kernels::addRow(recalled, width, candidate);
    kernels::tanhRow(candidate, width, candidate);
    kernels::blendRow(update, candidate, row.hiddenBefore, width, row.hidden);
}

// Forward was h = (1 − z) ⊙ n + z ⊙ h_before, so now dz = dh ⊙ (h_before − n), dn = dh ⊙ (1 − z) and z ⊙ dh goes
// straight back; n was tanh(s_n + r ⊙ m), so now dr = ds_n ⊙ m and dm = ds_n ⊙ r; then back through σ.
template <typename Scalar>
void GruRows::backward(const BackwardRow<Scalar>& row, std::int64_t width) {
    gruBackward(row.gates, row.gates + width, row.gates + 2 * width, row.gates + 3 * width, row.hiddenBefore,
                row.dhidden, width);
}

#define ATTENTARIUM_INSTANTIATE(Rows, Scalar)                             \
    template void Rows::forward(const ForwardRow<Scalar>&, std::int64_t); \
    template void Rows::backward(const BackwardRow<Scalar>&, std::int64_t);

ATTENTARIUM_INSTANTIATE(RnnRows, float)
ATTENTARIUM_INSTANTIATE(RnnRows, double)
ATTENTARIUM_INSTANTIATE(LstmRows, float)
ATTENTARIUM_INSTANTIATE(LstmRows, double)
ATTENTARIUM_INSTANTIATE(GruRows, float)
ATTENTARIUM_INSTANTIATE(GruRows, double)
#undef ATTENTARIUM_INSTANTIATE

}  // namespace attentarium
