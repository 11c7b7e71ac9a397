#pragma once

#include <vector>

#include "engine/models/model.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// The `count` words of `among` whose vectors point most in the direction of that of `word`, by cosine, nearest first
/// and without `word`. The vectors are the rows of the model's token embedding. Throws `LogicError` for a model that
/// has none.
std::vector<int> nearestWords(const Model<float>& model, int word, const std::vector<int>& among, int count);

/// Over all words of the small world in the vocabulary, the mean share of a word's `nearest` nearest ones that are of
/// its class (`text/word_class.h`).
double sameClassShare(const Model<float>& model, const Tokenizer& tokenizer, Language language, int nearest = 3);

}  // namespace attentarium
