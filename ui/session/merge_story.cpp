#include "ui/session/merge_story.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/byte_pair/byte_letters.h"
#include "engine/text/byte_pair/word_reader.h"

namespace attentarium {
namespace {

/// Rows of the table of pairs.
constexpr int kPairs = 30;

std::uint64_t keyOf(int left, int right) {
    return (static_cast<std::uint64_t>(left) << 32) | static_cast<std::uint32_t>(right);
}

using Ranks = std::unordered_map<std::uint64_t, int>;  ///< the number of the merge of a pair

/// Joins the tokens of one word as the merges do, the earliest first; `joined` hears of each place and its merge.
template <typename Joined>
void joinWord(std::vector<int>& tokens, std::vector<std::size_t>& starts, const Ranks& ranks,
              const std::vector<int>& madeBy, Joined&& joined) {
    while (tokens.size() > 1) {
        int first = 0;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const auto found = ranks.find(keyOf(tokens[i], tokens[i + 1]));
            if (found != ranks.end() && (first == 0 || found->second < first)) first = found->second;
        }
        if (first == 0) return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            starts[kept] = starts[i];
            const auto found = i + 1 < tokens.size() ? ranks.find(keyOf(tokens[i], tokens[i + 1])) : ranks.end();
            if (found != ranks.end() && found->second == first) {
                joined(starts[i + 1], first);
                tokens[kept++] = madeBy[static_cast<std::size_t>(first) - 1];
                ++i;
            } else {
                tokens[kept++] = tokens[i];
            }
        }
        tokens.resize(kept);
        starts.resize(kept);
    }
}

std::array<int, 256> placesOfBytes() {
    std::array<int, 256> places{};
    const std::string_view bytes = bytesInLetterOrder();
    for (std::size_t i = 0; i < bytes.size(); ++i) places[static_cast<unsigned char>(bytes[i])] = static_cast<int>(i);
    return places;
}

/// The word as bytes.
void beginWord(std::string_view word, const std::array<int, 256>& places, std::vector<int>& tokens,
               std::vector<std::size_t>& starts) {
    tokens.clear();
    starts.clear();
    for (std::size_t i = 0; i < word.size(); ++i) {
        tokens.push_back(places[static_cast<unsigned char>(word[i])]);
        starts.push_back(i);
    }
}

}  // namespace

int MergeStory::idOf(int place) const {
    if (!m_opened) return place;
    return m_opened->vocabulary().find(token(place)).value_or(place);
}

std::optional<int> MergeStory::placeOf(const std::string& bytes) const {
    const auto found = m_places.find(bytes);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::span<const BytePair> MergeStory::pairs(int merged) const {
    const auto place = static_cast<std::size_t>(merged);
    return place < m_tables.size() ? std::span<const BytePair>(m_tables[place]) : std::span<const BytePair>();
}

std::int64_t MergeStory::count(int place, int merged) const {
    std::int64_t count = place < kBytes            ? m_byteCounts[static_cast<std::size_t>(place)]
                         : place - kBytes < merged ? m_joined[static_cast<std::size_t>(place - kBytes)]
                                                   : 0;
    for (int n = 1; n <= merged; ++n) {
        const std::int64_t joined = m_joined[static_cast<std::size_t>(n) - 1];
        if (merge(n).left == place) count -= joined;
        if (merge(n).right == place) count -= joined;
    }
    return count;
}

std::vector<Token> MergeStory::passage(int merged) const {
    std::vector<Token> tokens;
    for (std::size_t begin = 0; begin < m_passage.size();) {
        std::size_t end = begin + 1;
        while (end < m_passage.size() && m_joins[end] > 0 && m_joins[end] <= merged) ++end;
        std::string bytes = m_passage.substr(begin, end - begin);
        const std::optional<int> place = placeOf(bytes);
        tokens.push_back({std::move(bytes), place, begin, end - begin});
        begin = end;
    }
    return tokens;
}

BytePairMerges MergeStory::learned(int merged) const {
    std::vector<BytePairMerge> merges;
    for (int n = 1; n <= merged; ++n) merges.push_back({token(merge(n).left), token(merge(n).right)});
    return BytePairMerges(std::move(merges));
}

std::shared_ptr<const BytePairTokenizer> MergeStory::tokenizer(int merged) const {
    if (m_opened && merged == merges()) return m_opened;
    BytePairMerges known = learned(merged);
    Vocabulary vocabulary = known.vocabulary();
    return std::make_shared<const BytePairTokenizer>(std::move(known), std::move(vocabulary));
}

MergeStoryWriter::MergeStoryWriter(const std::string& text, std::string_view passage, int most) : m_most(most) {
    begin(text, passage);
    m_story.m_isLearned = true;
    m_learning.emplace(text);
    tabulate();
}

void MergeStoryWriter::begin(const std::string& text, std::string_view passage) {
    const std::array<int, 256> places = placesOfBytes();
    for (const char byte : bytesInLetterOrder()) m_story.m_tokens.emplace_back(1, byte);
    m_story.m_byteCounts.assign(256, 0);
    for (const char byte : text) {
        ++m_story.m_byteCounts[static_cast<std::size_t>(places[static_cast<unsigned char>(byte)])];
    }
    m_story.m_passage = std::string(passage);
    m_story.m_tokenCounts.push_back(static_cast<std::int64_t>(text.size()));
}

void MergeStoryWriter::tabulate() {
    m_story.m_tables.push_back(m_learning->pairs(kPairs));
}

bool MergeStoryWriter::advance() {
    const std::optional<BytePair> chosen = m_learning->chosen();
    if (!chosen || done() >= m_most) return false;
    const std::int64_t before = m_learning->tokenCount();
    m_learning->merge();
    m_story.m_merges.push_back(*chosen);
    m_story.m_tokens.push_back(m_learning->token(m_learning->vocabularySize() - 1));
    m_story.m_joined.push_back(before - m_learning->tokenCount());
    m_story.m_tokenCounts.push_back(m_learning->tokenCount());
    tabulate();
    return true;
}

void MergeStoryWriter::joinPassage() {
    Ranks ranks;
    std::vector<int> madeBy;
    for (int n = 1; n <= m_story.merges(); ++n) {
        ranks.emplace(keyOf(m_story.merge(n).left, m_story.merge(n).right), n);
        // What two merges make is one token, the first one's.
        madeBy.push_back(m_story.m_places.at(m_story.token(MergeStory::kBytes + n - 1)));
    }
    const std::array<int, 256> places = placesOfBytes();
    m_story.m_joins.assign(m_story.m_passage.size() + 1, 0);
    std::vector<int> tokens;
    std::vector<std::size_t> starts;
    std::size_t offset = 0;
    WordReader reader(m_story.m_passage);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
        m_story.m_joins[offset] = MergeStory::kWordBegins;
        beginWord(word, places, tokens, starts);
        joinWord(tokens, starts, ranks, madeBy,
                 [&](std::size_t place, int merge) { m_story.m_joins[offset + place] = merge; });
        offset += word.size();
    }
}

std::shared_ptr<const MergeStory> MergeStoryWriter::finish() {
    if (m_learning) m_story.m_hasMore = m_learning->chosen().has_value();
    for (std::size_t i = 0; i < m_story.m_tokens.size(); ++i) {
        m_story.m_places.emplace(m_story.m_tokens[i], static_cast<int>(i));
    }
    joinPassage();
    return std::make_shared<const MergeStory>(std::move(m_story));
}

std::shared_ptr<const MergeStory> MergeStoryWriter::told(const std::string& text, std::string_view passage,
                                                         const std::shared_ptr<const BytePairTokenizer>& tokenizer) {
    MergeStoryWriter writer;
    writer.begin(text, passage);
    MergeStory& story = writer.m_story;
    story.m_opened = tokenizer;
    story.m_specialTokens = static_cast<int>(tokenizer->specialTokens().size());
    std::unordered_map<std::string, int> places;
    for (std::size_t i = 0; i < story.m_tokens.size(); ++i) places.emplace(story.m_tokens[i], static_cast<int>(i));
    Ranks ranks;
    std::vector<int> madeBy;
    for (const BytePairMerge& merge : tokenizer->merges().list()) {
        const int left = places.at(merge.left), right = places.at(merge.right);
        story.m_merges.push_back({left, right, 0});
        story.m_tokens.push_back(merge.merged());
        madeBy.push_back(places.emplace(merge.merged(), MergeStory::kBytes + writer.done() - 1).first->second);
        ranks.emplace(keyOf(left, right), writer.done());
    }
    std::unordered_map<std::string_view, std::int64_t> words;
    WordReader reader(text);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) ++words[word];
    story.m_joined.assign(story.m_merges.size(), 0);
    const std::array<int, 256> bytes = placesOfBytes();
    std::vector<int> tokens;
    std::vector<std::size_t> starts;
    for (const auto& [word, count] : words) {
        beginWord(word, bytes, tokens, starts);
        joinWord(tokens, starts, ranks, madeBy, [&, times = count](std::size_t, int merge) {
            story.m_joined[static_cast<std::size_t>(merge) - 1] += times;
        });
    }
    for (std::size_t n = 0; n < story.m_merges.size(); ++n) {
        story.m_merges[n].count = story.m_joined[n];
        story.m_tokenCounts.push_back(story.m_tokenCounts.back() - story.m_joined[n]);
    }
    return writer.finish();
}

}  // namespace attentarium
