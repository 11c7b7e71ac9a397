#pragma once

#include <cstdint>
#include <span>

#include "engine/models/model_config.h"
#include "engine/nn/parameter_set.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// Texts of one length, one after the other.
struct TokenBatch {
    std::span<const int> ids;  ///< batch × length
    std::int64_t batch = 1;
    std::int64_t length = 0;
};

/// A family of sequence models with its parameters. Running it records on a tape and changes nothing here.
template <typename Scalar>
class Model {
  public:
    explicit Model(const ModelConfig& config) : m_config(config) {}
    virtual ~Model() = default;
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    const ModelConfig& config() const { return m_config; }
    ParameterSet<Scalar>& parameters() { return m_parameters; }
    const ParameterSet<Scalar>& parameters() const { return m_parameters; }

    /// Fresh weights, the same for the same seed.
    virtual void initialise(Random& random) = 0;
    /// Records the model on `tokens` and returns the logits [batch, token, vocabulary]. Throws `LogicError` for a
    /// text beyond the context and for ids outside the vocabulary.
    virtual Var logits(Tape<Scalar>& tape, const TokenBatch& tokens) const = 0;

  private:
    ModelConfig m_config;
    ParameterSet<Scalar> m_parameters;
};

}  // namespace attentarium
