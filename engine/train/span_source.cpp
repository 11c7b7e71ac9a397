#include "engine/train/span_source.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/core/demand.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

/// How many tokens of a text of `size` are taken out, and in how many pieces.
struct Amount {
    std::int64_t tokens, pieces;
};

Amount amountOf(std::int64_t size, const SpanSettings& settings) {
    const std::int64_t tokens =
        std::clamp<std::int64_t>(std::llround(settings.share * static_cast<double>(size)), 1, size - 1);
    const std::int64_t wanted = std::llround(static_cast<double>(tokens) / settings.meanLength);
    // Each piece stands behind some text that is kept, and the last gap closes the answer.
    const std::int64_t most = std::min({tokens, size - tokens, std::int64_t{special::kMostGaps - 1}});
    return {tokens, std::clamp<std::int64_t>(wanted, 1, most)};
}

/// The most tokens that texts of at most `longestText` leave for either side.
struct Sides {
    std::int64_t source = 0;
    std::int64_t answer = 0;  ///< with the last gap, and `<begin>` or `<end>`
};

Sides longestSides(std::int64_t longestText, const SpanSettings& settings) {
    Sides longest;
    for (std::int64_t size = 2; size <= longestText; ++size) {
        const Amount amount = amountOf(size, settings);
        longest.source = std::max(longest.source, size - amount.tokens + amount.pieces);
        longest.answer = std::max(longest.answer, amount.tokens + amount.pieces + 2);
    }
    return longest;
}

}  // namespace

void validate(const SpanSettings& settings) {
    demand("mask-share", settings.share, settings.share > 0 && settings.share <= 0.5, "above 0 and at most 0.5");
    demand("span-length", settings.meanLength, settings.meanLength >= 1 && settings.meanLength <= 100, "from 1 to 100");
}

std::int64_t SpanSource::longestText(std::int64_t context, const SpanSettings& settings) {
    validate(settings);
    demand("context", context, context >= 4, "4 or more");
    std::int64_t longest = context;
    while (longest > 2 && longestSides(longest, settings).answer > context) --longest;
    return longest;
}

SpanSource::SpanSource(TextCuts cuts, const Vocabulary& vocabulary, const SpanSettings& settings, std::int64_t texts,
                       std::uint64_t seed)
    : m_cuts(std::move(cuts)),
      m_settings((validate(settings), settings)),
      m_begin(specialId(vocabulary, special::kBegin)),
      m_end(specialId(vocabulary, special::kEnd)),
      m_groups(m_cuts.count(), texts, seed),
      m_random(seed),
      m_batch(texts, m_cuts.longest(), longestSides(m_cuts.longest(), settings).answer) {
    for (int i = 0; i < special::kMostGaps; ++i) {
        m_gaps[static_cast<std::size_t>(i)] = specialId(vocabulary, special::gap(i));
    }
    const auto longest = static_cast<std::size_t>(m_cuts.longest());
    m_source.reserve(longest);
    m_answer.reserve(longest + special::kMostGaps + 2);
    for (auto* lengths : {&m_kept, &m_taken, &m_places}) lengths->reserve(longest);
}

TrainingBatch SpanSource::draw() {
    const LengthGroups::Choice choice =
        m_groups.next([this](std::size_t text) { return static_cast<std::int64_t>(m_cuts[text].size()); });
    m_random = Random(choice.seed);
    const auto longest = static_cast<std::int64_t>(m_cuts[choice.texts.back()].size());
    const Sides sides = longestSides(longest, m_settings);
    m_batch.begin(sides.source, sides.answer);
    for (std::int64_t row = 0; row < m_batch.texts(); ++row) {
        corrupt(m_cuts[choice.texts[static_cast<std::size_t>(row)]]);
        const std::span<const int> answer = m_answer;
        m_batch.set(row, {.source = m_source,
                          .tokens = answer.first(answer.size() - 1),
                          .targets = answer.subspan(1),
                          .segments = {},
                          .label = kNoTarget});
    }
    return m_batch.all();
}

/// What is kept and what is taken out take turns, beginning with what is kept.
void SpanSource::corrupt(std::span<const int> text) {
    const Amount amount = amountOf(static_cast<std::int64_t>(text.size()), m_settings);
    const auto tokens = static_cast<std::size_t>(amount.tokens), pieces = static_cast<std::size_t>(amount.pieces);
    partition(text.size() - tokens, pieces, m_kept);
    partition(tokens, pieces, m_taken);
    m_source.clear();
    m_answer.assign(1, m_begin);
    const auto move = [&](std::size_t count, std::vector<int>& to) {
        to.insert(to.end(), text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count));
        text = text.subspan(count);
    };
    for (std::size_t i = 0; i < pieces; ++i) {
        move(m_kept[i], m_source);
        m_source.push_back(m_gaps[i]);
        m_answer.push_back(m_gaps[i]);
        move(m_taken[i], m_answer);
    }
    m_answer.push_back(m_gaps[pieces]);
    m_answer.push_back(m_end);
}

/// Cuts `count` into so many positive parts, each way as likely.
void SpanSource::partition(std::size_t count, std::size_t parts, std::vector<std::size_t>& lengths) {
    m_places.resize(count - 1);
    std::iota(m_places.begin(), m_places.end(), std::size_t{1});
    for (std::size_t i = 0; i + 1 < parts; ++i) {
        std::swap(m_places[i], m_places[i + m_random.below(m_places.size() - i)]);
    }
    m_places.resize(parts - 1);
    std::ranges::sort(m_places);
    lengths.clear();
    std::size_t last = 0;
    for (const std::size_t place : m_places) lengths.push_back(place - std::exchange(last, place));
    lengths.push_back(count - last);
}

}  // namespace attentarium
