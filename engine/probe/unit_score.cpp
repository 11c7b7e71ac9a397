#include "engine/probe/unit_score.h"

#include <algorithm>
#include <utility>

namespace attentarium {
namespace {

/// A unit's value and whether the answer is yes there.
using Sample = std::pair<float, bool>;

/// The share of pairs of a yes and a no in which the yes has the larger value (Mann and Whitney, 1947).
double areaOf(const std::vector<Sample>& sorted) {
    double pairs = 0, won = 0, noBelow = 0;
    const auto yes = static_cast<double>(std::ranges::count(sorted, true, &Sample::second));
    pairs = yes * (static_cast<double>(sorted.size()) - yes);
    for (std::size_t i = 0; i < sorted.size();) {
        double yesHere = 0, noHere = 0;
        const float value = sorted[i].first;
        for (; i < sorted.size() && sorted[i].first == value; ++i) (sorted[i].second ? yesHere : noHere) += 1;
        won += yesHere * (noBelow + noHere / 2);
        noBelow += noHere;
    }
    return won / pairs;
}

struct Choice {
    double threshold = 0;
    bool yesAbove = true;
};

/// The side of yes by the area, then the threshold with which most are told right: halfway between two values that
/// differ, or beyond all of them.
Choice choose(const std::vector<Sample>& sorted) {
    const bool yesAbove = areaOf(sorted) >= 0.5;
    // With the threshold below all of them everything is above.
    std::ptrdiff_t right = std::ranges::count(sorted, yesAbove, &Sample::second), most = right;
    double threshold = static_cast<double>(sorted.front().first) - 1;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        right += sorted[i].second == yesAbove ? -1 : 1;
        const bool isLast = i + 1 == sorted.size();
        if (right <= most || (!isLast && sorted[i].first == sorted[i + 1].first)) continue;
        most = right;
        const auto value = static_cast<double>(sorted[i].first);
        threshold = isLast ? value + 1 : (value + static_cast<double>(sorted[i + 1].first)) / 2;
    }
    return {threshold, yesAbove};
}

bool hasBoth(std::span<const signed char> labels, std::span<const std::size_t> places) {
    const auto isYes = [&](std::size_t place) { return labels[place] == 1; };
    return std::ranges::any_of(places, isYes) && !std::ranges::all_of(places, isYes);
}

}  // namespace

std::vector<UnitScore> scoreUnits(const StateTable& table, std::span<const signed char> labels) {
    std::vector<std::size_t> known;
    for (std::size_t token = 0; token < labels.size() && token < table.tokens(); ++token) {
        if (labels[token] >= 0) known.push_back(token);
    }
    const std::size_t half = known.size() / 2;
    const std::span<const std::size_t> first(known.data(), half), second(known.data() + half, known.size() - half);
    if (!hasBoth(labels, first) || !hasBoth(labels, second)) return {};

    const auto samplesOf = [&](std::span<const std::size_t> places, int unit) {
        std::vector<Sample> samples;
        samples.reserve(places.size());
        for (const std::size_t place : places) samples.emplace_back(table.at(place, unit), labels[place] == 1);
        std::ranges::sort(samples);
        return samples;
    };
    const auto isYes = [&](std::size_t place) { return labels[place] == 1; };
    const auto yesFirst = static_cast<std::size_t>(std::ranges::count_if(first, isYes));
    const auto yesSecond = static_cast<double>(std::ranges::count_if(second, isYes));
    const auto whole = static_cast<double>(second.size());
    const double baseline = (2 * yesFirst >= half ? yesSecond : whole - yesSecond) / whole;

    std::vector<UnitScore> scores;
    for (int unit = 0; unit < table.width; ++unit) {
        const Choice choice = choose(samplesOf(first, unit));
        const std::vector<Sample> unseen = samplesOf(second, unit);
        UnitScore score{.unit = unit, .yesAbove = choice.yesAbove, .threshold = choice.threshold};
        const auto right = std::ranges::count_if(unseen, [&](const Sample& one) {
            return ((static_cast<double>(one.first) > choice.threshold) == choice.yesAbove) == one.second;
        });
        score.accuracy = static_cast<double>(right) / whole;
        score.baseline = baseline;
        score.area = choice.yesAbove ? areaOf(unseen) : 1 - areaOf(unseen);
        score.chosenOn = static_cast<int>(first.size());
        score.samples = static_cast<int>(second.size());
        scores.push_back(score);
    }
    std::ranges::stable_sort(scores, std::ranges::greater(), &UnitScore::area);
    return scores;
}

std::vector<int> tokensWhere(const StateTable& table, std::span<const UnitCondition> conditions) {
    std::vector<int> places;
    if (conditions.empty()) return places;
    for (std::size_t token = 0; token < table.tokens(); ++token) {
        const bool all = std::ranges::all_of(conditions, [&](const UnitCondition& one) {
            const auto value = static_cast<double>(table.at(token, one.unit));
            return one.above ? value > one.threshold : value < one.threshold;
        });
        if (all) places.push_back(static_cast<int>(token));
    }
    return places;
}

}  // namespace attentarium
