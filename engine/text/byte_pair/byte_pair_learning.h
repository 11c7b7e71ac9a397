#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/text/byte_pair/byte_pair_merges.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// Two neighbouring tokens, by id, and how often they stand in the text.
struct BytePair {
    int left = 0;
    int right = 0;
    std::int64_t count = 0;

    bool operator==(const BytePair&) const = default;
};

/// Learns byte pairs from a text merge by merge (Sennrich et al., 2016, algorithm 1). It begins with every word of the
/// text as its bytes, and each merge joins the most frequent pair of neighbours wherever they stand in a word.
///
/// Of pairs that are equally frequent the one with the lower left id comes first, then the one with the lower right id,
/// as in Hugging Face's trainer. Pairs that stand only once are not merged, nor are those whose bytes are a token
/// already: so every merge adds one token, and the first n merges cut a text as it was cut after n of them.
class BytePairLearning {
  public:
    /// Throws nothing for any bytes; keeps a copy of the text.
    explicit BytePairLearning(std::string text);

    /// The token of an id: the bytes in the order of their letters, then one for each merge.
    const std::string& token(int id) const { return m_tokens[static_cast<std::size_t>(id)]; }
    int vocabularySize() const { return static_cast<int>(m_tokens.size()); }

    /// The pairs that could be merged, most frequent first; at most `most` of them.
    std::vector<BytePair> pairs(int most = std::numeric_limits<int>::max()) const;
    /// The number of neighbours that are this pair.
    std::int64_t count(int left, int right) const;
    /// The first of `pairs`, or nothing when no pair stands twice.
    std::optional<BytePair> chosen() const { return m_chosen; }
    /// Merges the chosen pair. False when there is none.
    bool merge();

    BytePairMerges merges() const { return BytePairMerges(m_merges); }
    /// The merge that was done last; there must be one.
    const BytePairMerge& lastMerge() const { return m_merges.back(); }
    int mergesDone() const { return static_cast<int>(m_merges.size()); }
    /// How many merges are possible in all, those done included. It carries a copy of the learning to its end, so it
    /// takes as long as that.
    int possibleMerges() const;

    /// The text as it is cut now: its tokens up to the first one that ends at byte `until` or behind it.
    std::vector<Token> segmentation(std::size_t until = std::numeric_limits<std::size_t>::max()) const;
    /// The tokens of the whole text.
    std::int64_t tokenCount() const { return m_tokenCount; }
    /// Its different words.
    std::int64_t wordCount() const { return static_cast<std::int64_t>(m_words.size()); }
    const std::string& text() const { return m_text; }

  private:
    using Key = std::uint64_t;  ///< of a pair: left id above, right id below
    struct Word {
        std::vector<int> tokens;
        std::int64_t count = 0;
    };
    struct Neighbours {
        std::int64_t count = 0;
        std::vector<int> words;  ///< that have or once had this pair, each once
    };
    struct Candidate {
        std::int64_t count;
        Key key;
        /// Whether `other` is to be merged first.
        bool operator<(const Candidate& other) const {
            return count != other.count ? count < other.count : key > other.key;
        }
    };

    void readWords();
    void mergeIn(int word, const BytePair& pair, int merged);
    void change(int left, int right, std::int64_t by, int word);
    void addCandidates();
    bool isKnown(Key key) const;
    void choose();

    std::string m_text;
    std::vector<std::string> m_tokens;
    std::unordered_set<std::string> m_known;
    std::vector<Word> m_words;       ///< each different word once, in the order of the text
    std::vector<int> m_wordsOfText;  ///< places in `m_words`
    std::int64_t m_tokenCount = 0;
    std::unordered_map<Key, Neighbours> m_neighbours;
    /// A count here may be too high, never too low: it is looked up when it comes to the top.
    std::priority_queue<Candidate> m_candidates;
    std::vector<Key> m_new;  ///< pairs that the merge under way has made
    std::optional<BytePair> m_chosen;
    std::vector<BytePairMerge> m_merges;
};

/// The first `most` merges of a text, or all where it has fewer.
BytePairMerges learnBytePairs(std::string_view text, int most);

}  // namespace attentarium
