#pragma once

#include "engine/core/error.h"
#include "engine/models/batch.h"
#include "engine/models/memory.h"
#include "engine/models/model_config.h"
#include "engine/nn/parameter_set.h"
#include "engine/tape/tape.h"

namespace attentarium {

/// What a model says of a batch.
struct Outputs {
    Var hidden;       ///< what the last layer holds of each token [texts, length, width]
    Var logits;       ///< [texts, length, vocabulary]
    Var classLogits;  ///< [texts, classes]; none without a task head
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
    /// Records the model on `batch`. Throws `LogicError` for texts beyond the context and for ids outside the
    /// vocabulary.
    virtual Outputs run(Tape<Scalar>& tape, const Batch& batch) const = 0;

    /// Records the cost of telling the word that came from those drawn against it, for each row of `hidden`: families
    /// of word vectors only. `candidates` as for `negativeSampling` (ops/negative_sampling.h).
    virtual Var sampledLosses(Tape<Scalar>&, Var hidden, std::span<const int> candidates) const {
        (void)hidden, (void)candidates;
        throw LogicError("[models] this family does not learn by negative sampling");
    }

    /// Whether it can go on from what it remembers instead of reading everything again.
    virtual bool remembers() const { return false; }
    /// A memory of nothing but, for an encoder–decoder, the source, which is read on `tape`.
    virtual Memory<Scalar> begin(Tape<Scalar>&, const TokenRows& source, std::int64_t texts) const {
        (void)source, (void)texts;
        throw LogicError("[models] this family has no memory");
    }
    /// Records the next tokens of each text, all of one length, and returns their logits [texts, length, vocabulary]:
    /// those of `run` on everything read so far. The memory then knows these tokens too; no gradient reaches what it
    /// held before. The tape must be cleared before the memory is read on or goes away.
    virtual Var advance(Tape<Scalar>&, Memory<Scalar>&, const TokenRows&) const {
        throw LogicError("[models] this family has no memory");
    }

  private:
    ModelConfig m_config;
    ParameterSet<Scalar> m_parameters;
};

}  // namespace attentarium
