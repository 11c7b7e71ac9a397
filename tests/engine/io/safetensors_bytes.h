#pragma once

#include <cstdint>
#include <string>

#include "engine/io/safetensors.h"
#include "tests/engine/io/temporary_folder.h"

namespace attentarium::test {

/// A file made by hand: the length, the header as given, the data.
inline std::string fileOf(const std::string& header, const std::string& data, std::uint64_t length) {
    std::string bytes;
    for (int i = 0; i < 8; ++i) bytes += static_cast<char>(length >> (8 * i) & 0xffU);
    return bytes + header + data;
}

inline std::string fileOf(const std::string& header, const std::string& data) {
    return fileOf(header, data, header.size());
}

inline SafetensorsFile parsed(const std::string& bytes) {
    return SafetensorsFile::parse(bytesOf(bytes), "x.safetensors");
}

/// Laid out as the official Python library does it: metadata first, wide numbers before narrow ones, padded with
/// spaces.
inline std::string officialFile() {
    const std::string header =
        R"({"__metadata__":{"format":"pt"},"steps":{"dtype":"I64","shape":[],"data_offsets":[0,8]},)"
        R"("bias":{"dtype":"F32","shape":[3],"data_offsets":[8,20]},)"
        R"("weight":{"dtype":"F32","shape":[2,1],"data_offsets":[20,28]},)"
        R"("half":{"dtype":"F16","shape":[2],"data_offsets":[28,32]},)"
        R"("brain":{"dtype":"BF16","shape":[1,1,1,1,2],"data_offsets":[32,36]}})";
    const std::string data(
        "\x07\0\0\0\0\0\0\0"                // 7
        "\0\0\x80\x3f\0\0\0\xc0\0\0\0\x3e"  // 1, −2, 0.125
        "\0\0\x20\x41\0\0\x80\x7f"          // 10, infinity
        "\0\x3c\x01\0"                      // 1, 2⁻²⁴
        "\x80\x3f\x49\xc0",                 // 1, −3.140625
        36);
    return fileOf(header + std::string((8 - header.size() % 8) % 8, ' '), data);
}

}  // namespace attentarium::test
