#include "engine/train/example_texts.h"

#include <algorithm>

#include "engine/core/error.h"
#include "engine/ops/cross_entropy.h"

namespace attentarium {
namespace {

/// Fills a row with `values`, then with `padding`.
void fill(std::span<int> row, std::span<const int> values, int padding) {
    expects(values.size() <= row.size(), "[batch] a text is longer than its row");
    std::ranges::fill(std::ranges::copy(values, row.begin()).out, row.end(), padding);
}

std::span<int> rowOf(std::vector<int>& rows, std::int64_t row, std::int64_t length) {
    return std::span(rows).subspan(static_cast<std::size_t>(row * length), static_cast<std::size_t>(length));
}

/// Nothing when no value differs from `nothing`.
std::span<const int> unlessAll(std::span<const int> values, int nothing) {
    const bool empty = std::ranges::all_of(values, [&](int value) { return value == nothing; });
    return empty ? std::span<const int>() : values;
}

}  // namespace

void ExampleTexts::add(const ExampleText& text) {
    const auto size = [](std::span<const int> ids) { return static_cast<std::int32_t>(ids.size()); };
    m_places.push_back(
        {m_ids.size(), size(text.source), size(text.tokens), size(text.targets), size(text.segments), text.label});
    for (const std::span<const int> part : {text.source, text.tokens, text.targets, text.segments}) {
        m_ids.insert(m_ids.end(), part.begin(), part.end());
    }
    m_longestSource = std::max<std::int64_t>(m_longestSource, size(text.source));
    m_longestTokens = std::max<std::int64_t>(m_longestTokens, size(text.tokens));
}

ExampleText ExampleTexts::operator[](std::size_t index) const {
    const Place& place = m_places[index];
    std::size_t at = place.start;
    const auto next = [&](std::int32_t count) {
        const auto part = std::span(m_ids).subspan(at, static_cast<std::size_t>(count));
        at += part.size();
        return part;
    };
    ExampleText text;
    text.source = next(place.source);
    text.tokens = next(place.tokens);
    text.targets = next(place.targets);
    text.segments = next(place.segments);
    text.label = place.label;
    return text;
}

PaddedBatch::PaddedBatch(std::int64_t texts, std::int64_t sourceLength, std::int64_t length)
    : m_sourceLength(sourceLength),
      m_length(length),
      m_source(static_cast<std::size_t>(texts * sourceLength)),
      m_tokens(static_cast<std::size_t>(texts * length)),
      m_targets(m_tokens.size(), kNoTarget),
      m_segments(m_tokens.size()),
      m_labels(static_cast<std::size_t>(texts), kNoTarget),
      m_sourceLengths(m_labels.size()),
      m_lengths(m_labels.size()) {
    expects(texts > 0 && length > 0, "[batch] needs a text and room for a token");
}

void PaddedBatch::begin(std::int64_t sourceLength, std::int64_t length) {
    const auto fits = [&](std::int64_t wanted, const std::vector<int>& room) {
        return wanted >= 0 && static_cast<std::size_t>(wanted * texts()) <= room.size();
    };
    expects(length > 0 && fits(length, m_tokens) && fits(sourceLength, m_source), "[batch] has no room for this text");
    m_sourceLength = sourceLength;
    m_length = length;
}

void PaddedBatch::setAll(const ExampleTexts& texts, std::span<const std::size_t> chosen) {
    std::size_t source = 0, tokens = 1;
    for (const std::size_t text : chosen) {
        source = std::max(source, texts[text].source.size());
        tokens = std::max(tokens, texts[text].tokens.size());
    }
    begin(static_cast<std::int64_t>(source), static_cast<std::int64_t>(tokens));
    for (std::size_t row = 0; row < chosen.size(); ++row) set(static_cast<std::int64_t>(row), texts[chosen[row]]);
}

void PaddedBatch::set(std::int64_t row, const ExampleText& text) {
    const auto at = static_cast<std::size_t>(row);
    fill(rowOf(m_source, row, m_sourceLength), text.source, 0);
    fill(rowOf(m_tokens, row, m_length), text.tokens, 0);
    fill(rowOf(m_targets, row, m_length), text.targets, kNoTarget);
    fill(rowOf(m_segments, row, m_length), text.segments, 0);
    m_labels[at] = text.label;
    m_sourceLengths[at] = static_cast<std::int64_t>(text.source.size());
    m_lengths[at] = static_cast<std::int64_t>(text.tokens.size());
}

TrainingBatch PaddedBatch::first(std::int64_t texts) const {
    expects(texts > 0 && texts <= this->texts(), "[batch] has not so many texts");
    const auto rows = static_cast<std::size_t>(texts);
    const auto tokens = static_cast<std::size_t>(texts * m_length);
    TrainingBatch batch;
    batch.inputs.tokens = {std::span(m_tokens).first(tokens), m_length, std::span(m_lengths).first(rows)};
    if (m_sourceLength > 0) {
        batch.inputs.source = {std::span(m_source).first(static_cast<std::size_t>(texts * m_sourceLength)),
                               m_sourceLength, std::span(m_sourceLengths).first(rows)};
    }
    batch.inputs.segments = unlessAll(std::span(m_segments).first(tokens), 0);
    batch.targets = unlessAll(std::span(m_targets).first(tokens), kNoTarget);
    batch.labels = unlessAll(std::span(m_labels).first(rows), kNoTarget);
    return batch;
}

}  // namespace attentarium
