#include "engine/io/posix_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>

#include "engine/core/error.h"
#include "engine/io/file_error.h"

namespace attentarium {

FileDescriptor::~FileDescriptor() {
    if (m_number >= 0) ::close(m_number);
}

std::string reasonOf(int error) {
    return std::generic_category().message(error);
}

void throwUnwritable(const std::filesystem::path& path, int error) {
    throw fileError(ErrorKind::FileUnwritable, path, reasonOf(error));
}

void writeAll(const FileDescriptor& file, std::span<const std::byte> bytes, const std::filesystem::path& shown) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throwUnwritable(shown, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

FileDescriptor openFolder(const std::filesystem::path& folder) {
    return FileDescriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

void syncFolder(const std::filesystem::path& folder, const std::filesystem::path& shown) {
    const FileDescriptor open = openFolder(folder);
    // A folder may be open for writing and closed for reading; then it cannot be synced either.
    if (!open && errno == EACCES) return;
    if (!open) throwUnwritable(shown, errno);
    // Some network file systems cannot sync a folder and answer EINVAL; there is nothing better to do there.
    if (::fsync(open.number()) != 0 && errno != EINVAL) throwUnwritable(shown, errno);
}

bool lockWithoutWaiting(const FileDescriptor& file) {
    return ::flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

bool isStillAt(const FileDescriptor& file, const std::filesystem::path& path) {
    struct stat here {};
    struct stat there {};
    return ::fstat(file.number(), &here) == 0 && ::lstat(path.c_str(), &there) == 0 && here.st_ino == there.st_ino &&
           here.st_dev == there.st_dev;
}

std::filesystem::path resolvedTarget(const std::filesystem::path& path) {
    if (path.empty()) throwUnwritable(path, ENOENT);
    std::error_code problem;
    std::filesystem::path resolved =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path, problem), problem);
    if (problem) throwUnwritable(path, problem.value());
    if (!resolved.has_filename()) resolved = resolved.parent_path();
    if (!resolved.has_filename()) throwUnwritable(path, EBUSY);
    return resolved;
}

}  // namespace attentarium
