#include "engine/tape/path.h"

#include "engine/core/error.h"

namespace attentarium {

Paths::Paths() : m_entries(1) {}

void Paths::enter(std::string_view label, int number) {
    // Index 0 is the root, which is nobody's child, so it marks the end of a list.
    for (PathId child = entry(m_current).firstChild; child.index != 0; child = entry(child).nextSibling) {
        if (entry(child).number == number && entry(child).label == label) {
            m_current = child;
            return;
        }
    }
    const PathId added{static_cast<std::int32_t>(m_entries.size())};
    Entry& parent = m_entries[static_cast<std::size_t>(m_current.index)];
    const PathId older = parent.firstChild;
    parent.firstChild = added;
    m_entries.push_back({m_current, label, number, {}, older});
    m_current = added;
}

void Paths::leave() {
    expects(m_current.index != 0, "[path] no scope is open");
    m_current = entry(m_current).parent;
}

std::string Paths::text(PathId path) const {
    if (path.index == 0) return {};
    std::string joined = text(entry(path).parent);
    if (!joined.empty()) joined += '.';
    joined += entry(path).label;
    if (entry(path).number != kNoNumber) joined += '.' + std::to_string(entry(path).number);
    return joined;
}

}  // namespace attentarium
