#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/text/tokenizer.h"

namespace attentarium {

/// A token of a text as it is drawn.
struct TokenPiece {
    std::string bytes;
    std::size_t offset = 0;
    QString text;           ///< spaces and line ends visible; hexadecimal where the bytes are no whole characters
    std::optional<int> id;  ///< none for a token out of the vocabulary
    bool isBytes = false;   ///< whether `text` is hexadecimal
    bool isWordBegin = false;
    /// Where the last step took a boundary away, as a place in `text`; −1 for nowhere.
    int joint = -1;
};

/// Pieces that stand together: one, or those that only together are whole characters.
struct PieceGroup {
    int first = 0, count = 1;
    QString characters;  ///< that they are together; empty where each piece is whole
};

struct TokenPieces {
    std::vector<TokenPiece> pieces;
    std::vector<PieceGroup> groups;
};

/// `idOf` gives the number that a model knows a token by, from its place.
TokenPieces piecesOf(const std::vector<Token>& tokens, const std::function<int(int)>& idOf = {});

/// `E4 BD A0`.
QString hexadecimal(std::string_view bytes);
/// With ␣ for a space, ↵ for a line end and ⇥ for a tab.
QString visible(std::string_view text);
/// As one would read it out: the characters, or the bytes where they are not whole.
QString readable(std::string_view bytes);

}  // namespace attentarium
