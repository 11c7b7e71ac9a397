#include "engine/io/folder_swap.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <vector>

#include "engine/io/posix_file.h"

namespace attentarium {

int exchangeFolders(const std::filesystem::path& fresh, const std::filesystem::path& target) {
    return ::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int exchangeFoldersInSteps(const std::filesystem::path& fresh, const std::filesystem::path& target,
                           const std::filesystem::path& old) {
    // Locked, so that nobody takes it for one that a killed process left behind.
    const FileDescriptor inUse = openFolder(target);
    if (inUse) lockWithoutWaiting(inUse);
    if (std::rename(target.c_str(), old.c_str()) != 0) return errno;
    if (std::rename(fresh.c_str(), target.c_str()) != 0) {
        const int error = errno;
        static_cast<void>(std::rename(old.c_str(), target.c_str()));
        return error;
    }
    // What is called old is always whole and may be restored, so it loses that name before its files are removed.
    static_cast<void>(std::rename(old.c_str(), fresh.c_str()));
    return 0;
}

void dissolveFolder(const std::filesystem::path& folder, std::span<const std::string> members,
                    const std::filesystem::path& heir) {
    std::error_code problem;
    std::vector<std::filesystem::path> names;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        names.push_back(entry->path().filename());
    }
    for (const std::filesystem::path& name : names) {
        if (std::find(members.begin(), members.end(), name.string()) != members.end()) {
            ::unlink((folder / name).c_str());
        } else if (!std::filesystem::exists(std::filesystem::symlink_status(heir / name, problem))) {
            static_cast<void>(std::rename((folder / name).c_str(), (heir / name).c_str()));
        }
    }
    ::rmdir(folder.c_str());
}

}  // namespace attentarium
