#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/engine/io/temporary_folder.h"

namespace attentarium::test {

/// How a run of the program ended and what it wrote.
struct Outcome {
    int exitCode = -1;  ///< −1 when it did not end by itself
    std::string out;
    std::string err;
};

/// attentarium-cli as a process of its own, its output in files.
class Program {
  public:
    /// No file it writes can grow beyond `fileBytes`, as on a full disk.
    explicit Program(const std::vector<std::string>& arguments, rlim_t fileBytes = RLIM_INFINITY) {
        const int out = ::open((m_folder / "out").c_str(), O_WRONLY | O_CREAT, 0600);
        const int err = ::open((m_folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
        std::vector<std::string> words{ATTENTARIUM_BINARY_DIR "/attentarium-cli"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        m_process = ::fork();
        if (m_process == 0) {
            ::dup2(out, STDOUT_FILENO);
            ::dup2(err, STDERR_FILENO);
            if (fileBytes != RLIM_INFINITY) {
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit limit{fileBytes, fileBytes};
                ::setrlimit(RLIMIT_FSIZE, &limit);
            }
            ::execv(pointers[0], pointers.data());
            ::_exit(127);
        }
        ::close(out);
        ::close(err);
        if (m_process < 0) throw std::runtime_error("no process");
    }
    ~Program() {
        if (m_ended) return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void signal(int number) const { ::kill(m_process, number); }
    /// False when it has not written `text` to stderr within a minute.
    bool awaitProgress(const std::string& text) const {
        for (int i = 0; i < 6000; ++i) {
            if (contentOf(m_folder / "err").find(text) != std::string::npos) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }
    Outcome end() {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_ended = true;
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(m_folder / "out"), contentOf(m_folder / "err")};
    }

  private:
    TemporaryFolder m_folder;
    pid_t m_process = -1;
    bool m_ended = false;
};

using Arguments = std::vector<std::string>;

inline Outcome run(const Arguments& arguments, rlim_t fileBytes = RLIM_INFINITY) {
    return Program(arguments, fileBytes).end();
}

/// `train` with sizes that take no time, then `more`, which may say other sizes.
inline Arguments quickTraining(const std::filesystem::path& out, const Arguments& more = {}) {
    Arguments all{"train"};
    const Arguments defaults{"--layers",  "1", "--heads",  "2", "--width", "8", "--context", "8", "--batch", "2",
                             "--threads", "1", "--warmup", "1", "--steps", "6", "--stories", "60"};
    for (std::size_t i = 0; i < defaults.size(); i += 2) {
        if (std::ranges::find(more, defaults[i]) == more.end()) all.insert(all.end(), {defaults[i], defaults[i + 1]});
    }
    all.insert(all.end(), {"--out", out.string()});
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace attentarium::test
