#include "engine/text/corpus.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "engine/core/error.h"
#include "engine/text/utf8.h"

namespace attentarium {
namespace {

// No class needs more, and a mistyped name must not fill the memory.
constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 29;

[[noreturn]] void refuse(ErrorKind kind, const std::string& path, std::string reason = {}, std::int64_t line = 0) {
    ErrorValues values;
    values.file = path;
    values.reason = std::move(reason);
    values.line = line;
    throw Error(kind, std::move(values));
}

std::string readBytes(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found) refuse(ErrorKind::FileMissing, path);
    if (failure) refuse(ErrorKind::FileUnreadable, path, failure.message());
    if (fs::is_directory(status)) refuse(ErrorKind::FileUnreadable, path, "it is a folder");
    if (!fs::is_regular_file(status)) refuse(ErrorKind::FileUnreadable, path, "it is not a plain file");
    const std::uintmax_t size = fs::file_size(path, failure);
    if (failure) refuse(ErrorKind::FileUnreadable, path, failure.message());
    if (size > kMostBytes) refuse(ErrorKind::FileUnreadable, path, "it is larger than 512 MiB");

    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) refuse(ErrorKind::FileUnreadable, path, std::strerror(errno));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (file.bad()) refuse(ErrorKind::FileUnreadable, path, std::strerror(errno));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

bool isBlank(std::string_view text) {
    while (!text.empty() && isSpace(codePoint(text))) text.remove_prefix(characterLength(text));
    return text.empty();
}

std::string withPlainLineEnds(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pairFollows = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!pairFollows) plain += text[i] == '\r' ? '\n' : text[i];
    }
    return plain;
}

}  // namespace

std::string readTextFile(const std::string& path) {
    const std::string bytes = readBytes(path);
    std::string_view text = bytes;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (const auto line = firstBadLine(text)) refuse(ErrorKind::NotUtf8, path, {}, *line);
    if (isBlank(text)) refuse(ErrorKind::CorpusEmpty, path);
    return withPlainLineEnds(text);
}

}  // namespace attentarium
