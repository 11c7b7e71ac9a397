#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace attentarium {

/// What a text file does that the style does not allow, as "path:line: why".
std::vector<std::string> brokenTextRules(const SourceFile& file);

}  // namespace attentarium
