#include "engine/probe/head_roles.h"

#include <algorithm>

#include "engine/probe/stories.h"
#include "engine/train/look.h"

namespace attentarium {
namespace {

double sumAt(std::span<const float> row, const std::vector<int>& places) {
    double sum = 0;
    for (const int place : places) sum += static_cast<double>(row[static_cast<std::size_t>(place)]);
    return sum;
}

}  // namespace

void RoleCount::add(HeadRole role, double share) {
    m_sums[static_cast<int>(role)] += share;
    ++m_rows[static_cast<int>(role)];
}

void RoleCount::add(const Trace& trace, const AttentionLayer& layer, int head, const std::vector<Pronoun>& pronouns) {
    const auto words = trace.tokensAlong(layer.weights(), Axis::Token);
    const auto row = [&](int i) { return attentionRow(trace, layer.weights(), Quantity::Value, head, i); };
    for (int i = 1; i < layer.rows; ++i) {
        const auto weights = row(i);
        add(HeadRole::PreviousWord, static_cast<double>(weights[static_cast<std::size_t>(i - 1)]));
        add(HeadRole::FirstWord, static_cast<double>(weights[0]));
        std::vector<int> same{i}, after;
        for (int j = 0; j < i; ++j) {
            if (words[static_cast<std::size_t>(j)] != words[static_cast<std::size_t>(i)]) continue;
            same.push_back(j);
            // What came after an earlier place may be this very place; then there is nothing to go on with.
            if (j + 1 < i) after.push_back(j + 1);
        }
        add(HeadRole::SameWord, sumAt(weights, same));
        if (!after.empty()) add(HeadRole::Induction, sumAt(weights, after));
    }
    for (const Pronoun& pronoun : pronouns) {
        add(HeadRole::Pronoun, sumAt(row(pronoun.position), pronoun.referentPositions));
    }
}

RoleShares RoleCount::shares() const {
    RoleShares shares;
    for (int role = 0; role < kHeadRoles; ++role) {
        if (m_rows[role] > 0) shares.shares[role] = m_sums[role] / m_rows[role];
    }
    return shares;
}

bool readsSmallWorld(const Checkpoint& checkpoint) {
    const ModelConfig& config = checkpoint.model->config();
    if (config.family != Family::Gpt && config.family != Family::Bert) return false;
    const Vocabulary words = SmallWorld().lexicon(checkpoint.language);
    for (int id = 0; id < static_cast<int>(words.size()); ++id) {
        if (!checkpoint.tokenizer->vocabulary().find(words.token(id))) return false;
    }
    return true;
}

std::vector<RoleShares> headRolesInSmallWorld(const Checkpoint& checkpoint, std::uint64_t seed, int stories,
                                              const std::function<bool()>& goesOn) {
    std::vector<RoleCount> counts;
    for (const Story& story : tellStories(checkpoint.language, seed, stories)) {
        if (goesOn && !goesOn()) return {};
        if (static_cast<std::int64_t>(story.tokens.size()) > checkpoint.model->config().context) continue;
        const auto trace = look(*checkpoint.model, idsOf(story, *checkpoint.tokenizer), LookDepth::Forward);
        std::size_t place = 0;
        for (const AttentionLayer& layer : attentionLayersOf(*trace)) {
            for (int head = 0; head < layer.heads; ++head, ++place) {
                if (counts.size() <= place) counts.emplace_back();
                counts[place].add(*trace, layer, head, story.pronouns);
            }
        }
    }
    std::vector<RoleShares> shares;
    for (const RoleCount& count : counts) shares.push_back(count.shares());
    return shares;
}

std::vector<RoleShares> headRolesOn(const Trace& trace) {
    std::vector<RoleShares> shares;
    for (const AttentionLayer& layer : attentionLayersOf(trace)) {
        for (int head = 0; head < layer.heads; ++head) {
            RoleCount count;
            if (layer.looksAtItself()) count.add(trace, layer, head, {});
            shares.push_back(count.shares());
        }
    }
    return shares;
}

}  // namespace attentarium
