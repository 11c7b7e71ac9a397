#pragma once

#include <filesystem>
#include <string>

#include "engine/io/atomic_folder.h"
#include "engine/models/ngram_model.h"

namespace attentarium {

/// The counts of an n-gram model as tensors: for each length n from 1 to the order `ngrams.n.tokens` [n-grams, n], in
/// lexical order, and `ngrams.n.seen` [n-grams], how often each occurs.
void writeNgrams(AtomicFolder& folder, const std::string& member, const NgramCounts& counts);
/// The model that `config` makes of such a file. Throws `Error`: whatever `SafetensorsFile` does, TensorMissing,
/// TensorUnexpected, TensorShapeWrong, FileDamaged for counts that no text of this vocabulary has.
NgramModel readNgrams(const std::filesystem::path& path, const ModelConfig& config);

}  // namespace attentarium
