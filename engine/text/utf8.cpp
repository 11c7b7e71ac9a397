#include "engine/text/utf8.h"

#include <algorithm>

namespace attentarium {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t value = kReplacement;
    std::size_t length = 0;  // 0 where the bytes are no character
};

Decoded decodeFirst(std::string_view text) {
    if (text.empty()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return {};
    return {value, length};
}

bool between(char32_t value, char32_t first, char32_t last) {
    return value >= first && value <= last;
}

}  // namespace

std::optional<std::size_t> firstBadByte(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decodeFirst(text.substr(at)).length;
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<std::int64_t> firstBadLine(std::string_view text) {
    const std::optional<std::size_t> bad = firstBadByte(text);
    if (!bad) return std::nullopt;
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
}

std::size_t characterLength(std::string_view text) {
    return text.empty() ? 0 : std::max<std::size_t>(1, decodeFirst(text).length);
}

char32_t codePoint(std::string_view text) {
    return decodeFirst(text).value;
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        found.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return found;
}

bool isSpace(char32_t c) {
    return c == ' ' || between(c, '\t', '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool isPunctuation(char32_t c) {
    return between(c, '!', '/') || between(c, ':', '@') || between(c, '[', '`') || between(c, '{', '~') ||
           (between(c, 0xA1, 0xBF) && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
           between(c, 0x2010, 0x2027) || between(c, 0x2030, 0x205E) || between(c, 0x20A0, 0x20C0) ||
           between(c, 0x2190, 0x2BFF) || between(c, 0x3001, 0x3004) || between(c, 0x3008, 0x3020) ||
           between(c, 0xFE10, 0xFE6B) || between(c, 0xFF01, 0xFF0F) || between(c, 0xFF1A, 0xFF20) ||
           between(c, 0xFF3B, 0xFF40) || between(c, 0xFF5B, 0xFF65);
}

}  // namespace attentarium
