#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attentarium {

/// GPT-2's letters for bytes (Radford et al., 2019): each of the 256 bytes has a printable character of its own, so
/// that tokens that are no whole characters can be written into a file of text. Inside the program tokens are bytes.

/// Every byte once, in the order of their letters: `!` to `~`, then the rest of Latin-1 that can be printed, then the
/// others, whose letters begin at U+0100. It is the order in which GPT-2 numbers them.
std::string_view bytesInLetterOrder();

/// A letter for each byte, in UTF-8: `Ġthe` for ` the`.
std::string lettersOf(std::string_view bytes);
/// What `lettersOf` was made of, or nothing where a character is no byte's letter.
std::optional<std::string> bytesOf(std::string_view letters);

}  // namespace attentarium
