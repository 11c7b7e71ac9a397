#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace attentarium {

/// What the `#include` lines of a source file do that the architecture does not allow, as "path:line: why".
/// `qtCore` names QtCore's headers; where it is empty only headers written with their module are judged.
std::vector<std::string> brokenIncludeRules(const SourceFile& file, const std::set<std::string>& qtCore);

}  // namespace attentarium
