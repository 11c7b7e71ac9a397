#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attentarium {

/// An interned scope path.
struct PathId {
    std::int32_t index = 0;  ///< 0 is the model itself

    bool operator==(const PathId&) const = default;
};

/// The scopes that a model has opened. A path is stored the first time it is entered, so that naming costs
/// nothing in later steps.
class Paths {
  public:
    static constexpr int kNoNumber = -1;

    Paths();

    /// Opens `label`, or `label.number`, within the current scope. `label` must outlive this: a literal.
    void enter(std::string_view label, int number = kNoNumber);
    void leave();
    PathId current() const { return m_current; }

    PathId parent(PathId path) const { return entry(path).parent; }
    std::string_view label(PathId path) const { return entry(path).label; }
    int number(PathId path) const { return entry(path).number; }
    /// For example `blocks.0.attention`; empty for the model itself.
    std::string text(PathId path) const;

  private:
    struct Entry {
        PathId parent;
        std::string_view label;
        int number = kNoNumber;
        PathId firstChild;
        PathId nextSibling;
    };

    const Entry& entry(PathId path) const { return m_entries[static_cast<std::size_t>(path.index)]; }

    std::vector<Entry> m_entries;
    PathId m_current;
};

}  // namespace attentarium
