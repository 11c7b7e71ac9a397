#include "engine/text/small_world/derivation.h"

#include <algorithm>

namespace attentarium::small_world {
namespace {

void pushReversed(std::vector<Piece>& rest, const std::vector<Piece>& pieces) {
    rest.insert(rest.end(), pieces.rbegin(), pieces.rend());
}

int drawn(const std::vector<Option>& options, Random& random) {
    double left = random.uniform();
    for (const Option& option : options) {
        left -= option.probability;
        if (left < 0.0) return option.value;
    }
    return options.back().value;
}

}  // namespace

std::vector<Piece> write(Plan& plan, Language language, Random& random) {
    std::vector<Piece> words;
    std::vector<Piece> rest;
    pushReversed(rest, storyPieces());
    while (!rest.empty()) {
        const Piece piece = rest.back();
        rest.pop_back();
        if (piece.slot == Slot::Count) {
            words.push_back(piece);
            continue;
        }
        if (!plan.has(piece.slot)) plan.set(piece.slot, drawn(options(piece.slot, plan), random));
        pushReversed(rest, expansion(piece.slot, plan, language));
    }
    return words;
}

Derivations::Derivations(Language language) : m_language(language) {
    Way way{{}, {}, 1.0};
    pushReversed(way.rest, storyPieces());
    spread(std::move(way));
}

void Derivations::spread(Way way) {
    if (way.rest.empty()) return;
    const Slot slot = way.rest.back().slot;
    if (slot == Slot::Count) {
        m_ways.push_back(std::move(way));
        return;
    }
    way.rest.pop_back();
    for (const Option& option : options(slot, way.plan)) {
        Way branch{way.plan, way.rest, way.probability * option.probability};
        branch.plan.set(slot, option.value);
        pushReversed(branch.rest, expansion(slot, branch.plan, m_language));
        spread(std::move(branch));
    }
}

std::vector<std::pair<std::string_view, double>> Derivations::next() const {
    std::vector<std::pair<std::string_view, double>> words;
    double total = 0.0;
    for (const Way& way : m_ways) {
        const std::string_view word = way.rest.back().word;
        const auto same = [&](const auto& entry) { return entry.first == word; };
        auto found = std::find_if(words.begin(), words.end(), same);
        if (found == words.end()) found = words.insert(words.end(), {word, 0.0});
        found->second += way.probability;
        total += way.probability;
    }
    for (auto& entry : words) entry.second /= total;
    const auto likelier = [](const auto& left, const auto& right) { return left.second > right.second; };
    std::stable_sort(words.begin(), words.end(), likelier);
    return words;
}

double Derivations::add(std::string_view word) {
    std::vector<Way> before;
    before.swap(m_ways);
    double total = 0.0;
    double kept = 0.0;
    for (const Way& way : before) {
        total += way.probability;
        if (way.rest.back().word == word) kept += way.probability;
    }
    if (kept == 0.0) return 0.0;
    for (Way& way : before) {
        if (way.rest.back().word != word) continue;
        way.rest.pop_back();
        // Probabilities are kept relative to the words so far, so that they never become too small.
        way.probability /= kept;
        spread(std::move(way));
    }
    return kept / total;
}

}  // namespace attentarium::small_world
