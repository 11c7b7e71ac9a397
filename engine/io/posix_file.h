#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <utility>

namespace attentarium {

/// An open file or folder, closed at the end. Internal to `io`.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : m_number(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~FileDescriptor();

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

  private:
    int m_number = -1;
};

/// The system's words for `errno`.
std::string reasonOf(int error);
/// Throws `Error` FileUnwritable for `errno`.
[[noreturn]] void throwUnwritable(const std::filesystem::path& path, int error);

/// Writes everything or throws `Error` FileUnwritable, which names `shown`.
void writeAll(const FileDescriptor& file, std::span<const std::byte> bytes, const std::filesystem::path& shown);

/// An empty descriptor, with `errno` set, where there is no such folder. Follows no link.
FileDescriptor openFolder(const std::filesystem::path& folder);
/// Brings a folder's list of names to the disk. Throws `Error` FileUnwritable, which names `shown`.
void syncFolder(const std::filesystem::path& folder, const std::filesystem::path& shown);

/// Takes the lock that marks a temporary as in use; the system drops it when its process dies. False if another has it.
bool lockWithoutWaiting(const FileDescriptor& file);
/// Whether `path` still leads to the open `file`.
bool isStillAt(const FileDescriptor& file, const std::filesystem::path& path);

/// Absolute, with its links resolved and without a slash at the end, so that what a link leads to is replaced and not
/// the link. Throws `Error` FileUnwritable.
std::filesystem::path resolvedTarget(const std::filesystem::path& path);

}  // namespace attentarium
