#include "engine/io/atomic_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "engine/core/error.h"
#include "engine/io/file_error.h"
#include "engine/io/folder_swap.h"
#include "engine/io/posix_file.h"
#include "engine/io/temporary_name.h"

namespace attentarium {
namespace {

constexpr mode_t kPermissionBits = 07777;
constexpr int kAttempts = 100;

void removeStaleFolders(const std::filesystem::path& target, const std::vector<std::string>& members) {
    for (const std::string_view ending : {kOld, kPart}) {
        for (const std::filesystem::path& stale : temporariesBeside(target, ending)) {
            const FileDescriptor folder = openFolder(stale);
            if (!folder || !lockWithoutWaiting(folder)) continue;
            // What is called old is always whole and may be restored, so it loses that name before its files are
            // removed.
            const std::filesystem::path rubbish = ending == kOld ? temporaryBeside(target, kPart) : stale;
            if (ending == kOld && std::rename(stale.c_str(), rubbish.c_str()) != 0) continue;
            dissolveFolder(rubbish, members, target);
        }
    }
}

}  // namespace

struct AtomicFolder::State {
    std::filesystem::path shown;
    std::filesystem::path target;
    std::vector<std::string> members;
    std::filesystem::path temporary;
    FileDescriptor folder;
    bool committed = false;

    void checkTarget() const {
        struct stat old {};
        if (::stat(target.c_str(), &old) != 0) return;
        if (!S_ISDIR(old.st_mode)) throwUnwritable(shown, ENOTDIR);
        if (::access(target.c_str(), W_OK) != 0) throwUnwritable(shown, errno);
        std::error_code problem;
        if (std::filesystem::is_empty(target, problem) || std::filesystem::exists(target / members.front(), problem))
            return;
        throw fileError(ErrorKind::FolderExists, shown);
    }

    void createTemporary() {
        // Another process may take the new folder for a stale one until it is locked; a lost one is made again.
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            temporary = temporaryBeside(target, kPart);
            if (::mkdir(temporary.c_str(), 0777) != 0) {
                if (errno == EEXIST) continue;
                throwUnwritable(shown, errno);
            }
            folder = openFolder(temporary);
            const int error = folder ? 0 : errno;
            if (folder) lockWithoutWaiting(folder);
            if (folder && isStillAt(folder, temporary)) return;
            ::rmdir(temporary.c_str());
            if (error != 0 && error != ENOENT) throwUnwritable(shown, error);
        }
        throwUnwritable(shown, EBUSY);
    }

    /// Gives the new folder its name. Whatever had it before is then called `temporary`.
    void swap() const {
        struct stat old {};
        if (::stat(target.c_str(), &old) != 0) {
            if (std::rename(temporary.c_str(), target.c_str()) != 0) throwUnwritable(shown, errno);
            return;
        }
        static_cast<void>(::fchmod(folder.number(), old.st_mode & kPermissionBits));
        int error = exchangeFolders(temporary, target);
        if (error == EINVAL || error == ENOSYS) {
            error = exchangeFoldersInSteps(temporary, target, temporaryBeside(target, kOld));
        }
        if (error != 0) throwUnwritable(shown, error);
    }
};

AtomicFolder::AtomicFolder(const std::filesystem::path& target, std::vector<std::string> members)
    : m_state(std::make_unique<State>()) {
    expects(!members.empty(), "[atomic folder] needs the names of its files");
    m_state->shown = target;
    m_state->target = resolvedTarget(target);
    m_state->members = std::move(members);
    restoreFolder(m_state->target);
    m_state->checkTarget();
    removeStaleFolders(m_state->target, m_state->members);
    m_state->createTemporary();
}

AtomicFolder::~AtomicFolder() {
    if (!m_state->committed) dissolveFolder(m_state->temporary, m_state->members, m_state->target);
}

void AtomicFolder::write(const std::string& member, std::span<const std::span<const std::byte>> pieces) {
    const State& s = *m_state;
    expects(!s.committed, "[atomic folder] written to after its commit");
    expects(std::find(s.members.begin(), s.members.end(), member) != s.members.end(),
            "[atomic folder] not one of its files");
    const std::filesystem::path shown = s.shown / member;
    const FileDescriptor file(
        ::openat(s.folder.number(), member.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file) throwUnwritable(shown, errno);
    for (const std::span<const std::byte> piece : pieces) writeAll(file, piece, shown);
    if (::fdatasync(file.number()) != 0) throwUnwritable(shown, errno);
}

void AtomicFolder::commit() {
    State& s = *m_state;
    expects(!s.committed, "[atomic folder] committed twice");
    syncFolder(s.temporary, s.shown);
    s.swap();
    s.committed = true;
    syncFolder(s.target.parent_path(), s.shown);
    dissolveFolder(s.temporary, s.members, s.target);
}

void restoreFolder(const std::filesystem::path& target) noexcept {
    try {
        const std::filesystem::path missing = resolvedTarget(target);
        for (const std::filesystem::path& aside : temporariesBeside(missing, kOld)) {
            struct stat found {};
            if (::lstat(missing.c_str(), &found) == 0) return;
            const FileDescriptor folder = openFolder(aside);
            if (folder && lockWithoutWaiting(folder)) static_cast<void>(std::rename(aside.c_str(), missing.c_str()));
        }
    } catch (const std::exception&) {
        // Whoever reads the folder next reports that it is missing.
    }
}

}  // namespace attentarium
