#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/text/byte_pair/byte_pair_tokenizer.h"

namespace attentarium {

/// Hugging Face's `tokenizer.json`. Internal to `io`.

/// Throws `Error` as `loadTokenizer`.
std::shared_ptr<const BytePairTokenizer> readTokenizerJson(const std::filesystem::path& file);
std::string tokenizerJson(const BytePairTokenizer& tokenizer);

/// The tokens of `vocab.json` or of the field `vocab`, each at its id. Throws `Error` FileDamaged that names a token
/// whose id is not the only one from 0 to the number of tokens.
std::vector<std::string> tokensById(const nlohmann::json& vocabulary, const std::string& file);
/// The other way round, in the order of ids.
nlohmann::ordered_json idsByToken(const BytePairTokenizer& tokenizer);

}  // namespace attentarium
