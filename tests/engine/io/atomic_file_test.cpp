#include "engine/io/atomic_file.h"

#include <fcntl.h>

#include <cerrno>

#include "engine/io/posix_file.h"
#include "tests/engine/io/as_nobody.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/full_disk.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

TEST_CASE("A file is written and overwritten, and nothing else is left") {
    const TemporaryFolder folder;
    writeFileAtomically(folder / "a", bytesOf("old"));
    CHECK(contentOf(folder / "a") == "old");
    writeFileAtomically(folder / "a", bytesOf("newer"));
    CHECK(contentOf(folder / "a") == "newer");
    writeFileAtomically(folder / "a", {});
    CHECK(contentOf(folder / "a").empty());
    CHECK(namesIn(folder.path()) == Names{"a"});
}

TEST_CASE("The target is unchanged until the commit, and without one no trace remains") {
    const TemporaryFolder folder;
    put(folder / "a", "old");
    {
        AtomicFile file(folder / "a");
        file.write(bytesOf("ne"));
        file.write(bytesOf("w"));
        CHECK(contentOf(folder / "a") == "old");
    }
    CHECK(contentOf(folder / "a") == "old");
    CHECK(namesIn(folder.path()) == Names{"a"});
}

TEST_CASE("Several pieces are written one after the other") {
    const TemporaryFolder folder;
    AtomicFile file(folder / "a");
    file.write(bytesOf("one "));
    file.write(bytesOf("two"));
    file.commit();
    CHECK(contentOf(folder / "a") == "one two");
    CHECK_THROWS_AS(file.write(bytesOf("three")), LogicError);
    CHECK_THROWS_AS(file.commit(), LogicError);
}

TEST_CASE("A full disk leaves the old file and no temporary") {
    const TemporaryFolder folder;
    put(folder / "a", "old");
    const std::string large(100'000, 'x');
    {
        const FullDisk full(50'000);
        const ErrorValues values =
            errorOf(ErrorKind::FileUnwritable, [&] { writeFileAtomically(folder / "a", bytesOf(large)); });
        CHECK(values.file == (folder / "a").string());
        CHECK(!values.reason.empty());
    }
    CHECK(contentOf(folder / "a") == "old");
    CHECK(namesIn(folder.path()) == Names{"a"});
}

TEST_CASE("A device without space refuses what is written") {
    const FileDescriptor full(::open("/dev/full", O_WRONLY));
    if (full) errorOf(ErrorKind::FileUnwritable, [&] { writeAll(full, bytesOf("x"), "/dev/full"); });
}

TEST_CASE("Folders that are missing, are files, or are the target itself are refused") {
    const TemporaryFolder folder;
    put(folder / "file", "x");
    const auto refused = [&](const std::filesystem::path& path) {
        INFO(path);
        return errorOf(ErrorKind::FileUnwritable, [&] { writeFileAtomically(path, bytesOf("y")); }).reason;
    };
    CHECK(refused(folder / "missing/a") == reasonOf(ENOENT));
    CHECK(refused(folder / "file/a") == reasonOf(ENOTDIR));
    CHECK(refused(folder.path()) == reasonOf(EISDIR));
    CHECK(refused(folder / "a/") == reasonOf(EISDIR));
    CHECK(refused("") == reasonOf(EISDIR));
    CHECK(refused("/dev/null") == reasonOf(EINVAL));
    CHECK(refused(folder / std::string(300, 'n')) == reasonOf(ENAMETOOLONG));
    CHECK(namesIn(folder.path()) == Names{"file"});
    CHECK(contentOf(folder / "file") == "x");
    CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("Without permission nothing is written") {
    const TemporaryFolder folder;
    put(folder / "a", "old");
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    CHECK(asNobody([&] {
        try {
            writeFileAtomically(folder / "b", bytesOf("new"));
        } catch (const Error& error) {
            return error.kind() == ErrorKind::FileUnwritable && error.values().reason == reasonOf(EACCES);
        }
        return false;
    }));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
    std::filesystem::permissions(folder / "a", std::filesystem::perms(0444));
    CHECK(asNobody([&] {
        try {
            writeFileAtomically(folder / "a", bytesOf("new"));
        } catch (const Error& error) {
            return error.kind() == ErrorKind::FileUnwritable;
        }
        return false;
    }));
    CHECK(contentOf(folder / "a") == "old");
    CHECK(namesIn(folder.path()) == Names{"a"});
}

TEST_CASE("A link stays a link, and permissions stay as they were") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "elsewhere");
    put(folder / "elsewhere/a", "old");
    std::filesystem::permissions(folder / "elsewhere/a", std::filesystem::perms(0640));
    std::filesystem::create_symlink("elsewhere/a", folder / "link");
    writeFileAtomically(folder / "link", bytesOf("new"));
    CHECK(std::filesystem::is_symlink(folder / "link"));
    CHECK(contentOf(folder / "elsewhere/a") == "new");
    CHECK(std::filesystem::status(folder / "elsewhere/a").permissions() == std::filesystem::perms(0640));
    CHECK(namesIn(folder / "elsewhere") == Names{"a"});
}

TEST_CASE("What a killed process left is removed, but nothing that is in use or has another name") {
    const TemporaryFolder folder;
    put(folder / ".a.4000000-7.part", "stale");
    put(folder / ".a.b-7.part", "a person's");
    put(folder / ".a.part", "a person's");
    put(folder / ".b.4000000-7.part", "another target's");
    AtomicFile inUse(folder / "a");
    inUse.write(bytesOf("first"));
    writeFileAtomically(folder / "a", bytesOf("second"));
    CHECK(contentOf(folder / "a") == "second");
    inUse.commit();
    CHECK(contentOf(folder / "a") == "first");
    CHECK(namesIn(folder.path()) == Names{".a.b-7.part", ".a.part", ".b.4000000-7.part", "a"});
}
