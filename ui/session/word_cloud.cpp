#include "ui/session/word_cloud.h"

#include <algorithm>
#include <numeric>

#include "ui/session/token_spelling.h"

namespace attentarium {
namespace {

constexpr QChar kSpace(0x2423);

/// A space is seen as ␣.
QString shownWord(std::string_view token) {
    return spelledToken(token).replace(QLatin1Char(' '), kSpace);
}

/// Without the spaces around it, in small letters; nothing but spaces stays what it is.
QString folded(const QString& word) {
    const QString trimmed = QString(word).replace(kSpace, QLatin1Char(' ')).trimmed();
    return trimmed.isEmpty() ? QString(word).replace(QLatin1Char(' '), kSpace) : trimmed.toLower();
}

/// Nouns say most to somebody who looks for them, marks the least.
int rankOf(const std::optional<WordClass>& wordClass) {
    if (!wordClass) return 3;
    switch (*wordClass) {
        case WordClass::Person:
        case WordClass::Animal:
        case WordClass::Thing:
        case WordClass::Place:
            return 0;
        case WordClass::Adjective:
        case WordClass::Pronoun:
        case WordClass::Verb:
            return 1;
        case WordClass::Function:
            return 2;
        case WordClass::Punctuation:
            return 4;
    }
    return 3;
}

std::optional<WordClass> classOf(const std::string& token, Language language) {
    if (const auto found = wordClass(token, language)) return found;
    return wordClass(token, language == Language::English ? Language::Chinese : Language::English);
}

bool endsWith(const std::string& name, std::string_view end) {
    return std::string_view(name).ends_with(end);
}

}  // namespace

std::optional<int> WordCloud::find(const QString& word) const {
    const QString shown = QString(word).replace(QLatin1Char(' '), kSpace);
    if (const auto found = places.constFind(shown); found != places.constEnd()) return *found;
    const QString wanted = folded(word);
    if (wanted.isEmpty()) return std::nullopt;
    for (int place = 0; place < count(); ++place) {
        if (folded(words[place]) == wanted) return place;
    }
    return std::nullopt;
}

QStringList WordCloud::suggestions(const QString& word, int most) const {
    QStringList found;
    for (const std::string& known : tokenizer->suggestions(unspelledToken(word), most)) {
        const QString shown = shownWord(known);
        if (places.contains(shown)) found.append(shown);
    }
    return found;
}

std::vector<VectorTable> vectorTablesOf(const Model<float>& model) {
    std::vector<VectorTable> tables;
    for (std::size_t i = 0; i < model.parameters().size(); ++i) {
        const Parameter<float>& parameter = model.parameters()[i];
        if (endsWith(parameter.name, "token_embedding.weight") || endsWith(parameter.name, "output_embedding.weight")) {
            tables.push_back({parameter.name, parameter.value});
        }
    }
    return tables;
}

std::shared_ptr<const WordCloud> wordCloudOf(const VectorTable& table,
                                             const std::shared_ptr<const Tokenizer>& tokenizer, Language language) {
    auto cloud = std::make_shared<WordCloud>();
    const Vocabulary& vocabulary = tokenizer->vocabulary();
    cloud->tokenizer = tokenizer;
    const TensorView<const float> rows = table.values.view();
    cloud->vocabulary = vocabulary.size();
    const int count = std::min({vocabulary.size(), kMostMapped, static_cast<int>(rows.rows())});
    cloud->vectors = pointsOf(rows.data, count, rows.columns());
    std::vector<double> lengths;
    for (int id = 0; id < count; ++id) {
        const std::string& token = vocabulary.token(id);
        cloud->ids.push_back(id);
        cloud->words.append(shownWord(token));
        cloud->classes.push_back(classOf(token, language));
        cloud->places.insert(cloud->words.back(), id);
        lengths.push_back(length(cloud->vectors[id]));
    }
    cloud->byImportance.resize(static_cast<std::size_t>(count));
    std::iota(cloud->byImportance.begin(), cloud->byImportance.end(), 0);
    std::ranges::stable_sort(cloud->byImportance, [&](int a, int b) {
        const auto at = static_cast<std::size_t>(a), other = static_cast<std::size_t>(b);
        const int rank = rankOf(cloud->classes[at]), otherRank = rankOf(cloud->classes[other]);
        return rank != otherRank ? rank < otherRank : lengths[at] > lengths[other];
    });
    return cloud;
}

std::vector<std::pair<int, int>> sharedWords(const WordCloud& one, const WordCloud& other) {
    std::vector<std::pair<int, int>> shared;
    for (int place = 0; place < one.count(); ++place) {
        const auto found = other.places.constFind(one.words[place]);
        if (found != other.places.constEnd()) shared.emplace_back(place, *found);
    }
    return shared;
}

Points pick(const Points& vectors, const std::vector<int>& places) {
    Points picked(static_cast<std::int64_t>(places.size()), vectors.dimensions);
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::copy_n(vectors.row(places[i]), vectors.dimensions, picked.row(static_cast<std::int64_t>(i)));
    }
    return picked;
}

}  // namespace attentarium
