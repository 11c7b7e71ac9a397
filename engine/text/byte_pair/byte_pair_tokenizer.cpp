#include "engine/text/byte_pair/byte_pair_tokenizer.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/byte_pair/word_reader.h"

namespace attentarium {
namespace {

std::uint64_t keyOf(int left, int right) {
    return (static_cast<std::uint64_t>(left) << 32) | static_cast<std::uint32_t>(right);
}

}  // namespace

BytePairTokenizer::BytePairTokenizer(BytePairMerges merges, Vocabulary vocabulary)
    : Tokenizer(std::move(vocabulary)), m_merges(std::move(merges)) {
    const Vocabulary& all = this->vocabulary();
    expects(m_merges.fit(all), "[byte pairs] the vocabulary lacks a byte or what is merged");
    std::vector<char> explained(static_cast<std::size_t>(all.size()));
    const auto idOf = [&](std::string_view token) {
        const int id = *all.find(token);
        explained[static_cast<std::size_t>(id)] = 1;
        return id;
    };
    for (int byte = 0; byte < 256; ++byte) {
        const char letter = static_cast<char>(byte);
        m_idOfByte[static_cast<std::size_t>(byte)] = idOf({&letter, 1});
    }
    int rank = 0;
    for (const BytePairMerge& merge : m_merges.list()) {
        m_merged.emplace(keyOf(idOf(merge.left), idOf(merge.right)), Merged{rank++, idOf(merge.merged())});
    }
    for (int id = 0; id < all.size(); ++id) {
        if (explained[static_cast<std::size_t>(id)]) continue;
        m_specialTokens.push_back(id);
        m_specialByFirst[static_cast<unsigned char>(all.token(id)[0])].push_back(id);
    }
    for (std::vector<int>& ids : m_specialByFirst) {
        std::ranges::sort(ids, std::ranges::greater(), [&](int id) { return all.token(id).size(); });
    }
}

/// Merges the bytes of one word. A list that is linked both ways and a queue of its pairs: long words take no more than
/// n log n. What is in the queue may be out of date; then its tokens are no longer side by side.
class BytePairTokenizer::Merging {
  public:
    explicit Merging(const BytePairTokenizer& tokenizer) : m_tokenizer(tokenizer) {}

    void append(std::string_view word, std::vector<int>& ids) {
        const int size = static_cast<int>(word.size());
        m_list.clear();
        for (int i = 0; i < size; ++i) {
            const auto byte = static_cast<unsigned char>(word[static_cast<std::size_t>(i)]);
            m_list.push_back({m_tokenizer.m_idOfByte[byte], i - 1, i + 1 < size ? i + 1 : -1});
        }
        for (int i = 0; i + 1 < size; ++i) offer(i);
        while (!m_queue.empty()) {
            const Found best = m_queue.top();
            m_queue.pop();
            const Place& place = at(best.place);
            if (place.id == best.left && place.next >= 0 && at(place.next).id == best.right) merge(best);
        }
        for (int i = size > 0 ? 0 : -1; i >= 0; i = at(i).next) ids.push_back(at(i).id);
    }

  private:
    struct Place {
        int id;  ///< −1 where it was merged into the one before
        int before;
        int next;  ///< −1 at the end
    };
    struct Found {
        int rank, place, left, right, merged;
        bool operator<(const Found& other) const {
            return rank != other.rank ? rank > other.rank : place > other.place;
        }
    };

    Place& at(int place) { return m_list[static_cast<std::size_t>(place)]; }

    void offer(int place) {
        const int left = at(place).id, right = at(at(place).next).id;
        const auto found = m_tokenizer.m_merged.find(keyOf(left, right));
        if (found == m_tokenizer.m_merged.end()) return;
        m_queue.push({found->second.rank, place, left, right, found->second.id});
    }

    void merge(const Found& found) {
        Place& place = at(found.place);
        Place& gone = at(place.next);
        place.id = found.merged;
        place.next = gone.next;
        gone.id = -1;
        if (place.next >= 0) {
            at(place.next).before = found.place;
            offer(found.place);
        }
        if (place.before >= 0) offer(place.before);
    }

    const BytePairTokenizer& m_tokenizer;
    std::vector<Place> m_list;
    std::priority_queue<Found> m_queue;
};

int BytePairTokenizer::specialAt(std::string_view text) const {
    for (const int id : m_specialByFirst[static_cast<unsigned char>(text[0])]) {
        if (text.starts_with(vocabulary().token(id))) return id;
    }
    return -1;
}

std::vector<int> BytePairTokenizer::idsOf(std::string_view text) const {
    struct Stretch {
        std::size_t begin = 0;
        std::size_t count = 0;
    };
    std::vector<int> ids;
    Merging merging(*this);
    WordReader reader({});
    // A word that stood before has the ids that it had there.
    std::unordered_map<std::string_view, Stretch> known;
    while (!text.empty()) {
        std::size_t plain = 0;
        int special = -1;
        while (plain < text.size() && (special = specialAt(text.substr(plain))) < 0) ++plain;
        reader.restart(text.substr(0, plain));
        for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
            const auto [found, isNew] = known.try_emplace(word);
            Stretch& stretch = found->second;
            if (isNew) {
                stretch.begin = ids.size();
                merging.append(word, ids);
                stretch.count = ids.size() - stretch.begin;
            } else {
                for (std::size_t i = 0; i < stretch.count; ++i) ids.push_back(ids[stretch.begin + i]);
            }
        }
        text.remove_prefix(plain);
        if (special < 0) continue;
        ids.push_back(special);
        text.remove_prefix(vocabulary().token(special).size());
    }
    return ids;
}

std::vector<Token> BytePairTokenizer::split(std::string_view text) const {
    const std::vector<int> ids = idsOf(text);
    std::vector<Token> tokens;
    tokens.reserve(ids.size());
    std::size_t offset = 0;
    for (const int id : ids) {
        const std::string& token = vocabulary().token(id);
        tokens.push_back({token, id, offset, token.size()});
        offset += token.size();
    }
    return tokens;
}

std::vector<int> BytePairTokenizer::encode(std::string_view text) const {
    std::vector<int> ids = idsOf(text);
    if (ids.empty()) throw Error(ErrorKind::TextEmpty, {});
    return ids;
}

std::string BytePairTokenizer::join(std::span<const std::string> tokens) const {
    std::string text;
    for (const std::string& token : tokens) text += token;
    return text;
}

}  // namespace attentarium
