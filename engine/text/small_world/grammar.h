#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/small_world/plan.h"

namespace attentarium::small_world {

/// A piece of a sentence: a word, or a choice that will turn into pieces.
struct Piece {
    std::string_view word;  ///< empty for a choice
    Slot slot = Slot::Count;
    int mention = -1;     ///< the word names this one of those mentioned (0, 1, 2)
    int pronounFor = -1;  ///< the word is a pronoun for this one of those mentioned
};

/// The choices and words of a whole story, before anything is chosen.
std::vector<Piece> storyPieces();
/// What a choice reads as, once the plan has made it.
std::vector<Piece> expansion(Slot slot, const Plan& plan, Language language);

}  // namespace attentarium::small_world
