#include "engine/io/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

#include "engine/core/error.h"
#include "engine/io/file_error.h"

namespace attentarium {
namespace {

[[noreturn]] void throwUnreadable(const std::string& file, int error) {
    const ErrorKind kind = error == ENOENT || error == ENOTDIR ? ErrorKind::FileMissing : ErrorKind::FileUnreadable;
    throw fileError(kind, file, reasonOf(error));
}

}  // namespace

InputFile::InputFile(const std::filesystem::path& path) : m_name(path.string()) {
    // Without O_NONBLOCK, opening a pipe would wait for a writer for ever.
    m_file = FileDescriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!m_file) throwUnreadable(m_name, errno);
    struct stat found {};
    if (::fstat(m_file.number(), &found) != 0) throwUnreadable(m_name, errno);
    if (S_ISDIR(found.st_mode)) throwUnreadable(m_name, EISDIR);
    if (!S_ISREG(found.st_mode)) throwUnreadable(m_name, EINVAL);
    m_size = static_cast<std::uint64_t>(found.st_size);
}

void InputFile::read(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::read(m_file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throwUnreadable(m_name, errno);
        if (count == 0) throw fileError(ErrorKind::FileTruncated, m_name);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void InputFile::expectFitsMemory(std::uint64_t bytes) const {
    const auto pages = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES));
    const auto pageSize = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    if (bytes / pageSize >= pages) throwUnreadable(m_name, ENOMEM);
}

}  // namespace attentarium
