#pragma once

#include <array>
#include <vector>

#include "engine/nn/parameter_set.h"
#include "engine/ops/recurrent_layer.h"

namespace attentarium {

/// The weights of one recurrent layer, `NAME.input.weight` [in, gates · width], `NAME.recurrent.weight`
/// [width, gates · width] and a bias of each, as PyTorch has them but turned over.
template <typename Scalar>
class RecurrentParameters {
  public:
    RecurrentParameters(ParameterSet<Scalar>& parameters, const std::string& name, RecurrentCell cell, std::int64_t in,
                        std::int64_t width);

    /// Normal weights as widely spread as PyTorch's uniform ones, and zero biases but for the forget gate's, which is
    /// 1: a fresh cell remembers (Gers et al., 2000; Jozefowicz et al., 2015).
    void initialise(Random& random);
    RecurrentWeights operator()(Tape<Scalar>& tape) const;

  private:
    RecurrentCell m_cell;
    Parameter<Scalar>* m_input;
    Parameter<Scalar>* m_inputBias;
    Parameter<Scalar>* m_recurrent;
    Parameter<Scalar>* m_recurrentBias;
};

inline constexpr std::size_t kMostRecurrentLayers = 4;
using LayerStates = std::array<RecurrentState, kMostRecurrentLayers>;

/// What a stack of recurrent layers is told besides its input.
struct RecurrentRun {
    std::span<const std::int64_t> lengths = {};  ///< of each text; empty: all are whole
    LayerStates begin = {};                      ///< of each layer; none: zeros
    std::int64_t firstTime = 0;                  ///< the number of the first time step in names
    bool wantsEnd = false;
};

/// What it has to say.
struct RecurrentResult {
    Var hidden;            ///< of the last layer at every time step
    LayerStates end = {};  ///< of each layer, where it was asked for
};

/// Recurrent layers one above the other, with dropout between them, in scopes and parameters `layers.0`, `layers.1`, …
/// below `prefix`.
template <typename Scalar>
class RecurrentStack {
  public:
    RecurrentStack(ParameterSet<Scalar>& parameters, const std::string& prefix, RecurrentCell cell, std::int64_t in,
                   std::int64_t width, std::int64_t layers);

    void initialise(Random& random);
    /// For x [texts, length, in], or one time step [texts, in]; the hidden states have its shape.
    RecurrentResult operator()(Tape<Scalar>& tape, Var x, const RecurrentRun& run) const;
    /// For tokens; a tape for looking gets their embeddings as a node.
    RecurrentResult operator()(Tape<Scalar>& tape, const EmbeddedTokens& tokens, const RecurrentRun& run) const;

    RecurrentCell cell() const { return m_cell; }
    std::size_t layers() const { return m_layers.size(); }

  private:
    template <typename Input>
    Var layer(Tape<Scalar>& tape, const Input& x, std::size_t number, const RecurrentRun& run,
              RecurrentResult& result) const;
    RecurrentResult from(Tape<Scalar>& tape, Var x, std::size_t number, const RecurrentRun& run,
                         RecurrentResult result) const;

    RecurrentCell m_cell;
    std::vector<RecurrentParameters<Scalar>> m_layers;
};

/// The same from both ends: each layer reads what both directions of the layer below had to say of each token, side by
/// side (Schuster and Paliwal, 1997). The second direction is in scopes and parameters `backward.layers.0`, …
template <typename Scalar>
class BidirectionalStack {
  public:
    BidirectionalStack(ParameterSet<Scalar>& parameters, const std::string& prefix, RecurrentCell cell,
                       std::int64_t width, std::int64_t layers);

    void initialise(Random& random);
    /// Every state is 2 · width wide: forward, then backward.
    RecurrentResult operator()(Tape<Scalar>& tape, const EmbeddedTokens& tokens, const RecurrentRun& run) const;

  private:
    template <typename Input>
    Var layer(Tape<Scalar>& tape, const Input& x, std::size_t number, const RecurrentRun& run,
              RecurrentResult& result) const;

    RecurrentCell m_cell;
    std::vector<RecurrentParameters<Scalar>> m_forward;
    std::vector<RecurrentParameters<Scalar>> m_backward;
};

}  // namespace attentarium
