#include "ui/session/word_bias_report.h"

#include <algorithm>

#include "engine/probe/word_bias.h"
#include "engine/text/biased_world.h"
#include "ui/session/word_table.h"

namespace attentarium {

WordBiasReport wordBiasReport(const WordTable& table, const QStringList& pairs, const QStringList& words) {
    WordBiasReport report;
    report.knownBias = table.knownBias();
    std::vector<int> ids;
    const auto place = [&](int id) {
        const auto found = std::ranges::find(ids, id);
        if (found != ids.end()) return static_cast<int>(found - ids.begin());
        ids.push_back(id);
        return static_cast<int>(ids.size()) - 1;
    };
    std::vector<std::pair<int, int>> places;
    QStringList inPairs;
    for (const QString& pair : pairs) {
        const QStringList both = pair.split(QLatin1Char('/'));
        const int first = both.size() == 2 ? table.find(both[0].trimmed()) : -1;
        const int second = both.size() == 2 ? table.find(both[1].trimmed()) : -1;
        if (first < 0 || second < 0 || first == second) {
            report.unknown.append(pair);
            continue;
        }
        places.emplace_back(place(first), place(second));
        report.pairs.append(both[0].trimmed() + QLatin1Char('/') + both[1].trimmed());
        inPairs << both[0].trimmed() << both[1].trimmed();
    }
    std::vector<int> chosen;
    for (const QString& word : words) {
        const int id = table.find(word);
        if (id < 0) {
            report.unknown.append(word);
        } else if (!inPairs.contains(word)) {
            chosen.push_back(place(id));
            report.words.emplace_back().text = word;
        }
    }
    if (report.isEmpty()) return report;
    const Points points = table.rows(ids);
    const BiasDirection bias = biasDirection(points, places);
    const Lean before = leanOf(points, places, chosen, bias);
    const Lean after = leanOf(neutralised(points, chosen, bias), places, chosen, bias);
    report.share = bias.share;
    report.meanBefore = before.mean;
    report.meanAfter = after.mean;
    const std::vector<Occupation> occupations =
        report.knownBias ? BiasedWorld(table.language(), *report.knownBias).occupations() : std::vector<Occupation>();
    std::vector<double> known, leans, nearness;
    for (std::size_t i = 0; i < report.words.size(); ++i) {
        WordBiasReport::Word& word = report.words[i];
        word.before = before.along[i];
        word.after = after.along[i];
        word.nearBefore = before.nearness[i];
        word.nearAfter = after.nearness[i];
        const auto found = std::ranges::find(occupations, word.text.toStdString(), &Occupation::word);
        if (found == occupations.end()) continue;
        word.known = found->shareOfShe;
        known.push_back(found->shareOfShe);
        leans.push_back(word.before);
        nearness.push_back(word.nearAfter);
    }
    if (known.size() > 2) {
        report.correlation = correlation(leans, known);
        report.correlationAfter = correlation(nearness, known);
    }
    return report;
}

}  // namespace attentarium
