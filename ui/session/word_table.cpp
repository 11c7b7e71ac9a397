#include "ui/session/word_table.h"

#include <algorithm>
#include <map>

#include "engine/text/biased_world.h"
#include "engine/text/word_class.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

constexpr const char* kTable = "token_embedding.weight";
constexpr int kOfSentence = 9, kOfEachClass = 2, kPeople = 12;

bool hasLetter(const QString& word) {
    return std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber(); });
}

}  // namespace

WordTable::WordTable(const Session& session) : m_session(session) {
    const Checkpoint* const checkpoint = session.checkpoint();
    if (!checkpoint) return;
    m_language = checkpoint->language;
    m_bias = biasOf(checkpoint->corpus);
    m_words = checkpoint->tokenizer->vocabulary().size();
    // A run may have been made with other weights.
    const auto& trace = session.trace();
    if (const auto node = trace ? trace->find(kTable) : std::nullopt) {
        m_numbers = trace->values(*node);
    } else {
        const auto& parameters = checkpoint->model->parameters();
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (parameters[i].name == kTable) m_numbers = parameters[i].value.values();
        }
    }
    m_width = m_words > 0 ? static_cast<int>(m_numbers.size() / static_cast<std::size_t>(m_words)) : 0;
    if (m_width == 0) m_numbers = {};
}

int WordTable::find(const QString& word) const {
    if (isEmpty()) return -1;
    return m_session.checkpoint()->tokenizer->vocabulary().find(word.toStdString()).value_or(-1);
}

Points WordTable::rows(std::span<const int> ids) const {
    Points points(std::ssize(ids), m_width);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const float* const from = m_numbers.data() + static_cast<std::ptrdiff_t>(ids[i]) * m_width;
        std::copy_n(from, m_width, points.row(static_cast<std::int64_t>(i)));
    }
    return points;
}

QStringList WordTable::wordsToCompare() const {
    QStringList words;
    if (isEmpty()) return words;
    const auto add = [&](const QString& word) {
        if (!words.contains(word) && hasLetter(word) && find(word) >= 0) words.append(word);
    };
    for (const QString& word : m_session.words()) {
        if (words.size() < kOfSentence) add(word);
    }
    if (m_bias) {
        for (const QString& word : wordsThatMayLean().mid(0, 6)) add(word);
        return words;
    }
    std::map<WordClass, int> counts;
    for (const std::string& word : m_session.checkpoint()->tokenizer->vocabulary().tokens()) {
        const auto kind = wordClass(word, m_language);
        const QString text = QString::fromStdString(word);
        if (kind && isNoun(*kind) && !words.contains(text) && counts[*kind]++ < kOfEachClass) add(text);
    }
    return words;
}

QStringList WordTable::pairsOfGender() const {
    QStringList pairs;
    const BiasedWorld world(m_language);
    for (const auto& [she, he] : world.pairs()) {
        const QString first = QString::fromStdString(she), second = QString::fromStdString(he);
        if (find(first) >= 0 && find(second) >= 0) pairs.append(first + QLatin1Char('/') + second);
    }
    return pairs;
}

QStringList WordTable::wordsThatMayLean() const {
    QStringList words;
    if (isEmpty()) return words;
    const BiasedWorld world(m_language);
    for (const Occupation& one : world.occupations()) {
        const QString word = QString::fromStdString(one.word);
        if (find(word) >= 0) words.append(word);
    }
    if (!words.isEmpty()) return words;
    for (const std::string& word : m_session.checkpoint()->tokenizer->vocabulary().tokens()) {
        const auto kind = wordClass(word, m_language);
        if (kind == WordClass::Person || kind == WordClass::Animal) words.append(QString::fromStdString(word));
        if (words.size() >= kPeople) break;
    }
    return words;
}

}  // namespace attentarium
