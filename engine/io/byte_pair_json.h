#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/io/checkpoint_fields.h"
#include "engine/text/byte_pair/byte_pair_tokenizer.h"

namespace attentarium {

/// How byte pairs are written: bytes and what was merged in the letters of `lettersOf`, special tokens as they are.
/// Internal to `io`.

/// `letters` are the two sides of a merge. The error names `place`. Throws `Error` FileDamaged for a side that is not
/// made of letters.
BytePairMerge readMerge(std::string_view left, std::string_view right, const std::string& file,
                        const std::string& place);
/// A merge as it is written: `Ġt he`.
std::string writtenMerge(const BytePairMerge& merge);

/// Throws `Error` FileDamaged, which names `place` and the number of the merge (from 0), where `firstBroken` finds one.
BytePairMerges checkedMerges(std::vector<BytePairMerge> merges, const std::string& file, const std::string& place);

/// Each token of a vocabulary as it is written, in the order of ids. Throws `LogicError` where a special token looks
/// like another one's letters, which no file can bring.
std::vector<std::string> writtenTokens(const Vocabulary& vocabulary, const BytePairMerges& merges);
/// The vocabulary that was written so. Throws `Error` FileDamaged with the name of `place` for an empty token, for one
/// that stands twice, and where a byte or something that is merged is missing.
Vocabulary readTokens(const std::vector<std::string>& written, const BytePairMerges& merges, const std::string& file,
                      const std::string& place);

/// The field `merges` of an object: a list of texts with a space, or of pairs. Throws `Error` FileDamaged.
BytePairMerges readMergesField(Fields& fields);

}  // namespace attentarium
