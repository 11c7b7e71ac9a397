#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attentarium {

/// The tokens a model knows, each with its id: its place in the list, from 0. The list is all there is to store.
class Vocabulary {
  public:
    Vocabulary() = default;
    /// Throws `LogicError` on a token that is empty or stands twice.
    explicit Vocabulary(std::vector<std::string> tokens);

    int size() const { return static_cast<int>(m_tokens.size()); }
    std::optional<int> find(std::string_view token) const;
    /// Throws `LogicError` when `id` is out of range.
    const std::string& token(int id) const;
    const std::vector<std::string>& tokens() const { return m_tokens; }
    /// Bytes of the longest token.
    std::size_t longestToken() const { return m_longestToken; }

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    std::vector<std::string> m_tokens;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_ids;
    std::size_t m_longestToken = 0;
};

}  // namespace attentarium
