#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <vector>

#include "ui/session/cut_text.h"

namespace attentarium {

/// What can be counted in a text.
struct CorpusFigures {
    struct Word {
        QString text;
        std::int64_t count = 0;
    };

    std::int64_t bytes = 0, characters = 0;
    std::int64_t words = 0;            ///< without marks and line ends
    std::int64_t vocabulary = 0;       ///< different words
    std::int64_t once = 0;             ///< words that stand only once
    std::vector<Word> frequent;        ///< the most frequent first; at most `kMostListed`
    std::vector<std::int64_t> counts;  ///< of every word, the largest first

    double share(std::int64_t count) const { return words > 0 ? static_cast<double>(count) / double(words) : 0; }
};

inline constexpr std::size_t kMostListed = 500;

CorpusFigures figuresOf(const CutText& cuts);

/// A word where it stands, with what is around it.
struct ContextLine {
    QString before, word, after;
};

/// Search in context.
struct Concordance {
    QString sought;
    std::int64_t total = 0;
    std::vector<ContextLine> lines;  ///< the first ones; at most `kMostLines`
};

inline constexpr std::size_t kMostLines = 500;

/// Where a word or phrase stands, upper and lower case alike; within words only in Chinese, which has no spaces.
Concordance concordance(const std::string& text, const QString& sought);

}  // namespace attentarium
