#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace attentarium {

/// A file that is never seen half written: it is written beside its target, brought to the disk, and renamed over the
/// target by `commit`. Killed or failed at any moment, the target is whole, old or new. Destroyed without `commit`, it
/// leaves no trace. What a killed process left beside the same target is removed by the next `AtomicFile`.
///
/// Folders are not created. A link is followed: the file it leads to is replaced. The old file's permissions are kept.
class AtomicFile {
  public:
    /// Throws `Error` FileUnwritable: no such folder, no permission, or the target is no ordinary file.
    explicit AtomicFile(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Appends. Throws `Error` FileUnwritable, for example when the disk is full.
    void write(std::span<const std::byte> bytes);
    /// Puts the file into its place. Throws `Error` FileUnwritable. Nothing may be written afterwards.
    void commit();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// One `AtomicFile`, from beginning to end. Throws `Error` FileUnwritable.
void writeFileAtomically(const std::filesystem::path& target, std::span<const std::byte> bytes);

}  // namespace attentarium
