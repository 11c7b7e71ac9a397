#include "tests/architecture/type_names.h"

#include <regex>

namespace attentarium {

std::vector<std::string> typesDefinedIn(const SourceFile& file) {
    static const std::regex opening("^namespace( [A-Za-z_:]+)? \\{$");
    static const std::regex closing("^\\}  // namespace.*$");
    // A definition goes on behind the name with bases or a brace; a declaration ends there.
    static const std::regex definition(
        "^(?:class|struct|enum class|enum) ([A-Za-z_]\\w*)(?: final)?(?: :.*)?(?: \\{.*)?$");
    std::vector<std::string> types, namespaces;
    for (const std::string& line : linesOf(file.text)) {
        std::smatch found;
        if (std::regex_match(line, found, opening)) {
            namespaces.push_back(found[1].str());
        } else if (!namespaces.empty() && std::regex_match(line, closing)) {
            namespaces.pop_back();
        } else if (std::regex_match(line, found, definition)) {
            std::string name;
            bool isHidden = false;
            for (const std::string& each : namespaces) {
                isHidden |= each.empty();
                if (!each.empty()) name += each.substr(1) + "::";
            }
            if (!isHidden) types.push_back(name + found[1].str());
        }
    }
    return types;
}

std::map<std::string, std::vector<std::string>> typesDefinedTwice(const std::vector<SourceFile>& files) {
    std::map<std::string, std::vector<std::string>> places;
    for (const SourceFile& file : files) {
        if (!file.isCode() || file.isIn("tests")) continue;
        for (const std::string& type : typesDefinedIn(file)) places[type].push_back(file.path);
    }
    std::erase_if(places, [](const auto& entry) { return entry.second.size() < 2; });
    return places;
}

}  // namespace attentarium
