#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace attentarium {

/// Several files that belong together, such as a checkpoint, in a folder that is never seen half written. They are
/// written into a folder beside the target, brought to the disk, and exchanged with the target by `commit`. Killed or
/// failed at any moment, the target is whole, old or new. Destroyed without `commit`, it leaves no trace.
/// What a killed process left beside the same target is removed by the next `AtomicFolder`.
///
/// The new folder replaces all `members` of the old one, also those it lacks; other files that a person put there move
/// along. The folder above the target is not created, so that a refused run leaves nothing. A link is followed.
class AtomicFolder {
  public:
    /// `members` are the names that files of such a folder can have; the first is the one that marks it as such.
    /// Throws `Error` FolderExists if the target holds files but not the first member, so that no other folder is
    /// taken for a checkpoint by mistake; FileUnwritable: nothing above it, no permission, or the target is a file.
    AtomicFolder(const std::filesystem::path& target, std::vector<std::string> members);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    /// Writes one member, from `pieces` one after the other. Throws `Error` FileUnwritable, which names the member at
    /// its final place.
    void write(const std::string& member, std::span<const std::span<const std::byte>> pieces);
    void write(const std::string& member, std::span<const std::byte> bytes) { write(member, std::span(&bytes, 1)); }
    /// Puts the folder into its place. Throws `Error` FileUnwritable. Nothing may be written afterwards.
    void commit();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Where a file system cannot exchange folders, a kill can leave a checkpoint under a temporary name: brings it back.
/// Does nothing if `target` exists. To be called before a folder written by `AtomicFolder` is read; never throws.
void restoreFolder(const std::filesystem::path& target) noexcept;

}  // namespace attentarium
