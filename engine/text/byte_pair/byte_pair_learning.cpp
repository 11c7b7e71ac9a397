#include "engine/text/byte_pair/byte_pair_learning.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/byte_pair/byte_letters.h"
#include "engine/text/byte_pair/word_reader.h"

namespace attentarium {
namespace {

// What stands once is no regularity of the text.
constexpr std::int64_t kFewest = 2;

std::uint64_t keyOf(int left, int right) {
    return (static_cast<std::uint64_t>(left) << 32) | static_cast<std::uint32_t>(right);
}

BytePair pairOf(std::uint64_t key, std::int64_t count) {
    return {static_cast<int>(key >> 32), static_cast<int>(key & 0xFFFFFFFFU), count};
}

}  // namespace

BytePairLearning::BytePairLearning(std::string text) : m_text(std::move(text)) {
    for (const char byte : bytesInLetterOrder()) m_tokens.emplace_back(1, byte);
    m_known.insert(m_tokens.begin(), m_tokens.end());
    readWords();
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const Word& word = m_words[i];
        for (std::size_t k = 0; k + 1 < word.tokens.size(); ++k) {
            change(word.tokens[k], word.tokens[k + 1], word.count, static_cast<int>(i));
        }
    }
    addCandidates();
    choose();
}

void BytePairLearning::readWords() {
    std::array<int, 256> idOf{};
    for (int id = 0; id < 256; ++id) idOf[static_cast<unsigned char>(token(id)[0])] = id;
    std::unordered_map<std::string_view, int> places;
    WordReader reader(m_text);
    for (std::string_view text = reader.next(); !text.empty(); text = reader.next()) {
        const auto [found, isNew] = places.emplace(text, static_cast<int>(m_words.size()));
        if (isNew) {
            Word& word = m_words.emplace_back();
            for (const char byte : text) word.tokens.push_back(idOf[static_cast<unsigned char>(byte)]);
        }
        ++m_words[static_cast<std::size_t>(found->second)].count;
        m_wordsOfText.push_back(found->second);
    }
    m_tokenCount = static_cast<std::int64_t>(m_text.size());
}

void BytePairLearning::change(int left, int right, std::int64_t by, int word) {
    const Key key = keyOf(left, right);
    const auto [found, isNew] = m_neighbours.try_emplace(key);
    if (isNew) m_new.push_back(key);
    Neighbours& neighbours = found->second;
    neighbours.count += by;
    if (by > 0 && (neighbours.words.empty() || neighbours.words.back() != word)) neighbours.words.push_back(word);
}

/// A pair comes up in one merge only, that of its newer token; from then on its count can only fall.
void BytePairLearning::addCandidates() {
    for (const Key key : m_new) {
        const std::int64_t count = m_neighbours.at(key).count;
        if (count >= kFewest) m_candidates.push({count, key});
    }
    m_new.clear();
}

bool BytePairLearning::isKnown(Key key) const {
    const BytePair pair = pairOf(key, 0);
    return m_known.contains(token(pair.left) + token(pair.right));
}

void BytePairLearning::choose() {
    m_chosen.reset();
    while (!m_candidates.empty()) {
        const Candidate top = m_candidates.top();
        const BytePair pair = pairOf(top.key, 0);
        const std::int64_t now = count(pair.left, pair.right);
        const bool possible = now >= kFewest && !isKnown(top.key);
        if (possible && now == top.count) {
            m_chosen = pairOf(top.key, now);
            return;
        }
        m_candidates.pop();
        if (possible) m_candidates.push({now, top.key});
    }
}

std::int64_t BytePairLearning::count(int left, int right) const {
    const auto found = m_neighbours.find(keyOf(left, right));
    return found == m_neighbours.end() ? 0 : found->second.count;
}

std::vector<BytePair> BytePairLearning::pairs(int most) const {
    std::vector<Candidate> all;
    for (const auto& [key, neighbours] : m_neighbours) {
        if (neighbours.count >= kFewest) all.push_back({neighbours.count, key});
    }
    std::make_heap(all.begin(), all.end());
    std::vector<BytePair> first;
    while (!all.empty() && static_cast<int>(first.size()) < most) {
        if (!isKnown(all.front().key)) first.push_back(pairOf(all.front().key, all.front().count));
        std::pop_heap(all.begin(), all.end());
        all.pop_back();
    }
    return first;
}

bool BytePairLearning::merge() {
    if (!m_chosen) return false;
    const BytePair pair = *m_chosen;
    const int merged = vocabularySize();
    m_merges.push_back({token(pair.left), token(pair.right)});
    m_tokens.push_back(m_merges.back().merged());
    m_known.insert(m_tokens.back());
    m_candidates.pop();
    const std::vector<int> words = std::move(m_neighbours.at(keyOf(pair.left, pair.right)).words);
    for (const int word : words) mergeIn(word, pair, merged);
    m_neighbours.erase(keyOf(pair.left, pair.right));
    addCandidates();
    choose();
    return true;
}

/// From left to right, so that of three equal tokens the first two become one. The counts follow each merge.
void BytePairLearning::mergeIn(int word, const BytePair& pair, int merged) {
    std::vector<int>& tokens = m_words[static_cast<std::size_t>(word)].tokens;
    const std::int64_t count = m_words[static_cast<std::size_t>(word)].count;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool found = tokens[i] == pair.left && i + 1 < tokens.size() && tokens[i + 1] == pair.right;
        if (!found) {
            tokens[kept++] = tokens[i];
            continue;
        }
        change(pair.left, pair.right, -count, word);
        if (kept > 0) {
            change(tokens[kept - 1], pair.left, -count, word);
            change(tokens[kept - 1], merged, count, word);
        }
        if (i + 2 < tokens.size()) {
            change(pair.right, tokens[i + 2], -count, word);
            change(merged, tokens[i + 2], count, word);
        }
        tokens[kept++] = merged;
        ++i;
        m_tokenCount -= count;
    }
    tokens.resize(kept);
}

int BytePairLearning::possibleMerges() const {
    BytePairLearning rest(*this);
    while (rest.merge()) {
    }
    return rest.mergesDone();
}

std::vector<Token> BytePairLearning::segmentation(std::size_t until) const {
    std::vector<Token> cut;
    std::size_t offset = 0;
    for (const int word : m_wordsOfText) {
        for (const int id : m_words[static_cast<std::size_t>(word)].tokens) {
            if (offset >= until) return cut;
            cut.push_back({token(id), id, offset, token(id).size()});
            offset += token(id).size();
        }
    }
    return cut;
}

BytePairMerges learnBytePairs(std::string_view text, int most) {
    BytePairLearning learning{std::string(text)};
    while (learning.mergesDone() < most && learning.merge()) {
    }
    return learning.merges();
}

}  // namespace attentarium
