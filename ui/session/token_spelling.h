#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace attentarium {

/// Bytes that are no UTF-8 cannot stand in a QString. They are spelled ⟨E4⟩ there, and what would read as such a
/// spelling but is none is spelled by its bytes too: so nothing is lost on the way there and back.
QString spelled(std::string_view bytes);
/// What `spelled` was made of.
std::string unspelled(const QString& text);

/// A token as the window shows it: `spelled`, with ↵ for a line end.
QString spelledToken(std::string_view token);
std::string unspelledToken(const QString& word);

}  // namespace attentarium
