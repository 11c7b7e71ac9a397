#include "ui/session/corpus_figures.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace attentarium {
namespace {

/// Characters on either side of a word that was found.
constexpr qsizetype kAround = 80;

bool isWord(std::string_view token) {
    while (!token.empty()) {
        const char32_t character = codePoint(token);
        if (!isSpace(character) && !isPunctuation(character)) return true;
        token.remove_prefix(characterLength(token));
    }
    return false;
}

/// Letters of writings that put spaces between words.
bool isSpacedLetter(QChar letter) {
    return letter.isLetterOrNumber() && !(letter.unicode() >= 0x2E80 && letter.unicode() < 0xD800);
}

bool isWithinWord(const QString& text, qsizetype place) {
    return place > 0 && place < text.size() && isSpacedLetter(text[place - 1]) && isSpacedLetter(text[place]);
}

QString inOneLine(QString text) {
    for (QChar& letter : text) {
        if (letter.isSpace()) letter = QLatin1Char(' ');
    }
    return text;
}

}  // namespace

CorpusFigures figuresOf(const CutText& cuts) {
    CorpusFigures figures;
    figures.bytes = static_cast<std::int64_t>(cuts.text->size());
    figures.characters = cuts.characters;
    std::vector<std::pair<std::int64_t, std::string_view>> words;
    for (const auto& [token, count] : cuts.byWords.counts) {
        if (!isWord(token)) continue;
        words.emplace_back(count, token);
        figures.words += count;
        if (count == 1) ++figures.once;
    }
    figures.vocabulary = static_cast<std::int64_t>(words.size());
    std::ranges::sort(words, [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first > other.first : one.second < other.second;
    });
    for (const auto& [count, word] : words) {
        figures.counts.push_back(count);
        if (figures.frequent.size() == kMostListed) continue;
        figures.frequent.push_back({QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), count});
    }
    return figures;
}

Concordance concordance(const std::string& text, const QString& sought) {
    Concordance found;
    found.sought = sought.simplified();
    if (found.sought.isEmpty()) return found;
    const QString all = inOneLine(QString::fromStdString(text));
    for (qsizetype at = 0; (at = all.indexOf(found.sought, at, Qt::CaseInsensitive)) >= 0;) {
        const qsizetype end = at + found.sought.size();
        const bool isWhole = !isWithinWord(all, at) && !isWithinWord(all, end);
        if (isWhole) ++found.total;
        if (isWhole && found.lines.size() < kMostLines) {
            const qsizetype from = std::max<qsizetype>(0, at - kAround);
            found.lines.push_back({all.mid(from, at - from), all.mid(at, end - at), all.mid(end, kAround)});
        }
        at = isWhole ? end : at + 1;
    }
    return found;
}

}  // namespace attentarium
