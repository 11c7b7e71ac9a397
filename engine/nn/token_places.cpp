#include "engine/nn/token_places.h"

#include <numeric>

#include "engine/nn/sinusoidal_positions.h"
#include "engine/ops/rotary.h"

namespace attentarium {

template <typename Scalar>
TokenPlaces<Scalar>::TokenPlaces(ParameterSet<Scalar>& parameters, const std::string& name, Positions positions,
                                 std::int64_t context, std::int64_t width, std::int64_t headWidth)
    : m_positions(positions) {
    switch (positions) {
        case Positions::Learned:
            m_learned.emplace(parameters, name, context, width);
            m_places.resize(static_cast<std::size_t>(context));
            std::iota(m_places.begin(), m_places.end(), 0);
            break;
        case Positions::Sinusoidal:
            m_fixed = sinusoidalPositions<Scalar>(context, width);
            break;
        case Positions::Rotary:
            m_fixed = rotaryTurns<Scalar>(context, headWidth);
            break;
        case Positions::Alibi:
        case Positions::None:
            break;
    }
}

template <typename Scalar>
void TokenPlaces<Scalar>::initialise(Random& random, double deviation) {
    if (m_learned) m_learned->initialise(random, deviation);
}

template <typename Scalar>
Var TokenPlaces<Scalar>::rows(Tape<Scalar>& tape, std::int64_t before, std::int64_t length) const {
    if (m_positions == Positions::Learned) {
        const auto places =
            std::span(m_places).subspan(static_cast<std::size_t>(before), static_cast<std::size_t>(length));
        return tape.named((*m_learned)(tape, places, {length}), Site::PositionEmbedding);
    }
    if (m_positions != Positions::Sinusoidal) return {};
    return tape.named(tape.constant({m_fixed.view().row(before), {length, m_fixed.view().columns()}}),
                      Site::PositionEmbedding);
}

template <typename Scalar>
TensorView<const Scalar> TokenPlaces<Scalar>::turns(std::int64_t before, std::int64_t length) const {
    if (m_positions != Positions::Rotary) return {};
    return {m_fixed.view().row(before), {length, m_fixed.view().columns()}};
}

template class TokenPlaces<float>;
template class TokenPlaces<double>;

}  // namespace attentarium
