#include "ui/explain/site_words.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {

const SiteWords& wordsOf(Site site) {
    for (const auto part :
         {textSiteWords(), attentionSiteWords(), layerSiteWords(), recurrentSiteWords(), outcomeSiteWords()}) {
        const auto found = std::ranges::find(part, site, &SiteWords::site);
        if (found != part.end()) return *found;
    }
    throw LogicError("[explain] a site has no words");
}

}  // namespace attentarium
