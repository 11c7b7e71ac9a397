#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "engine/io/posix_file.h"

namespace attentarium {

/// An ordinary file opened for reading. Internal to `io`.
class InputFile {
  public:
    /// Throws `Error` FileMissing, or FileUnreadable for a folder, a device, or without permission.
    explicit InputFile(const std::filesystem::path& path);

    const std::string& name() const { return m_name; }
    /// Bytes, when it was opened.
    std::uint64_t size() const { return m_size; }
    /// Fills `bytes` from where the last reading ended. Throws `Error` FileTruncated at the end of the file.
    void read(std::span<std::byte> bytes);
    /// Throws `Error` FileUnreadable unless `bytes` fit into this machine's memory.
    void expectFitsMemory(std::uint64_t bytes) const;

  private:
    std::string m_name;
    FileDescriptor m_file;
    std::uint64_t m_size = 0;
};

}  // namespace attentarium
