#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace attentarium {

/// The byte offset of the first byte that is not part of well-formed UTF-8, or nothing. Overlong forms,
/// surrogates and values above U+10FFFF are not well formed.
std::optional<std::size_t> firstBadByte(std::string_view text);
/// The line (from 1) of the first byte that is not UTF-8, or nothing.
std::optional<std::int64_t> firstBadLine(std::string_view text);

/// The bytes of the character (code point) that `text` begins with; 1 for a byte that is not UTF-8, 0 for no text.
std::size_t characterLength(std::string_view text);
/// The code point that `text` begins with; U+FFFD for a byte that is not UTF-8.
char32_t codePoint(std::string_view text);
/// The characters (code points) of `text`, borrowed from it.
std::vector<std::string_view> characters(std::string_view text);

/// Whether a code point separates words: spaces of any width, tabs and line ends.
bool isSpace(char32_t character);
/// Whether a code point is a punctuation mark or a symbol, in ASCII, in Latin-1 or in the blocks that Chinese uses.
bool isPunctuation(char32_t character);

}  // namespace attentarium
