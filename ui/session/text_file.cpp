#include "ui/session/text_file.h"

#include <iconv.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <span>
#include <string_view>

#include "engine/core/error.h"
#include "engine/io/atomic_file.h"
#include "engine/text/utf8.h"

namespace attentarium {
namespace {

const char* iconvName(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::Utf8:
            return "UTF-8";
        case TextEncoding::Gb18030:
            return "GB18030";
        case TextEncoding::Latin1:
            // What is called Latin-1 has most often the quotation marks that Windows added to it.
            return "WINDOWS-1252";
        case TextEncoding::Utf16:
            return "UTF-16";
    }
    return "UTF-8";
}

bool isHigh(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

/// Signs that no text has: all control characters but tabs, line ends, page ends and escapes.
bool isBinary(const std::string& bytes) {
    const auto count = std::ranges::count_if(bytes, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f' && code != 0x1B;
    });
    return std::ranges::find(bytes, '\0') != bytes.end() || static_cast<std::size_t>(count) * 100 > bytes.size();
}

bool hasUtf16Mark(const std::string& bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string tidied(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::string tidy;
    tidy.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            tidy += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            tidy += '\n';
        }
    }
    return tidy;
}

}  // namespace

QString nameOf(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::Utf8:
            return QStringLiteral("UTF-8");
        case TextEncoding::Gb18030:
            return QStringLiteral("GB18030");
        case TextEncoding::Latin1:
            return QStringLiteral("Latin-1");
        case TextEncoding::Utf16:
            return QStringLiteral("UTF-16");
    }
    return {};
}

QString keptText(const QString& folder, const std::string& text) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    const QString file =
        folder + QStringLiteral("/text-%1.txt").arg(QString::fromLatin1(hash.result().toHex().left(8)));
    if (QFile::exists(file)) return file;
    if (!QDir().mkpath(folder)) {
        throw Error(ErrorKind::FileUnwritable, {.file = folder.toStdString(), .reason = "not a folder"});
    }
    writeFileAtomically(std::filesystem::path(file.toStdString()), std::as_bytes(std::span(text)));
    return file;
}

std::optional<std::string> converted(const std::string& bytes, TextEncoding encoding) {
    const iconv_t conversion = iconv_open("UTF-8", iconvName(encoding));
    if (conversion == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string text(bytes.size() * 3 + 16, '\0');
    char* from = const_cast<char*>(bytes.data());
    char* to = text.data();
    std::size_t left = bytes.size(), room = text.size();
    bool isWell = true;
    while (left > 0 && isWell) {
        if (iconv(conversion, &from, &left, &to, &room) != static_cast<std::size_t>(-1)) continue;
        // The five bytes without a meaning in Windows' Latin-1 stand for themselves in the older one.
        const bool isGap = errno == EILSEQ && encoding == TextEncoding::Latin1;
        isWell = isGap && room >= 2;
        if (!isWell) break;
        *to++ = static_cast<char>(0xC2);
        *to++ = *from++;
        --left;
        room -= 2;
    }
    iconv_close(conversion);
    if (!isWell) return std::nullopt;
    text.resize(static_cast<std::size_t>(to - text.data()));
    return text;
}

std::optional<TextEncoding> guessedEncoding(const std::string& bytes) {
    if (hasUtf16Mark(bytes)) return TextEncoding::Utf16;
    if (isBinary(bytes)) return std::nullopt;
    // Chinese letters are pairs of bytes; those of Latin-1 stand alone among ASCII.
    std::size_t high = 0, inRuns = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!isHigh(bytes[i])) continue;
        ++high;
        const bool before = i > 0 && isHigh(bytes[i - 1]), behind = i + 1 < bytes.size() && isHigh(bytes[i + 1]);
        if (before || behind) ++inRuns;
    }
    const bool isPaired = inRuns * 10 >= high * 8;
    if (isPaired && converted(bytes, TextEncoding::Gb18030)) return TextEncoding::Gb18030;
    return TextEncoding::Latin1;
}

ReadText readText(const QString& name, std::optional<TextEncoding> encoding) {
    using Kind = TextFileProblem::Kind;
    ReadText read;
    const auto refuse = [&](Kind kind, const QString& reason = {}) {
        read.text.clear();
        read.problem = TextFileProblem{kind, name, reason, QFileInfo(name).size(), TextEncoding::Utf8};
        return read;
    };
    const QFileInfo info(name);
    if (!info.exists()) return refuse(Kind::Unreadable, QStringLiteral("ENOENT"));
    if (!info.isFile()) return refuse(Kind::Unreadable, QStringLiteral("EISDIR"));
    if (info.size() > kMostTextBytes) return refuse(Kind::TooLarge);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return refuse(Kind::Unreadable, file.errorString());
    std::string bytes = file.read(kMostTextBytes + 1).toStdString();
    // Files that have no size beforehand can be as long as they like.
    if (static_cast<qint64>(bytes.size()) > kMostTextBytes) return refuse(Kind::TooLarge);
    if (encoding && *encoding != TextEncoding::Utf8) {
        std::optional<std::string> text = converted(bytes, *encoding);
        if (!text) return refuse(Kind::Binary);
        bytes = std::move(*text);
    } else if (firstBadByte(bytes)) {
        const std::optional<TextEncoding> guess = guessedEncoding(bytes);
        if (!guess) return refuse(Kind::Binary);
        refuse(Kind::OtherEncoding);
        read.problem->encoding = *guess;
        return read;
    } else if (isBinary(bytes)) {
        return refuse(Kind::Binary);
    }
    read.text = tidied(std::move(bytes));
    const bool isBlank =
        std::ranges::all_of(characters(read.text), [](std::string_view one) { return isSpace(codePoint(one)); });
    if (isBlank) return refuse(Kind::Empty);
    return read;
}

}  // namespace attentarium
