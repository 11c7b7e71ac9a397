#pragma once

#include <filesystem>
#include <memory>

#include "engine/text/byte_pair/byte_pair_tokenizer.h"

namespace attentarium {

/// The files in which Hugging Face's libraries keep a tokenizer for byte-level byte pairs.
inline constexpr const char* kTokenizerFile = "tokenizer.json";
inline constexpr const char* kVocabularyFile = "vocab.json";
inline constexpr const char* kMergesFile = "merges.txt";

/// A tokenizer from `path`: a file `tokenizer.json`, or a folder that holds one or else `vocab.json` and `merges.txt`.
/// It cuts every text that is UTF-8 as Hugging Face's own does. Throws `Error` FileMissing, FileUnreadable,
/// FileTruncated, FileDamaged with the place in the file, and TokenizerUnsupported for whatever in it would cut texts
/// otherwise.
std::shared_ptr<const BytePairTokenizer> loadTokenizer(const std::filesystem::path& path);
/// From these two files. What is in the vocabulary beside bytes and merges are special tokens.
std::shared_ptr<const BytePairTokenizer> loadTokenizer(const std::filesystem::path& vocabulary,
                                                       const std::filesystem::path& merges);

/// Writes all three files, which say the same, into a folder: killed or failed at any moment, it is the old one or the
/// new one. Throws `Error` FileUnwritable, or FolderExists for a folder that holds other files but no tokenizer.
void saveTokenizer(const std::filesystem::path& folder, const BytePairTokenizer& tokenizer);

}  // namespace attentarium
