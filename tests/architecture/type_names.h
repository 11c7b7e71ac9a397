#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace attentarium {

/// The classes, structures and enumerations that a file defines for others to see, with their namespace:
/// "attentarium::small_world::Term". Those of unnamed namespaces and within other types are nobody else's.
std::vector<std::string> typesDefinedIn(const SourceFile& file);

/// Types of one name that are defined in several files, each with those files. The linker takes the functions of such
/// types for one another's.
std::map<std::string, std::vector<std::string>> typesDefinedTwice(const std::vector<SourceFile>& files);

}  // namespace attentarium
