#include "engine/models/registry.h"

#include "engine/core/error.h"
#include "engine/models/bert.h"
#include "engine/models/gpt.h"
#include "engine/models/transformer.h"
#include "engine/models/word_vectors.h"

namespace attentarium {

template <typename Scalar>
std::unique_ptr<Model<Scalar>> makeModel(const ModelConfig& config) {
    validate(config);
    switch (config.family) {
        case Family::Gpt:
            return std::make_unique<Gpt<Scalar>>(config);
        case Family::Bert:
            return std::make_unique<Bert<Scalar>>(config);
        case Family::Transformer:
            return std::make_unique<Transformer<Scalar>>(config);
        case Family::Ngram:
        case Family::MlpLm:
        case Family::Rnn:
        case Family::Lstm:
        case Family::Gru:
        case Family::Seq2Seq:
            break;
        case Family::Cbow:
        case Family::SkipGram:
            return std::make_unique<WordVectors<Scalar>>(config);
    }
    throw LogicError("[models] a family is missing from the registry");
}

template std::unique_ptr<Model<float>> makeModel(const ModelConfig&);
template std::unique_ptr<Model<double>> makeModel(const ModelConfig&);

}  // namespace attentarium
