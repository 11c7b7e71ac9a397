#include "ui/session/word_map_making.h"

#include <algorithm>
#include <cmath>

#include "engine/geometry/direction.h"
#include "engine/geometry/principal_components.h"
#include "engine/geometry/procrustes.h"

namespace attentarium {
namespace {

Points firstTwo(const Points& from, std::int64_t first, std::int64_t count) {
    Points places(count, 2);
    for (std::int64_t i = 0; i < count; ++i) {
        for (std::int64_t k = 0; k < std::min<std::int64_t>(2, from.dimensions); ++k) {
            places.row(i)[k] = from.row(first + i)[k];
        }
    }
    return places;
}

/// The vectors of the words that a second model shares, turned into the space of the first.
std::optional<Points> laidUpon(WordMap& map, const WordMapRequest& request, MadeMap& made) {
    if (!request.beside) return std::nullopt;
    const std::vector<VectorTable> tables = vectorTablesOf(*request.beside->model);
    const auto same = std::ranges::find(tables, request.table.name, &VectorTable::name);
    const auto other =
        wordCloudOf(same == tables.end() ? tables.front() : *same, request.beside->tokenizer, request.beside->language);
    std::vector<std::pair<int, int>> shared = sharedWords(*map.cloud, *other);
    if (shared.size() < 2) {
        made.besideProblem = MapProblem{.kind = MapProblem::Kind::NothingShared};
        return std::nullopt;
    }
    std::vector<int> here, there;
    for (const auto& [one, two] : shared) {
        here.push_back(one);
        there.push_back(two);
    }
    const Points theirs = pick(other->vectors, there);
    const Procrustes found = procrustes(theirs, pick(map.cloud->vectors, here));
    map.other = other;
    map.shared = std::move(shared);
    map.left = found.left;
    return aligned(found, theirs);
}

void mapByComponents(WordMap& map, const std::optional<Points>& beside) {
    map.kind = MapKind::Principal;
    const PrincipalComponents components = principalComponents(map.cloud->vectors, 2);
    for (std::size_t i = 0; i < components.shares.size(); ++i) map.shares[i] = components.shares[i];
    map.places = firstTwo(projected(components, map.cloud->vectors), 0, map.cloud->count());
    if (beside) map.otherPlaces = firstTwo(projected(components, *beside), 0, beside->count);
}

/// The directions of two pairs of words, or why there are none.
std::optional<MapProblem> mapByDirections(WordMap& map, const std::optional<Points>& beside,
                                          const DirectionWords& words) {
    std::vector<double> directions[2];
    for (std::size_t i = 0; i < 2; ++i) {
        int ends[2];
        const QString* const typed[] = {&words[i].first, &words[i].second};
        for (std::size_t k = 0; k < 2; ++k) {
            const auto problem = findWord(*map.cloud, *typed[k], ends[k]);
            if (problem) return problem;
        }
        directions[i] = directionBetween(map.cloud->vectors[ends[0]], map.cloud->vectors[ends[1]]);
        if (length(directions[i]) == 0) return MapProblem{.kind = MapProblem::Kind::SameWord, .word = words[i].first};
    }
    map.kind = MapKind::Directions;
    map.directions = words;
    map.places = alongTwo(map.cloud->vectors, directions[0], directions[1]);
    if (beside) map.otherPlaces = alongTwo(*beside, directions[0], directions[1]);
    return std::nullopt;
}

}  // namespace

std::optional<MapProblem> findWord(const WordCloud& cloud, const QString& word, int& place) {
    if (word.isEmpty() || (word.trimmed().isEmpty() && !cloud.find(word)))
        return MapProblem{.kind = MapProblem::Kind::Empty};
    const auto found = cloud.find(word);
    if (!found) {
        return MapProblem{.kind = MapProblem::Kind::Unknown,
                          .word = word.trimmed(),
                          .suggestions = cloud.suggestions(word.trimmed(), 4)};
    }
    place = *found;
    return std::nullopt;
}

DirectionWords usualDirections(const WordCloud& cloud) {
    static const DirectionWords kUsual[] = {
        {{{QStringLiteral("he"), QStringLiteral("she")}, {QStringLiteral("kite"), QStringLiteral("kites")}}},
        {{{QStringLiteral("he"), QStringLiteral("she")}, {QStringLiteral("goes"), QStringLiteral("go")}}},
        {{{QStringLiteral("他"), QStringLiteral("她")}, {QStringLiteral("大"), QStringLiteral("小")}}},
        {{{QStringLiteral("他"), QStringLiteral("她")}, {QStringLiteral("公园"), QStringLiteral("花园")}}},
    };
    for (const DirectionWords& usual : kUsual) {
        const bool known = std::ranges::all_of(
            usual, [&](const auto& pair) { return cloud.find(pair.first) && cloud.find(pair.second); });
        if (known) return usual;
    }
    const auto at = [&](std::size_t rank) {
        const std::size_t last = cloud.byImportance.size() - 1;
        return cloud.words[cloud.byImportance[std::min(rank, last)]];
    };
    return {{{at(0), at(1)}, {at(0), at(2)}}};
}

double usualPerplexity(std::int64_t count) {
    const double third = std::floor(static_cast<double>(count - 1) / 3 * 10) / 10;
    return std::min(30.0, std::max(third, 1.5));
}

WordMap MadeMap::Descent::mapNow() const {
    WordMap map = frame;
    const Points places = tsne.places();
    map.places = firstTwo(places, 0, map.cloud->count());
    if (map.other) map.otherPlaces = firstTwo(places, map.cloud->count(), places.count - map.cloud->count());
    map.step = tsne.stepsDone();
    map.divergence = tsne.divergence();
    return map;
}

MadeMap makeMap(const WordMapRequest& request, FunctionReference<bool()> isStopped) {
    MadeMap made;
    WordMap map;
    map.cloud = request.cloud ? request.cloud : wordCloudOf(request.table, request.tokenizer, request.language);
    const std::int64_t count = map.cloud->count();
    map.directions = request.directions ? *request.directions : usualDirections(*map.cloud);
    map.perplexity = request.perplexity.value_or(usualPerplexity(count));
    const std::optional<Points> beside = laidUpon(map, request, made);
    if (count < 2) {
        made.problem = MapProblem{.kind = MapProblem::Kind::OneWord};
    } else if (request.kind == MapKind::Directions) {
        made.problem = mapByDirections(map, beside, map.directions);
    } else if (request.kind == MapKind::Neighbours) {
        Points all = map.cloud->vectors;
        if (beside) {
            all.values.insert(all.values.end(), beside->values.begin(), beside->values.end());
            all.count += beside->count;
        }
        const PerplexityRange range = perplexityRange(all.count);
        if (all.count > kMostByNeighbours) {
            made.problem = MapProblem{.kind = MapProblem::Kind::TooMany, .high = kMostByNeighbours};
        } else if (!range.contains(map.perplexity)) {
            made.problem = MapProblem{.kind = MapProblem::Kind::Perplexity, .low = range.above, .high = range.below};
        } else {
            TsneSettings settings;
            settings.perplexity = map.perplexity;
            const Points shares = neighbourShares(all, map.perplexity, isStopped);
            if (isStopped()) return made;
            map.kind = MapKind::Neighbours;
            map.steps = settings.steps;
            made.descent = std::make_shared<MadeMap::Descent>(MadeMap::Descent{map, Tsne(all, shares, settings)});
            made.map = std::make_shared<const WordMap>(made.descent->mapNow());
            return made;
        }
    }
    if (request.kind != MapKind::Directions || made.problem) mapByComponents(map, beside);
    made.map = std::make_shared<const WordMap>(std::move(map));
    return made;
}

}  // namespace attentarium
