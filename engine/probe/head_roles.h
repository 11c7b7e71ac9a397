#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/io/checkpoint.h"
#include "engine/text/small_world.h"
#include "engine/trace/attention_layers.h"

namespace attentarium {

/// What a head may do, each with a place that it would then look at.
enum class HeadRole {
    PreviousWord,  ///< the word just before
    FirstWord,     ///< the first word of the text, for all words but itself
    SameWord,      ///< the word itself, and earlier places of the same word
    Pronoun,       ///< mentions of whom a pronoun stands for
    Induction,     ///< what came after an earlier place of the same word (Olsson et al. 2022)
};

inline constexpr int kHeadRoles = 5;

/// The share of a head's weight that lies where a role would put it, over all rows in which there is such a place;
/// none where no row has one.
struct RoleShares {
    std::optional<double> shares[kHeadRoles];

    std::optional<double> of(HeadRole role) const { return shares[static_cast<int>(role)]; }
};

/// Adds up shares over texts.
class RoleCount {
  public:
    /// Counts one head of `layer`, which looks at its own text. `pronouns` are those of the text where they are known.
    void add(const Trace& trace, const AttentionLayer& layer, int head, const std::vector<Pronoun>& pronouns);
    RoleShares shares() const;

  private:
    void add(HeadRole role, double share);

    double m_sums[kHeadRoles]{};
    int m_rows[kHeadRoles]{};
};

/// Whether the model reads one text from left to right or from both sides, and knows the words of the small world.
bool readsSmallWorld(const Checkpoint& checkpoint);

/// Of all heads, layer by layer, over `stories` stories of the small world that are told from `seed`, each read alone
/// from its first word. The checkpoint reads the small world. Empty when `goesOn`, asked before each story, says no.
std::vector<RoleShares> headRolesInSmallWorld(const Checkpoint& checkpoint, std::uint64_t seed, int stories,
                                              const std::function<bool()>& goesOn = {});

/// Of all heads of the attentions of `trace` that look at their own text, on that text alone; other attentions have
/// empty shares. Nobody says whom its pronouns stand for.
std::vector<RoleShares> headRolesOn(const Trace& trace);

}  // namespace attentarium
