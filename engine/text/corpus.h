#pragma once

#include <string>

namespace attentarium {

/// The whole text of a UTF-8 file, without byte-order mark and with every line end as "\n".
/// Throws `Error`: `FileMissing`, `FileUnreadable`, `NotUtf8` with the line, `CorpusEmpty` for nothing but spaces.
std::string readTextFile(const std::string& path);

}  // namespace attentarium
