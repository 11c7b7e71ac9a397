#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/dtype.h"

namespace attentarium {

/// The checked header of a safetensors file. Internal to `io`.
struct SafetensorsHeader {
    struct Entry {
        std::string name;
        DType dtype = DType::F32;
        std::vector<std::int64_t> shape;
        /// Bytes from the end of the header.
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };
    /// In the order of their bytes.
    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;
};

inline constexpr std::size_t kLengthBytes = 8;
inline constexpr std::uint64_t kMaximumHeaderBytes = 100'000'000;

/// Throws `Error` FileTruncated or FileDamaged unless a header of `length` bytes can follow in a file of `fileSize`.
void checkHeaderLength(std::uint64_t length, std::uint64_t fileSize, const std::string& file);

/// `dataSize` is how many bytes follow the header. Throws `Error` FileDamaged, FileTruncated, FileHasTrailingBytes.
SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataSize, const std::string& file);

}  // namespace attentarium
