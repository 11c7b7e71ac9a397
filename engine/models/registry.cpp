#include "engine/models/registry.h"

#include "engine/core/error.h"
#include "engine/models/bert.h"
#include "engine/models/gpt.h"
#include "engine/models/mlp_lm.h"
#include "engine/models/recurrent_model.h"
#include "engine/models/seq2seq.h"
#include "engine/models/transformer.h"
#include "engine/models/word_vectors.h"

namespace attentarium {

template <typename Scalar>
std::unique_ptr<Model<Scalar>> makeModel(const ModelConfig& config) {
    validate(config);
    switch (config.family) {
        case Family::MlpLm:
            return std::make_unique<MlpLm<Scalar>>(config);
        case Family::Gpt:
            return std::make_unique<Gpt<Scalar>>(config);
        case Family::Bert:
            return std::make_unique<Bert<Scalar>>(config);
        case Family::Transformer:
            return std::make_unique<Transformer<Scalar>>(config);
        case Family::Rnn:
        case Family::Lstm:
        case Family::Gru:
            return std::make_unique<RecurrentModel<Scalar>>(config);
        case Family::Seq2Seq:
            return std::make_unique<Seq2Seq<Scalar>>(config);
        case Family::Cbow:
        case Family::SkipGram:
            return std::make_unique<WordVectors<Scalar>>(config);
        case Family::Ngram:
            break;  // it counts: NgramModel is no network
    }
    throw LogicError("[models] a family is missing from the registry");
}

template std::unique_ptr<Model<float>> makeModel(const ModelConfig&);
template std::unique_ptr<Model<double>> makeModel(const ModelConfig&);

}  // namespace attentarium
