#include "engine/io/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>

#include "engine/core/error.h"
#include "engine/io/posix_file.h"
#include "engine/io/temporary_name.h"

namespace attentarium {
namespace {

constexpr mode_t kPermissionBits = 07777;
constexpr int kAttempts = 100;

void removeStaleFiles(const std::filesystem::path& target) {
    for (const std::filesystem::path& stale : temporariesBeside(target, kPart)) {
        struct stat found {};
        if (::lstat(stale.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) continue;
        const FileDescriptor file(::open(stale.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (file && lockWithoutWaiting(file)) ::unlink(stale.c_str());
    }
}

}  // namespace

struct AtomicFile::State {
    std::filesystem::path shown;
    std::filesystem::path target;
    std::filesystem::path temporary;
    FileDescriptor file;
    bool committed = false;

    void createTemporary() {
        // Another process may take the new file for a stale one until it is locked; a lost one is made again.
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            temporary = temporaryBeside(target, kPart);
            file = FileDescriptor(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
            if (!file && errno == EEXIST) continue;
            if (!file) throwUnwritable(shown, errno);
            lockWithoutWaiting(file);
            if (isStillAt(file, temporary)) return;
            ::unlink(temporary.c_str());
        }
        throwUnwritable(shown, EBUSY);
    }
};

AtomicFile::AtomicFile(const std::filesystem::path& target) : m_state(std::make_unique<State>()) {
    m_state->shown = target;
    if (!target.has_filename()) throwUnwritable(target, EISDIR);
    m_state->target = resolvedTarget(target);
    struct stat old {};
    const bool replaces = ::stat(m_state->target.c_str(), &old) == 0;
    if (replaces && S_ISDIR(old.st_mode)) throwUnwritable(target, EISDIR);
    // Renaming over a device would replace it, and over a read-only file would ignore that it is one.
    if (replaces && !S_ISREG(old.st_mode)) throwUnwritable(target, EINVAL);
    if (replaces && ::access(m_state->target.c_str(), W_OK) != 0) throwUnwritable(target, errno);
    removeStaleFiles(m_state->target);
    m_state->createTemporary();
    if (replaces) static_cast<void>(::fchmod(m_state->file.number(), old.st_mode & kPermissionBits));
}

AtomicFile::~AtomicFile() {
    if (!m_state->committed) ::unlink(m_state->temporary.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    expects(!m_state->committed, "[atomic file] written to after its commit");
    writeAll(m_state->file, bytes, m_state->shown);
}

void AtomicFile::commit() {
    State& s = *m_state;
    expects(!s.committed, "[atomic file] committed twice");
    if (::fdatasync(s.file.number()) != 0) throwUnwritable(s.shown, errno);
    if (std::rename(s.temporary.c_str(), s.target.c_str()) != 0) throwUnwritable(s.shown, errno);
    s.committed = true;
    syncFolder(s.target.parent_path(), s.shown);
}

void writeFileAtomically(const std::filesystem::path& target, std::span<const std::byte> bytes) {
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

}  // namespace attentarium
