#include "engine/nn/transformer_stack.h"

namespace attentarium {

template <typename Scalar>
TransformerStack<Scalar>::TransformerStack(ParameterSet<Scalar>& parameters, const std::string& name,
                                           std::int64_t layers, const BlockSettings& settings) {
    const std::string within = name.empty() ? name : name + '.';
    for (std::int64_t i = 0; i < layers; ++i) {
        m_blocks.emplace_back(parameters, within + "blocks." + std::to_string(i), settings);
    }
    if (settings.normPlace == NormPlace::Before) {
        m_finalNorm.emplace(parameters, within + "final_norm", settings.width, settings.norm);
    }
}

template <typename Scalar>
void TransformerStack<Scalar>::initialise(Random& random, const FreshWeights& fresh) {
    for (TransformerBlock<Scalar>& block : m_blocks) block.initialise(random, fresh);
    if (m_finalNorm) m_finalNorm->initialise();
}

template <typename Scalar>
Var TransformerStack<Scalar>::operator()(Tape<Scalar>& tape, Var x, const Surroundings<Scalar>& around) const {
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const Scope scope(tape, "blocks", static_cast<int>(i));
        x = m_blocks[i](tape, x, around, around.memory.empty() ? BlockMemory<Scalar>{} : around.memory[i]);
    }
    if (!m_finalNorm) return x;
    const Scope scope(tape, "final_norm");
    return (*m_finalNorm)(tape, x);
}

template <typename Scalar>
KeyValue TransformerStack<Scalar>::offeredBySource(Tape<Scalar>& tape, std::size_t block, Var source) const {
    const Scope scope(tape, "blocks", static_cast<int>(block));
    return m_blocks[block].offeredBySource(tape, source);
}

template class TransformerStack<float>;
template class TransformerStack<double>;

}  // namespace attentarium
