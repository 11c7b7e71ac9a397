#include "engine/text/small_school/pen.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace attentarium::small_school {

std::vector<std::string_view> wordsOf(std::string_view phrase) {
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start < phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', start), phrase.size());
        if (end > start) words.push_back(phrase.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

void Pen::write(std::string_view phrase) {
    for (const std::string_view word : wordsOf(phrase)) put(word);
}

int Pen::pick(int slot, std::span<const int> values, const std::function<std::string(int)>& phrase) {
    expects(!values.empty(), "[small school] there is nothing to choose from");
    std::vector<std::string> phrases;
    for (const int value : values) phrases.push_back(phrase(value));
    const int chosen = values[choose(slot, values, phrases)];
    m_choices.set(slot, chosen);
    return chosen;
}

void Pen::answer(const std::string& word, const std::vector<std::string>&) {
    put(word);
}

std::size_t DrawingPen::choose(int slot, std::span<const int> values, const std::vector<std::string>& phrases) {
    std::size_t index = 0;
    if (m_choices.has(slot)) {
        const auto found = std::ranges::find(values, m_choices[slot]);
        expects(found != values.end(), "[small school] the languages do not have the same choices");
        index = static_cast<std::size_t>(found - values.begin());
    } else {
        index = static_cast<std::size_t>(m_random.below(values.size()));
    }
    write(phrases[index]);
    return index;
}

void DrawingPen::answer(const std::string& word, const std::vector<std::string>& choices) {
    answerPlace = tokens.size();
    answerChoices = choices;
    put(word);
}

std::size_t FollowingPen::choose(int, std::span<const int>, const std::vector<std::string>& phrases) {
    std::vector<std::pair<std::size_t, std::vector<std::string_view>>> left;
    for (std::size_t i = 0; i < phrases.size(); ++i) left.emplace_back(i, wordsOf(phrases[i]));
    // Word by word, of the phrases that fit so far; no phrase is the beginning of another.
    for (std::size_t at = 0; !m_ended; ++at) {
        if (left.size() == 1 && at == left.front().second.size()) break;
        const std::size_t place = probabilities.size();
        const std::size_t before = left.size();
        if (place == m_tokens.size()) {
            for (const auto& one : left) next[std::string(one.second[at])] += 1.0 / static_cast<double>(before);
            m_ended = true;
            break;
        }
        std::erase_if(left,
                      [&](const auto& one) { return at >= one.second.size() || one.second[at] != m_tokens[place]; });
        m_ended = left.empty();
        if (!m_ended) probabilities.push_back(static_cast<double>(left.size()) / static_cast<double>(before));
    }
    return left.empty() ? 0 : left.front().first;
}

void FollowingPen::put(std::string_view word) {
    if (m_ended) return;
    const std::size_t place = probabilities.size();
    if (place == m_tokens.size()) next[std::string(word)] = 1.0;
    m_ended = place == m_tokens.size() || m_tokens[place] != word;
    if (!m_ended) probabilities.push_back(1.0);
}

}  // namespace attentarium::small_school
