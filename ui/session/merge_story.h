#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/byte_pair/byte_pair_merges.h"
#include "engine/text/byte_pair/byte_pair_tokenizer.h"

namespace attentarium {

/// How byte pairs cut a text after each number of merges, forward and back. It is a value: any number of merges can be
/// asked for at once, since each boundary between two bytes keeps the merge that takes it away.
class MergeStory {
  public:
    /// The first token that is no byte; token `kBytes + n − 1` is what merge n makes.
    static constexpr int kBytes = 256;
    static constexpr int kWordBegins = -1;

    /// 0 before any, up to here.
    int merges() const { return static_cast<int>(m_merges.size()); }
    int vocabularySize(int merged) const { return kBytes + merged + m_specialTokens; }
    /// The bytes of a token, by its place: bytes in the order of their letters, then what each merge makes.
    const std::string& token(int place) const { return m_tokens[static_cast<std::size_t>(place)]; }
    /// The number by which a model knows it; the place itself where the story was learned here.
    int idOf(int place) const;
    /// None for bytes that are no token.
    std::optional<int> placeOf(const std::string& bytes) const;
    /// What merge `n`, from 1, joined, and how often it stood side by side then.
    const BytePair& merge(int n) const { return m_merges[static_cast<std::size_t>(n) - 1]; }
    /// The most frequent pairs after so many merges, the next one to be merged first. Empty for a tokenizer from a
    /// file: what it was learned from is not here.
    std::span<const BytePair> pairs(int merged) const;
    bool isLearned() const { return m_isLearned; }
    /// Whether the text has more pairs than were merged.
    bool hasMore() const { return m_hasMore; }

    /// Of the whole text after so many merges.
    std::int64_t tokens(int merged) const { return m_tokenCounts[static_cast<std::size_t>(merged)]; }
    std::int64_t count(int place, int merged) const;
    /// The tokens of the passage that is shown, with places for ids.
    std::vector<Token> passage(int merged) const;
    /// The merge that joins the bytes before and behind an offset of the passage; 0 for none, and `kWordBegins` where
    /// none ever could, since a word begins there.
    int mergeAt(std::size_t offset) const { return m_joins[offset]; }
    const std::string& passageText() const { return m_passage; }

    BytePairMerges learned(int merged) const;
    /// With the vocabulary's own order of ids.
    std::shared_ptr<const BytePairTokenizer> tokenizer(int merged) const;

  private:
    friend class MergeStoryWriter;

    std::vector<std::string> m_tokens;
    std::unordered_map<std::string, int> m_places;
    std::vector<BytePair> m_merges;
    std::vector<std::int64_t> m_joined;  ///< by each merge in the whole text
    std::vector<std::int64_t> m_tokenCounts;
    std::vector<std::int64_t> m_byteCounts;
    std::vector<std::vector<BytePair>> m_tables;
    std::string m_passage;
    std::vector<int> m_joins;
    std::shared_ptr<const BytePairTokenizer> m_opened;
    int m_specialTokens = 0;
    bool m_isLearned = false;
    bool m_hasMore = false;
};

/// Writes a story, merge by merge, so that whoever waits can be told how far it is.
class MergeStoryWriter {
  public:
    /// Learns from `text`; `passage` is the part of it that is shown, its beginning.
    MergeStoryWriter(const std::string& text, std::string_view passage, int most);
    /// How `tokenizer` cuts a text.
    static std::shared_ptr<const MergeStory> told(const std::string& text, std::string_view passage,
                                                  const std::shared_ptr<const BytePairTokenizer>& tokenizer);

    /// One merge more; false when there is none left.
    bool advance();
    int done() const { return static_cast<int>(m_story.m_merges.size()); }
    int most() const { return m_most; }
    std::shared_ptr<const MergeStory> finish();

  private:
    MergeStoryWriter() = default;
    void begin(const std::string& text, std::string_view passage);
    void tabulate();
    void joinPassage();

    std::optional<BytePairLearning> m_learning;
    MergeStory m_story;
    int m_most = 0;
};

}  // namespace attentarium
