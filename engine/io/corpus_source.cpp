#include "engine/io/corpus_source.h"

#include <filesystem>
#include <utility>

#include "engine/core/demand.h"
#include "engine/core/error.h"
#include "engine/text/biased_world.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/corpus.h"
#include "engine/text/small_school.h"
#include "engine/text/small_world.h"
#include "engine/text/special_tokens.h"

namespace attentarium {
namespace {

constexpr std::int64_t kMostStories = 10'000'000;

bool isSmallWorld(const CorpusSource& source) {
    return source.corpus == kSmallWorld;
}

bool isTold(const CorpusSource& source) {
    return attentarium::isTold(source.corpus);
}

std::string textOf(const CorpusSource& source) {
    if (!isTold(source)) return readTextFile(source.corpus);
    if (source.stories < 1 || source.stories > kMostStories) {
        throw Error(ErrorKind::OptionOutOfRange, {.name = "stories",
                                                  .value = std::to_string(source.stories),
                                                  .limit = "from 1 to " + std::to_string(kMostStories)});
    }
    if (const auto bias = biasOf(source.corpus)) {
        return biasedWorldCorpus(source.language, *bias, source.seed, source.stories);
    }
    return isSmallWorld(source) ? smallWorldCorpus(source.language, source.seed, source.stories)
                                : smallSchoolCorpus(source.language, source.seed, source.stories);
}

Vocabulary plainVocabularyOf(const CorpusSource& source, const std::string& text) {
    // The lexicon also has the words that these texts happen not to use.
    if (isTold(source) && source.tokenizer == TokenizerKind::Word) {
        if (const auto bias = biasOf(source.corpus)) return BiasedWorld(source.language, *bias).lexicon();
        return isSmallWorld(source) ? SmallWorld().lexicon(source.language) : SmallSchool().lexicon(source.language);
    }
    return buildVocabulary(source.tokenizer, source.language, text);
}

/// With the special tokens that the objective needs.
Vocabulary withMarks(const CorpusSource& source, const Vocabulary& plain) {
    if (source.objective == ObjectiveKind::NextToken) return plain;
    return withSpecialTokens(plain, source.objective == ObjectiveKind::SpanCorruption ? WithGaps::Yes : WithGaps::No);
}

std::unique_ptr<Tokenizer> bytePairsOf(const CorpusSource& source, const std::string& text) {
    const std::int64_t fewest = withMarks(source, BytePairMerges().vocabulary()).size();
    demand("vocabulary", source.vocabulary, source.vocabulary >= fewest && source.vocabulary <= kMostBytePairTokens,
           "from " + std::to_string(fewest) + " to " + std::to_string(kMostBytePairTokens));
    BytePairMerges merges = learnBytePairs(text, static_cast<int>(source.vocabulary - fewest));
    Vocabulary vocabulary = withMarks(source, merges.vocabulary());
    return makeTokenizer(source.tokenizer, source.language, std::move(vocabulary), std::move(merges));
}

std::unique_ptr<Tokenizer> tokenizerOf(const CorpusSource& source, const std::string& text) {
    if (source.tokenizer == TokenizerKind::BytePair) return bytePairsOf(source, text);
    return makeTokenizer(source.tokenizer, source.language, withMarks(source, plainVocabularyOf(source, text)));
}

std::vector<std::int64_t> storyStarts(const TokenizedCorpus& corpus) {
    const int end = corpus.tokenizer->vocabulary().find("\n").value();
    std::vector<std::int64_t> starts{0};
    for (std::size_t i = 0; i + 1 < corpus.tokens.size(); ++i) {
        if (corpus.tokens[i] == end) starts.push_back(static_cast<std::int64_t>(i) + 1);
    }
    return starts;
}

}  // namespace

bool isTold(const std::string& corpus) {
    return corpus == kSmallWorld || corpus == kSmallSchool || biasOf(corpus);
}

std::string nameOf(const CorpusSource& source) {
    return isTold(source) ? source.corpus : std::filesystem::path(source.corpus).filename().string();
}

TokenizedCorpus openCorpus(const CorpusSource& source, std::int64_t context,
                           std::shared_ptr<const Tokenizer> tokenizer) {
    const std::string text = textOf(source);
    TokenizedCorpus corpus;
    corpus.tokenizer = tokenizer ? std::move(tokenizer) : tokenizerOf(source, text);
    corpus.tokens = corpus.tokenizer->encode(text);
    // The held-out part is the shorter one: a tenth.
    const auto size = static_cast<std::int64_t>(corpus.tokens.size());
    if (size / 10 <= context) {
        throw Error(
            ErrorKind::CorpusTooShort,
            {.file = source.corpus, .value = std::to_string(size), .limit = std::to_string(10 * (context + 1))});
    }
    if (isTold(source) && source.tokenizer == TokenizerKind::Word) corpus.starts = storyStarts(corpus);
    return corpus;
}

}  // namespace attentarium
