#include "engine/io/atomic_folder.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "engine/io/folder_swap.h"
#include "engine/io/posix_file.h"
#include "tests/engine/io/as_nobody.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/full_disk.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

const Names kMembers{"config.json", "model", "training"};

void writeRun(const std::filesystem::path& target, const std::string& content) {
    AtomicFolder run(target, kMembers);
    run.write("config.json", bytesOf(content));
    run.write("model", bytesOf(content));
    run.commit();
}

void checkRun(const std::filesystem::path& target, const std::string& content) {
    CHECK(namesIn(target) == Names{"config.json", "model"});
    CHECK(contentOf(target / "config.json") == content);
    CHECK(contentOf(target / "model") == content);
}

}  // namespace

TEST_CASE("A folder is written and overwritten, and nothing else is left") {
    const TemporaryFolder folder;
    for (const std::string content : {"old", "new", "newer"}) {
        writeRun(folder / "run", content);
        checkRun(folder / "run", content);
        CHECK(namesIn(folder.path()) == Names{"run"});
    }
    std::filesystem::create_directory(folder / "empty");
    writeRun(folder / "empty/", "x");
    checkRun(folder / "empty", "x");
}

TEST_CASE("A folder is unchanged until the commit, and without one no trace remains") {
    const TemporaryFolder folder;
    {
        AtomicFolder refused(folder / "first", kMembers);
        refused.write("model", bytesOf("x"));
        CHECK(!std::filesystem::exists(folder / "first"));
    }
    CHECK(namesIn(folder.path()).empty());
    writeRun(folder / "run", "old");
    {
        AtomicFolder refused(folder / "run", kMembers);
        refused.write("model", bytesOf("new"));
        checkRun(folder / "run", "old");
    }
    checkRun(folder / "run", "old");
    CHECK(namesIn(folder.path()) == Names{"run"});
}

TEST_CASE("The new folder lacks what it was not given, and may be written to no more") {
    const TemporaryFolder folder;
    writeRun(folder / "run", "old");
    put(folder / "run/training", "moments");
    AtomicFolder run(folder / "run", kMembers);
    run.write("config.json", bytesOf("new"));
    const std::string one = "one ";
    const std::string two = "two";
    const std::vector<std::span<const std::byte>> pieces{bytesOf(one), bytesOf(two)};
    run.write("model", pieces);
    CHECK_THROWS_AS(run.write("other", bytesOf("x")), LogicError);
    run.commit();
    CHECK(namesIn(folder / "run") == Names{"config.json", "model"});
    CHECK(contentOf(folder / "run/model") == "one two");
    CHECK_THROWS_AS(run.commit(), LogicError);
    CHECK_THROWS_AS(run.write("model", bytesOf("x")), LogicError);
}

TEST_CASE("A person's own files move along, and a person's own folder is refused") {
    const TemporaryFolder folder;
    writeRun(folder / "run", "old");
    put(folder / "run/notes.txt", "mine");
    std::filesystem::create_directory(folder / "run/plots");
    put(folder / "run/plots/loss.png", "mine too");
    writeRun(folder / "run", "new");
    CHECK(namesIn(folder / "run") == Names{"config.json", "model", "notes.txt", "plots"});
    CHECK(contentOf(folder / "run/model") == "new");
    CHECK(contentOf(folder / "run/notes.txt") == "mine");
    CHECK(contentOf(folder / "run/plots/loss.png") == "mine too");
    CHECK(namesIn(folder.path()) == Names{"run"});

    std::filesystem::create_directory(folder / "home");
    put(folder / "home/letter", "dear");
    CHECK(errorOf(ErrorKind::FolderExists, [&] { writeRun(folder / "home", "x"); }).file == (folder / "home").string());
    CHECK(namesIn(folder / "home") == Names{"letter"});
}

TEST_CASE("A full disk leaves the old folder and no temporary one") {
    const TemporaryFolder folder;
    writeRun(folder / "run", "old");
    {
        const FullDisk full(50'000);
        const ErrorValues values =
            errorOf(ErrorKind::FileUnwritable, [&] { writeRun(folder / "run", std::string(100'000, 'x')); });
        CHECK(values.file == (folder / "run/config.json").string());
        errorOf(ErrorKind::FileUnwritable, [&] { writeRun(folder / "fresh", std::string(100'000, 'x')); });
    }
    checkRun(folder / "run", "old");
    CHECK(namesIn(folder.path()) == Names{"run"});
}

TEST_CASE("A target that cannot be a folder is refused at once, and folders above it are not made") {
    const TemporaryFolder folder;
    put(folder / "file", "x");
    const auto refused = [&](const std::filesystem::path& path) {
        INFO(path);
        return errorOf(ErrorKind::FileUnwritable, [&] { AtomicFolder(path, kMembers); }).reason;
    };
    CHECK(refused(folder / "missing/run") == reasonOf(ENOENT));
    CHECK(refused(folder / "file/run") == reasonOf(ENOTDIR));
    CHECK(refused(folder / "file") == reasonOf(ENOTDIR));
    CHECK(refused("") == reasonOf(ENOENT));
    CHECK(refused("/") == reasonOf(EBUSY));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    CHECK(asNobody([&] {
        try {
            AtomicFolder run(folder / "run", kMembers);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::FileUnwritable && error.values().reason == reasonOf(EACCES);
        }
        return false;
    }));
    CHECK(namesIn(folder.path()) == Names{"file"});
}

TEST_CASE("A link to a folder stays a link, and permissions stay as they were") {
    const TemporaryFolder folder;
    writeRun(folder / "run", "old");
    std::filesystem::permissions(folder / "run", std::filesystem::perms(0750));
    std::filesystem::create_directory_symlink("run", folder / "latest");
    writeRun(folder / "latest", "new");
    CHECK(std::filesystem::is_symlink(folder / "latest"));
    checkRun(folder / "run", "new");
    CHECK(std::filesystem::status(folder / "run").permissions() == std::filesystem::perms(0750));
}

TEST_CASE("Folders that a killed process left are removed, but not one in use nor a person's files") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / ".run.4000000-1.part");
    put(folder / ".run.4000000-1.part/model", "half");
    std::filesystem::create_directory(folder / ".run.4000000-2.part");
    put(folder / ".run.4000000-2.part/notes.txt", "mine");
    AtomicFolder inUse(folder / "run", kMembers);
    inUse.write("config.json", bytesOf("first"));
    writeRun(folder / "run", "second");
    CHECK(contentOf(folder / ".run.4000000-2.part/notes.txt") == "mine");
    writeRun(folder / "run", "third");
    CHECK(contentOf(folder / "run/notes.txt") == "mine");
    inUse.commit();
    CHECK(contentOf(folder / "run/config.json") == "first");
    CHECK(namesIn(folder / "run") == Names{"config.json", "notes.txt"});
    CHECK(namesIn(folder.path()) == Names{"run"});
}

TEST_CASE("While a folder is overwritten there is no moment without it") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "one");
    std::filesystem::create_directory(folder / "two");
    if (exchangeFolders(folder / "one", folder / "two") != 0) return;  // this file system cannot
    writeRun(folder / "run", "old");
    std::atomic<bool> done{false};
    std::atomic<int> missing{0};
    std::thread watcher([&] {
        while (!done) missing += ::access((folder / "run").c_str(), F_OK) == 0 ? 0 : 1;
    });
    for (int i = 0; i < 60; ++i) writeRun(folder / "run", "new");
    done = true;
    watcher.join();
    CHECK(missing == 0);
}

TEST_CASE("Where folders cannot be exchanged they are in steps") {
    const TemporaryFolder folder;
    writeRun(folder / "run", "old");
    writeRun(folder / "fresh", "new");
    const std::filesystem::path old = folder / ".run.4000000-1.old";
    CHECK(exchangeFoldersInSteps(folder / "missing", folder / "run", old) == ENOENT);
    checkRun(folder / "run", "old");
    CHECK(exchangeFoldersInSteps(folder / "fresh", folder / "run", old) == 0);
    checkRun(folder / "run", "new");
    checkRun(folder / "fresh", "old");
    CHECK(namesIn(folder.path()) == Names{"fresh", "run"});
    std::filesystem::rename(folder / "fresh", old);
    writeRun(folder / "run", "newer");
    CHECK(namesIn(folder.path()) == Names{"run"});
}

TEST_CASE("A kill between the steps is undone by the next reader or writer") {
    const TemporaryFolder folder;
    writeRun(folder / ".run.4000000-1.old", "old");
    restoreFolder(folder / "run");
    checkRun(folder / "run", "old");
    CHECK(namesIn(folder.path()) == Names{"run"});
    restoreFolder(folder / "run");
    restoreFolder(folder / "missing");
    restoreFolder("");
    checkRun(folder / "run", "old");

    std::filesystem::rename(folder / "run", folder / ".run.4000000-1.old");
    { AtomicFolder refused(folder / "run", kMembers); }
    checkRun(folder / "run", "old");
    CHECK(namesIn(folder.path()) == Names{"run"});
}
