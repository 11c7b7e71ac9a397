#include "engine/text/byte_pair/byte_letters.h"

#include <array>

#include "engine/text/utf8.h"

namespace attentarium {
namespace {

constexpr int kBytes = 256;

bool isPrintable(int byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

struct Letters {
    std::array<char32_t, kBytes> ofByte{};
    std::array<int, 2 * kBytes> byteOf{};  // −1 for a character that is no letter
    std::string order;

    Letters() {
        byteOf.fill(-1);
        for (int byte = 0; byte < kBytes; ++byte) {
            if (isPrintable(byte)) add(byte, static_cast<char32_t>(byte));
        }
        char32_t next = kBytes;
        for (int byte = 0; byte < kBytes; ++byte) {
            if (!isPrintable(byte)) add(byte, next++);
        }
    }
    void add(int byte, char32_t letter) {
        ofByte[static_cast<std::size_t>(byte)] = letter;
        byteOf[letter] = byte;
        order += static_cast<char>(byte);
    }
};

const Letters& letters() {
    static const Letters all;
    return all;
}

}  // namespace

std::string_view bytesInLetterOrder() {
    return letters().order;
}

std::string lettersOf(std::string_view bytes) {
    std::string written;
    for (const char byte : bytes) {
        const char32_t letter = letters().ofByte[static_cast<unsigned char>(byte)];
        // None is above U+07FF, so two bytes of UTF-8 are enough.
        if (letter < 0x80) {
            written += static_cast<char>(letter);
        } else {
            written += static_cast<char>(0xC0 | (letter >> 6));
            written += static_cast<char>(0x80 | (letter & 0x3F));
        }
    }
    return written;
}

std::optional<std::string> bytesOf(std::string_view written) {
    std::string bytes;
    while (!written.empty()) {
        const char32_t letter = codePoint(written);
        const int byte = letter < letters().byteOf.size() ? letters().byteOf[letter] : -1;
        if (byte < 0) return std::nullopt;
        bytes += static_cast<char>(byte);
        written.remove_prefix(characterLength(written));
    }
    return bytes;
}

}  // namespace attentarium
