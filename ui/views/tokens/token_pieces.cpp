#include "ui/views/tokens/token_pieces.h"

#include "engine/text/utf8.h"

namespace attentarium {

QString hexadecimal(std::string_view bytes) {
    const QByteArray all = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1(all.toHex(' ').toUpper());
}

QString visible(std::string_view text) {
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& letter : shown) {
        if (letter == QLatin1Char(' ')) letter = QChar(0x2423);
        if (letter == QLatin1Char('\n')) letter = QChar(0x21B5);
        if (letter == QLatin1Char('\t')) letter = QChar(0x21E5);
        // Other control characters have pictures of their own.
        if (letter < QChar(0x20)) letter = QChar(static_cast<char16_t>(0x2400 + letter.unicode()));
    }
    return shown;
}

QString readable(std::string_view bytes) {
    return firstBadByte(bytes) ? hexadecimal(bytes) : visible(bytes);
}

TokenPieces piecesOf(const std::vector<Token>& tokens, const std::function<int(int)>& idOf) {
    TokenPieces all;
    std::string together;
    for (const Token& token : tokens) {
        TokenPiece piece;
        piece.bytes = token.text;
        piece.offset = token.byteOffset;
        piece.id = token.id && idOf ? std::optional(idOf(*token.id)) : token.id;
        // What is no UTF-8 by itself is so because its characters go on in its neighbours.
        piece.isBytes = firstBadByte(token.text).has_value();
        piece.text = readable(token.text);
        const int place = static_cast<int>(all.pieces.size());
        if (together.empty()) {
            all.groups.push_back({place, 1, {}});
        } else {
            ++all.groups.back().count;
        }
        all.pieces.push_back(std::move(piece));
        together += token.text;
        if (!firstBadByte(together)) {
            if (all.groups.back().count > 1) all.groups.back().characters = visible(together);
            together.clear();
        } else if (together.size() > 64) {
            // These bytes are no characters at all.
            together.clear();
        }
    }
    return all;
}

}  // namespace attentarium
