#include "engine/text/vocabulary.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace attentarium {

Vocabulary::Vocabulary(std::vector<std::string> tokens) : m_tokens(std::move(tokens)) {
    for (const std::string& token : m_tokens) {
        expects(!token.empty(), "[vocabulary] a token is empty");
        expects(m_ids.emplace(token, static_cast<int>(m_ids.size())).second, "[vocabulary] a token stands twice");
        m_longestToken = std::max(m_longestToken, token.size());
    }
}

std::optional<int> Vocabulary::find(std::string_view token) const {
    const auto found = m_ids.find(token);
    if (found == m_ids.end()) return std::nullopt;
    return found->second;
}

const std::string& Vocabulary::token(int id) const {
    expects(id >= 0 && id < size(), "[vocabulary] no token has this id");
    return m_tokens[static_cast<std::size_t>(id)];
}

}  // namespace attentarium
