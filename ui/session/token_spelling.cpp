#include "ui/session/token_spelling.h"

#include "engine/text/utf8.h"

namespace attentarium {
namespace {

constexpr QChar kOpen(0x27E8), kClose(0x27E9), kLineEnd(0x21B5);
constexpr std::string_view kOpenBytes = "\xE2\x9F\xA8", kCloseBytes = "\xE2\x9F\xA9", kLineEndBytes = "\xE2\x86\xB5";

int hexDigit(QChar digit) {
    const char16_t code = digit.unicode();
    if (code >= u'0' && code <= u'9') return code - u'0';
    if (code >= u'A' && code <= u'F') return code - u'A' + 10;
    return -1;
}

/// The byte that ⟨XX⟩ at this place spells; −1 for none.
int byteAt(QStringView text, qsizetype place) {
    if (place + 3 >= text.size() || text[place] != kOpen || text[place + 3] != kClose) return -1;
    const int high = hexDigit(text[place + 1]), low = hexDigit(text[place + 2]);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
}

bool readsAsSpelling(std::string_view text) {
    return text.size() >= 8 && text.starts_with(kOpenBytes) && text.substr(5, 3) == kCloseBytes &&
           hexDigit(QLatin1Char(text[3])) >= 0 && hexDigit(QLatin1Char(text[4])) >= 0;
}

void spellByte(QString& text, char byte) {
    text += kOpen;
    text += QString::number(static_cast<unsigned char>(byte), 16).rightJustified(2, QLatin1Char('0')).toUpper();
    text += kClose;
}

QString written(std::string_view bytes, bool asToken) {
    QString text;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        const std::string_view character = bytes.substr(0, length);
        const bool isLetter = !firstBadByte(character);
        if (asToken && character == "\n") {
            text += kLineEnd;
        } else if (!isLetter || readsAsSpelling(bytes) || (asToken && character == kLineEndBytes)) {
            for (const char byte : character) spellByte(text, byte);
        } else {
            text += QString::fromUtf8(character.data(), static_cast<qsizetype>(length));
        }
        bytes.remove_prefix(length);
    }
    return text;
}

std::string read(const QString& text, bool asToken) {
    std::string bytes;
    qsizetype plain = 0;
    const auto takePlain = [&](qsizetype until) {
        bytes += QStringView(text).mid(plain, until - plain).toUtf8().toStdString();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int byte = asToken && text[i] == kLineEnd ? '\n' : byteAt(text, i);
        if (byte < 0) continue;
        takePlain(i);
        bytes += static_cast<char>(byte);
        if (text[i] == kOpen) i += 3;
        plain = i + 1;
    }
    takePlain(text.size());
    return bytes;
}

}  // namespace

QString spelled(std::string_view bytes) {
    return written(bytes, false);
}

std::string unspelled(const QString& text) {
    return read(text, false);
}

QString spelledToken(std::string_view token) {
    return written(token, true);
}

std::string unspelledToken(const QString& word) {
    return read(word, true);
}

}  // namespace attentarium
