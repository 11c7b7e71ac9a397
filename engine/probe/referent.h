#pragma once

#include <cstdint>
#include <vector>

#include "engine/models/model.h"
#include "engine/text/small_world.h"
#include "engine/text/tokenizer.h"

namespace attentarium {

/// How well one head knows whom pronouns stand for.
struct ReferentScore {
    int layer = 0;
    int head = 0;
    double stories = 0;   ///< share of the stories in which it is right for every pronoun
    double pronouns = 0;  ///< share of the pronouns for which it is right
};

/// For each head, how often the largest weight in a pronoun's row, among the nouns before it, lies on a mention of the
/// pronoun's referent. Each story is read alone, from its first word. Stories without a pronoun are left out.
std::vector<ReferentScore> referentScores(const Model<float>& model, const Tokenizer& tokenizer,
                                          const std::vector<Story>& stories);

/// The best of `scores`: by stories, then by pronouns.
ReferentScore bestReferentHead(const std::vector<ReferentScore>& scores);

}  // namespace attentarium
