#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/geometry/principal_components.h"
#include "engine/models/model.h"
#include "engine/text/word_tokenizer.h"
#include "engine/train/word_vector_trainer.h"
#include "ui/session/word2vec_study.h"

namespace attentarium {

inline constexpr double kWord2VecRate = 0.05;

/// The live model of a `Word2VecStudy` with the text that it learns. It belongs to the study's thread.
struct Word2VecRun {
    explicit Word2VecRun(const Word2VecChoices& choices);

    /// The next pieces of the text; the model then holds what was learned.
    void step(int steps);
    std::shared_ptr<const Word2VecMoment> moment();
    /// The pairs of `tokens`, at most `most`, each learned on a copy after the one before.
    std::vector<Word2VecPair> pairsOf(const std::vector<int>& tokens, std::size_t most) const;

    Word2VecChoices choices;
    std::unique_ptr<WordTokenizer> tokenizer;
    std::vector<int> tokens;
    std::shared_ptr<Model<float>> model;
    std::unique_ptr<WordVectorTrainer> trainer;  ///< null for the full softmax
    double loss = 0;
    std::int64_t tokensInAll = 0;
    std::optional<Points> axes;  ///< of the last moment, whose sides are kept
};

}  // namespace attentarium
