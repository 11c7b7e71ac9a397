#pragma once

#include <QString>
#include <optional>
#include <string>

namespace attentarium {

/// How the letters of a file are written as bytes.
enum class TextEncoding { Utf8, Gb18030, Latin1, Utf16 };

/// Why a file cannot be studied as it is.
struct TextFileProblem {
    enum class Kind {
        Unreadable,     ///< `reason`
        Empty,          ///< nothing in it, or nothing but spaces
        Binary,         ///< no text
        TooLarge,       ///< more than `kMostTextBytes`; it was not read
        OtherEncoding,  ///< text, but in `encoding`: it can be read as that
    };
    Kind kind = Kind::Unreadable;
    QString file;
    QString reason;
    qint64 bytes = 0;
    TextEncoding encoding = TextEncoding::Utf8;

    bool operator==(const TextFileProblem&) const = default;
};

/// Larger files are refused without being read.
inline constexpr qint64 kMostTextBytes = 8 << 20;

/// A text that was read, or what is wrong with it.
struct ReadText {
    std::string text;  ///< UTF-8, without byte-order mark, with "\n" for every line end
    std::optional<TextFileProblem> problem;
};

/// Reads `file` as `encoding`, UTF-8 where that is not said.
ReadText readText(const QString& file, std::optional<TextEncoding> encoding = {});

/// As it is known by: `GB18030`.
QString nameOf(TextEncoding encoding);

/// Keeps a text that has no file of its own, or none in UTF-8, under a name that says what is in it. Throws `Error`
/// FileUnwritable.
QString keptText(const QString& folder, const std::string& text);

/// The encoding that bytes which are no UTF-8 seem to have; none for what is no text.
std::optional<TextEncoding> guessedEncoding(const std::string& bytes);
/// As UTF-8; nothing where the bytes are not of that encoding.
std::optional<std::string> converted(const std::string& bytes, TextEncoding encoding);

}  // namespace attentarium
