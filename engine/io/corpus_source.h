#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/text/tokenizer.h"
#include "engine/train/training_settings.h"
#include "engine/train/window_sampler.h"

namespace attentarium {

/// Names the corpus that the program tells itself.
inline constexpr const char* kSmallWorld = "small-world";
/// Names the stories together with lessons of seven kinds.
inline constexpr const char* kSmallSchool = "small-school";

/// Whether the program tells this corpus itself.
bool isTold(const std::string& corpus);

/// What to learn from: `small-world`, `small-school`, `biased-world` (`text/biased_world.h`), or the name of a UTF-8 file.
struct CorpusSource {
    std::string corpus = kSmallWorld;
    Language language = Language::English;
    TokenizerKind tokenizer = TokenizerKind::Word;
    std::uint64_t seed = 1;        ///< of a corpus that is told
    std::int64_t stories = 20000;  ///< and how many texts it has, one a line
    /// What is to be learned from it: some objectives need special tokens.
    ObjectiveKind objective = ObjectiveKind::NextToken;
    /// Tokens that byte pairs are to have, special ones included; fewer where the text has no more pairs. Other
    /// tokenizers take what the text has.
    std::int64_t vocabulary = 512;

    bool operator==(const CorpusSource&) const = default;
};

/// What a checkpoint calls the corpus: a file's name without its folder, which is nobody else's business.
std::string nameOf(const CorpusSource& source);

/// A corpus as tokens, ready to learn from.
struct TokenizedCorpus {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::vector<int> tokens;
    /// Where windows may begin; empty for everywhere. Stories of whole words are learned from their beginnings, since
    /// that is where one who looks at a story begins too.
    std::vector<std::int64_t> starts;

    SplitCorpus parts() const { return split(tokens); }
};

/// The most tokens that byte pairs may be asked to have.
inline constexpr std::int64_t kMostBytePairTokens = 65536;

/// Reads or tells the corpus and cuts it with `tokenizer`, or, where that is null, with a new one that knows all of its
/// tokens. Throws `Error`: OptionOutOfRange for the number of stories and of byte-pair tokens, as `readTextFile`, as
/// `Tokenizer::encode`, and CorpusTooShort unless both parts hold a window of `context` tokens and the one that
/// follows.
TokenizedCorpus openCorpus(const CorpusSource& source, std::int64_t context,
                           std::shared_ptr<const Tokenizer> tokenizer = {});

}  // namespace attentarium
