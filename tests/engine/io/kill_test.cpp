#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "engine/core/random.h"
#include "engine/io/atomic_file.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/folder_swap.h"
#include "tests/engine/io/temporary_folder.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

const Names kMembers{"config.json", "model"};

void writeRun(const std::filesystem::path& target, const std::string& content) {
    AtomicFolder run(target, kMembers);
    run.write("config.json", bytesOf(content));
    run.write("model", bytesOf(content));
    run.commit();
}

/// Many equal letters, so that half a file or a mixture of two is seen.
std::string version(unsigned number) {
    return std::string(20'000 + 1'000 * (number % 26), static_cast<char>('a' + number % 26));
}

bool isWhole(const std::string& content) {
    return !content.empty() && content.size() == version(static_cast<unsigned>(content[0] - 'a')).size() &&
           content.find_first_not_of(content[0]) == std::string::npos;
}

/// Starts a child that runs `action(0)`, `action(1)`, … until it is killed at a random moment.
template <typename Action>
void killWhile(Random& random, Action&& action) {
    const pid_t child = ::fork();
    if (child == 0) {
        for (unsigned number = 0;; ++number) {
            try {
                action(number);
            } catch (const std::exception&) {
                ::_exit(1);
            }
        }
    }
    ::usleep(static_cast<useconds_t>(random.below(25'000)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("Killed at any moment, a file and a folder are old or new, and whole") {
    const TemporaryFolder folder;
    writeFileAtomically(folder / "file", bytesOf(version(0)));
    writeRun(folder / "run", version(0));
    Random random(1);
    unsigned interrupted = 0;
    for (int kill = 0; kill < 200; ++kill) {
        killWhile(random, [&](unsigned number) {
            writeFileAtomically(folder / "file", bytesOf(version(number)));
            writeRun(folder / "run", version(number));
        });
        interrupted += namesIn(folder.path()).size() > 2 ? 1 : 0;
        REQUIRE(isWhole(contentOf(folder / "file")));
        REQUIRE(namesIn(folder / "run") == kMembers);
        REQUIRE(isWhole(contentOf(folder / "run/model")));
        REQUIRE(contentOf(folder / "run/model") == contentOf(folder / "run/config.json"));
    }
    // If no kill came in the middle of a write, the test above has shown nothing.
    CHECK(interrupted > 0);
    writeFileAtomically(folder / "file", bytesOf(version(1)));
    writeRun(folder / "run", version(1));
    CHECK(namesIn(folder.path()) == Names{"file", "run"});
}

TEST_CASE("Killed at any moment, a folder exchanged in steps can be restored") {
    const TemporaryFolder folder;
    writeRun(folder / "run", version(0));
    Random random(2);
    for (int kill = 0; kill < 100; ++kill) {
        killWhile(random, [&](unsigned number) {
            const std::string suffix = std::to_string(::getpid()) + "-" + std::to_string(number);
            const std::filesystem::path fresh = folder / (".run." + suffix + ".part");
            const std::filesystem::path old = folder / (".run." + suffix + ".old");
            std::filesystem::create_directory(fresh);
            for (const std::string& member : kMembers) put(fresh / member, version(number));
            exchangeFoldersInSteps(fresh, folder / "run", old);
            dissolveFolder(fresh, kMembers, folder / "run");
        });
        restoreFolder(folder / "run");
        REQUIRE(namesIn(folder / "run") == kMembers);
        REQUIRE(isWhole(contentOf(folder / "run/model")));
        REQUIRE(contentOf(folder / "run/model") == contentOf(folder / "run/config.json"));
    }
    writeRun(folder / "run", version(1));
    CHECK(namesIn(folder.path()) == Names{"run"});
}
