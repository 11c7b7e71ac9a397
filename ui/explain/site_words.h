#pragma once

#include <span>

#include "engine/tape/site.h"

namespace attentarium {

/// What a learner is told of one site, in English: the source texts of translations. `title` belongs to the context
/// `Words`, `symbol` to `Formulas`, the two stories to `Stories`.
struct SiteWords {
    Site site;
    const char* title;
    const char* symbol;    ///< what formulas call it: a letter or a word
    const char* forward;   ///< what its value is and why it is worked out
    const char* backward;  ///< how its gradient comes back
};

/// One entry for every site of the catalogue.
const SiteWords& wordsOf(Site site);

// The parts of the table, by what the sites are about.
std::span<const SiteWords> textSiteWords();
std::span<const SiteWords> attentionSiteWords();
std::span<const SiteWords> layerSiteWords();
std::span<const SiteWords> recurrentSiteWords();
std::span<const SiteWords> outcomeSiteWords();

}  // namespace attentarium
