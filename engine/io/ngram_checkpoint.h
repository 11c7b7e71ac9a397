#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "engine/models/ngram_model.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// An n-gram model in a folder: `config.json` as of every checkpoint, and `model.safetensors` with its counts.
struct NgramCheckpoint {
    std::shared_ptr<const NgramModel> model;
    std::shared_ptr<const Tokenizer> tokenizer;
    Language language = Language::English;
    std::uint64_t seed = 1;                  ///< of the small world
    std::string corpus;                      ///< what was counted: `small-world` or a file's name
    std::int64_t stories = 0;                ///< of the small world; 0 for a file
    std::map<std::string, double> measures;  ///< for example `held_out_loss`, in nats per token
};

/// Whether the checkpoint in `folder` is one. Throws `Error` as `loadCheckpoint`.
bool holdsNgrams(const std::filesystem::path& folder);

/// Throws `Error` as `loadCheckpoint`, and FamilyUnknown for a model of another family.
NgramCheckpoint loadNgrams(const std::filesystem::path& folder);

/// Replaces the folder as a whole, as `saveCheckpoint` does.
void saveNgrams(const std::filesystem::path& folder, const NgramCheckpoint& checkpoint);

}  // namespace attentarium
